// The pack of a hamlet in one go. The bound is asked for before the rows: what changes while they are read comes again
// with the first pull, and nothing falls between.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Context, type Handler } from '../../../../platform/server/slice.ts'
import { PullPack } from '../../contract/pack.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { cursorText } from '../../rules/cursor.ts'
import { noteSeen, ownDevice, refuseOrdered } from '../devices/known.ts'
import { serverKey } from '../keys.ts'
import { packDrives } from './drives.ts'
import { packPlace, successorsOf, unitOfPlace } from './place.ts'
import { packConflicts, packEntries, packSigned, packUnsigned, readBounds } from './rows.ts'

export async function givePack(
  { db, person, today, now }: Context,
  input: z.output<typeof PullPack.input>,
): Promise<OutputOf<typeof PullPack>> {
  const device = await ownDevice(db, input.deviceId, person?.id ?? '')
  refuseOrdered(device)
  const place = await packPlace(db, input.hamletId, today)
  if (!place) throw refuse(platformRefusals.not_found)
  if (place.ended)
    throw new Refusal(fieldRefusals.hamlet_merged, { extra: { successors: await successorsOf(db, place.id) } })
  const { xmin } = await readBounds(db)
  const { drives, tag } = await packDrives(db, place, today)
  const driveIds = drives.map(({ id }) => id)
  const [listed, signed, unsigned, conflicts, key] = await Promise.all([
    packEntries(db, place),
    packSigned(db, place, driveIds),
    packUnsigned(db, place, driveIds),
    packConflicts(db, place),
    serverKey(db),
  ])
  await sql`
    insert into field_copy (device_id, place_id, unit_id, body_id, pulled_at)
    values (${device.id}, ${place.id}, ${place.unitId}, ${place.bodyId}, ${now})
    on conflict (device_id, place_id) do update set pulled_at = excluded.pulled_at`.execute(db)
  // With the new pack in hand, the copies of what was merged into it are gone from the device.
  await sql`
    delete from field_copy where device_id = ${device.id} and place_id <> ${place.id}
      and place_id = any(${place.placeIds}::uuid[])`.execute(db)
  return {
    ...(await noteSeen(db, device.id, now, input.waiting)),
    serverKey: key,
    cursor: cursorText(xmin, now),
    hamlet: { id: place.id, name: place.name, type: place.type, kind: place.kind },
    drivesTag: tag,
    drives,
    ...listed,
    signed,
    unsigned,
    conflicts,
  }
}

export const pullPack: Handler = answers(PullPack, givePack, unitOfPlace)
