// A lot is closed: who stood signed in one place and group is fixed, and the plan with it. The draw comes later, from the seal
// that the audit puts on this very closing.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { unitsById } from '../../../areas/server/public.ts'
import { drivesKnown } from '../../../commitments/server/public.ts'
import { CloseLot } from '../../contract/lots.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { digestOf } from '../../rules/draw.ts'
import { planOf } from '../../rules/plan.ts'
import { type RisksOnRecord, risksOn } from '../risks/risks.ts'
import { nowCalled } from './place.ts'

export const closeLot: Handler = carriesOut(CloseLot, async ({ db, person, today, now }, input) => {
  const { id, driveId, communeId, hamletId, groupId } = input
  const drive = (await drivesKnown(db, [input], today))(driveId, communeId)
  if (!drive?.publishedOn || drive.publishedOn > drive.workday) throw refuse(verificationRefusals.drive_not_open)
  await refuseWhatEnded(db, hamletId ?? communeId, drive.workday)
  const lot = await storeLot(db, {
    ...input,
    on: drive.workday,
    closedAt: now,
    personId: person.id,
    risks: await risksOn(db, today),
  })
  if (!lot) throw refuse(verificationRefusals.nobody_signed)
  const { placeId, members, sample, allowed } = lot
  return {
    answer: { id, size: members.length, sample, allowed },
    audit: {
      subject: `verification-lot:${id}`,
      areaId: hamletId ?? communeId,
      after: { driveId, groupId, placeId, size: members.length, sample, allowed, members: digestOf(members) },
    },
  }
})

type NewLot = {
  id: string
  driveId: string
  communeId: string
  hamletId: string | null
  bodyId: string | null
  groupId: string
  on: PlainDate
  closedAt: Date
  personId: string | null
  risks: RisksOnRecord
}

/** Fixes who stands signed, and the plan that follows; undefined when nobody does. */
export async function storeLot(db: Db, given: NewLot) {
  const { id, driveId, communeId, hamletId, groupId, on, closedAt, personId, risks } = given
  const bodyId = hamletId ? null : given.bodyId
  const placeId = hamletId ?? bodyId ?? communeId
  const members = await standingPromises(db, { communeId, placeId, driveId, groupId, on })
  if (members.length === 0) return undefined
  const { sample, allowed } = planOf(members.length, risks)
  await sql`
    insert into verification_lot (commune_id, id, drive_id, group_id, place_id, hamlet_id, body_id, members, risk_id, sample, allowed,
      closed_on, closed_at, recorded_by, demo)
    select ${communeId}, ${id}, ${driveId}, ${groupId}, ${placeId}, ${hamletId}::uuid, ${bodyId}::uuid, ${members}::uuid[],
      ${risks.id}, ${sample}, ${allowed}, ${on}::date, ${closedAt.toISOString()}::timestamptz, ${personId}::uuid, demo
    from commitment_drive where id = ${driveId}`.execute(db)
  return { placeId, members, sample, allowed }
}

/** A unit that has ended is refused by name, with what it has become. */
async function refuseWhatEnded(db: Db, unitId: string, on: PlainDate): Promise<void> {
  const [unit] = await unitsById(db, [unitId])
  if (!unit?.validTo || unit.validTo > on) return
  const values = { place: unit.name, day: unit.validTo, now: (await nowCalled(db, unitId, on)) ?? '?' }
  throw refuse(verificationRefusals.place_ended, values)
}

/** The promises that stand on the day, of those who are still on the roster; always in the same order. */
async function standingPromises(
  db: Db,
  cell: { communeId: string; placeId: string; driveId: string; groupId: string; on: PlainDate },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select promise.id from commitment_promise promise
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where promise.commune_id = ${cell.communeId} and promise.place_id = ${cell.placeId} and promise.drive_id = ${cell.driveId}
      and promise.group_id = ${cell.groupId} and promise.void_number = 0 and promise.signed_on <= ${cell.on}::date
      and (entry.ended_on is null or entry.ended_on > ${cell.on}::date)
    order by promise.id`.execute(db)
  return rows.map((row) => row.id)
}
