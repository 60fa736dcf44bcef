// The SQL that printing, reading and confirming share: the day of a drive, its wording in force, what its entries have signed.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type DriveFacts = {
  id: string
  name: { vi: string; en: string }
  demo: boolean
  /** The day that the drive works on: today, or the programme's own day for a demonstration. */
  day: PlainDate
  open: boolean
  year: number
}

/** The drive, if it covers the commune and has been published; else it is not found. */
export async function driveIn(db: Db, driveId: string, communeId: string, today: PlainDate): Promise<DriveFacts> {
  const { rows } = await sql<DriveFacts>`
    select drive.id, json_build_object('vi', drive.name_vi, 'en', drive.name_en) as name, drive.demo, works.day::text as day,
      drive.year, drive.opens_on <= works.day and drive.closes_on >= works.day
        and (drive.closed_on is null or drive.closed_on > works.day) as open
    from commitment_drive drive
    join area_coverage reach on reach.ancestor_id = drive.area_id and reach.unit_id = ${communeId}
    left join programme on programme.id = drive.programme_id
    cross join lateral (select coalesce(case when drive.demo then programme.opens_on end, ${today}::date) as day) works
    where drive.id = ${driveId} and drive.published_on <= works.day`.execute(db)
  const drive = rows[0]
  if (!drive) throw refuse(platformRefusals.not_found)
  return drive
}

/** The door has looked at the hamlet alone: it must lie in the commune that is written to. */
export async function refuseOtherHamlet(db: Db, communeId: string, hamletId: string | null): Promise<void> {
  if (!hamletId) return
  const { rows } = await sql`
    select 1 from area_coverage reach join area_unit unit on unit.id = reach.unit_id and unit.level = 'village'
    join area_unit commune on commune.id = reach.ancestor_id and commune.level = 'commune'
    where reach.ancestor_id = ${communeId} and reach.unit_id = ${hamletId}`.execute(db)
  if (rows.length === 0) throw refuse(platformRefusals.not_found)
}

/** SQL: the number of the wording of a group that is in force on the day; before the first one, the first. */
export const wordingInForce = (driveId: string, group: string, day: PlainDate) => sql<number>`(
  select number from commitment_text wording where wording.drive_id = ${driveId} and wording.group_id = ${sql.ref(group)}
  order by effective_on <= ${day}::date desc, case when effective_on <= ${day}::date then number else -number end desc limit 1)`

/** SQL: whether the entry has a promise that stands in the drive. */
export const hasSigned = (driveId: string) => sql<boolean>`exists (
  select 1 from commitment_promise promise where promise.entry_id = entry.id and promise.commune_id = entry.commune_id
    and promise.drive_id = ${driveId} and promise.void_number = 0)`

/** SQL: `entry` is on the roster on the day and belongs to a group that signs on paper in the drive. */
export const asksOnPaper = (driveId: string, day: PlainDate) => sql<boolean>`(
  entry.since <= ${day}::date and (entry.ended_on is null or entry.ended_on > ${day}::date) and exists (
    select 1 from commitment_drive_group asked where asked.drive_id = ${driveId} and asked.group_id = entry.group_id
      and 'paper' = any(asked.ways)))`
