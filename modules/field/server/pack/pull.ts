// What changed in a hamlet since a device last read it; or that its copy is of no more use.

import type * as z from 'zod/mini'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Context, type Handler } from '../../../../platform/server/slice.ts'
import { PullChanges } from '../../contract/pack.ts'
import { cursorText, judgeCursor } from '../../rules/cursor.ts'
import { noteSeen, ownDevice, refuseOrdered } from '../devices/known.ts'
import { packDrives } from './drives.ts'
import { packPlace, successorsOf, unitOfPlace } from './place.ts'
import {
  goneEntries,
  packConflicts,
  packEntries,
  packSigned,
  packUnpromised,
  packUnsigned,
  readBounds,
} from './rows.ts'

export async function giveChanges(
  { db, person, today, now }: Context,
  input: z.output<typeof PullChanges.input>,
): Promise<OutputOf<typeof PullChanges>> {
  const device = await ownDevice(db, input.deviceId, person?.id ?? '')
  refuseOrdered(device)
  const place = await packPlace(db, input.hamletId, today)
  if (!place) throw refuse(platformRefusals.not_found)
  const contact = await noteSeen(db, device.id, now, input.waiting)
  const { xmin, next } = await readBounds(db)
  const verdict = judgeCursor(input.cursor, next, now)
  if (place.ended || !verdict.good) {
    const reason = place.ended || verdict.good ? ('hamlet_merged' as const) : verdict.reason
    const successors = place.ended ? await successorsOf(db, place.id) : []
    const empty = { drivesTag: '', homes: [], entries: [], gone: [], signed: [], unsigned: [], conflicts: [] }
    return { ...contact, reset: { reason, successors }, cursor: input.cursor, ...empty }
  }
  const { drives, tag } = await packDrives(db, place, today)
  const driveIds = drives.map(({ id }) => id)
  const [listed, gone, signed, unpromised, unsigned, conflicts] = await Promise.all([
    packEntries(db, place, verdict.xid),
    goneEntries(db, place, verdict.xid),
    packSigned(db, place, driveIds, verdict.xid),
    packUnpromised(db, place, driveIds, verdict.xid),
    packUnsigned(db, place, driveIds),
    packConflicts(db, place),
  ])
  return {
    ...contact,
    reset: null,
    cursor: cursorText(xmin, now),
    drivesTag: tag,
    ...(tag === input.drivesTag ? {} : { drives }),
    ...listed,
    gone,
    signed: [...signed, ...unpromised],
    unsigned,
    conflicts,
  }
}

export const pullChanges: Handler = answers(PullChanges, giveChanges, unitOfPlace)
