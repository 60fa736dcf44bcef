// What is done at one door: a signature, a note why there is none, a correction of how many live there.

import { type Ink, inkToText } from '../../modules/commitments/contract.ts'
import { setRight } from '../../modules/field/rules/clock.ts'
import type { Item } from '../../modules/field/web/phone/kept.ts'
import type { Chance } from '../chance.ts'
import type { PhoneModules } from './life.ts'
import { idOf } from './rows.ts'

type Of = { id: string; driveId: string; communeId: string; entryId: string }
/** `at`: when it was noted, by the server's clock, where that was not in the future: then the server's own moment counts. */
export type Note = Of & { kind: 'note'; reason: string; visitAgainOn: string | null; at: string | null }
/** Of the headcount. */
export type Correction = Of & { kind: 'correction'; value: number }
export type Deed = (Of & { kind: 'signature' }) | Note | Correction
export type Door = { driveId: string; communeId: string; entries: readonly string[] }

const ink: Ink = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]
const kinds = ['signature', 'signature', 'signature', 'note', 'correction'] as const
const reasons = ['absent', 'moved', 'declined', 'other'] as const
const days = [null, '2040-01-01', '2040-02-01'] as const

/** The office takes some of the first half off its lists, and corrects none; so the others alone are corrected. */
export const neverEnded = (entries: readonly string[]): readonly string[] => entries.slice(entries.length / 2)
export const mayEnd = (entries: readonly string[]): readonly string[] => entries.slice(0, entries.length / 2)

/** `lastSaid`: what this phone said last of a household, which it shows from then on. */
export function nextDeed(
  app: PhoneModules,
  { driveId, communeId, entries }: Door,
  chance: Chance,
  { lastSaid, realNow }: { lastSaid: Map<string, number>; realNow: number },
): { deed: Deed; item: Item } {
  const kind = chance.pick(kinds)
  const entryId = chance.pick(kind === 'correction' ? neverEnded(entries) : entries)
  const hamlet = { id: communeId, name: 'Xã thử', type: 'commune', kind: 'commune' as const }
  const household = { id: entryId, home: { communeId, hamletId: null } }
  const door = { pack: { hamlet }, household, label: 'Hộ', place: hamlet.name }
  const of = { driveId, communeId, entryId }
  if (kind === 'signature') {
    const item = app.signedItem({ ...door, driveId, textNumber: 1, ink: inkToText(ink) })
    return { item, deed: { ...of, kind, id: idOf(item) } }
  }
  if (kind === 'note') {
    const note = { reason: chance.pick(reasons), visitAgainOn: chance.pick(days) }
    const item = app.notedItem({ ...door, driveId, note })
    const { at } = setRight(item.at, item.command.clock)
    return { item, deed: { ...of, kind, id: idOf(item), ...note, at: Date.parse(at) <= realNow ? at : null } }
  }
  const [base, value] = [lastSaid.get(entryId) ?? null, 1 + chance.under(9)]
  lastSaid.set(entryId, value)
  const item = app.correctedItem({ ...door, changes: [{ field: 'headcount', base, value }] })
  return { item, deed: { ...of, kind, id: idOf(item), value } }
}
