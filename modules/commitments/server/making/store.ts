// Drives as those who make them need them: the row under lock, its groups with all wordings, saved as a whole while drafted.

import { sql } from 'kysely'
import type { ParsedInputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { type CreateDrive, driveRefusals } from '../../contract/drives.ts'
import type { DriveFacts } from '../../rules/signing.ts'

export type DriveRecord = DriveFacts & { id: string; areaId: string; version: number }

/** The drive for a change: locked, and in the state that the caller was shown. */
export async function driveToChange(db: Db, id: string, version: number, today: PlainDate): Promise<DriveRecord> {
  const { rows } = await sql<DriveRecord>`
    select drive.id, drive.area_id as "areaId", drive.opens_on as "opensOn", drive.closes_on as "closesOn",
      drive.published_on as "publishedOn", drive.closed_on as "closedOn", drive.version,
      coalesce(case when drive.demo then (select opens_on from programme where programme.id = drive.programme_id) end, ${today}::date)
        as workday
    from commitment_drive drive where drive.id = ${id} for update`.execute(db)
  const [drive] = rows
  if (!drive) throw refuse(platformRefusals.not_found)
  if (drive.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  return drive
}

export async function areaOfDrive({ db }: Context, { id }: { id: string }): Promise<string | undefined> {
  const { rows } = await sql<{ area_id: string }>`select area_id from commitment_drive where id = ${id}`.execute(db)
  return rows[0]?.area_id
}

type Content = Omit<ParsedInputOf<typeof CreateDrive>, 'id' | 'areaId' | 'renewsId'>

/** Refuses what cannot be saved; the days and groups of a drive must make sense even as a draft. */
export async function checkContent(db: Db, { opensOn, closesOn, groups }: Content): Promise<void> {
  if (closesOn < opensOn) throw refuse(driveRefusals.closes_before_opening, {}, 'closesOn')
  const ids = groups.map(({ groupId }) => groupId)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw refuse(driveRefusals.group_twice, {}, `groups.${twice}.groupId`)
  const { rows } = await sql<{ id: string }>`select id from commitment_group where id = any(${ids}::text[])`.execute(db)
  const known = new Set(rows.map((row) => row.id))
  const unknown = ids.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw refuse(driveRefusals.group_unknown, {}, `groups.${unknown}.groupId`)
}

/** A draft has one wording for each group, in force from the first day. */
export async function storeGroups(db: Db, driveId: string, { groups, opensOn }: Content, personId: string) {
  await sql`delete from commitment_text where drive_id = ${driveId}`.execute(db)
  await sql`delete from commitment_drive_group where drive_id = ${driveId}`.execute(db)
  for (const { groupId, counterpart, ways, countersign, text } of groups) {
    await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways, countersign)
      values (${driveId}, ${groupId}, ${counterpart}, ${[...new Set(ways)]}::text[], ${countersign})`.execute(db)
    await sql`
      insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises, closing, recorded_by)
      values (${driveId}, ${groupId}, 1, ${opensOn}::date, ${text.title}, ${text.opening}, ${text.promises}::text[], ${text.closing},
        ${personId})`.execute(db)
  }
}
