// Which drives can be signed in a place, and which of them is: a yearly one and one of its own kind may be open at once.

import type { PackDrive } from '../../contract/pack.ts'
import type { Pack } from './kept.ts'

const inkGroups = ({ groups }: PackDrive): Set<string> =>
  new Set(groups.filter(({ ways }) => ways.includes('ink')).map(({ id }) => id))

/** Drives that take ink on a phone now, the newest first; of those the ones that ask somebody here, if any does. */
export function openDrives({ drives, entries }: Pick<Pack, 'drives' | 'entries'>): PackDrive[] {
  const open = drives.filter((drive) => drive.state === 'open' && inkGroups(drive).size > 0)
  const asking = open.filter((drive) => {
    const groups = inkGroups(drive)
    return entries.some((entry) => groups.has(entry[5]))
  })
  return asking.length > 0 ? asking : open
}

/** The one that was chosen on this phone, where it is open; else the newest. */
export function driveOf(pack: Pack, chosen: string | undefined): PackDrive | undefined {
  const open = openDrives(pack)
  return open.find(({ id }) => id === chosen) ?? open[0]
}

/** All that can be signed in these places, each once. */
export const drivesIn = (packs: Iterable<Pack>): PackDrive[] => [
  ...new Map([...packs].flatMap(openDrives).map((drive) => [drive.id, drive])).values(),
]

/** The wording in force on the day, else the first. */
export function textOf(drive: PackDrive, groupId: string, day: string) {
  const texts = drive.groups.find(({ id }) => id === groupId)?.texts ?? []
  return texts.filter(({ effectiveOn }) => effectiveOn <= day).at(-1) ?? texts[0]
}
