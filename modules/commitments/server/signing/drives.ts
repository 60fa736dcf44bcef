// The drives that signatures are given in: their days, who is asked in which ways, and the wordings.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { plainArray } from '../../../../platform/server/write.ts'
import type { Way } from '../../contract/signing.ts'
import type { DriveFacts, GroupFacts } from '../../rules/signing.ts'

export type DriveKnown = DriveFacts & { groups: ReadonlyMap<string, GroupFacts> }
/** As the database tells it. */
export type DriveRow = Omit<DriveFacts, 'workday'> & {
  id: string
  communeId: string
  worksOn: string | null
  groups: { id: string; ways: Way[]; texts: { number: number; effectiveOn: string }[] | null }[] | null
}
/** A drive that does not cover the commune is not there. */
type DriveOf = (driveId: string, communeId: string) => DriveKnown | undefined

export const driveKey = (driveId: string, communeId: string): string => `${driveId} ${communeId}`.toLowerCase()

/** The drive of a row `asked (drive_id, commune_id)` as JSON; null where it does not cover the commune. */
export const driveAsked: RawBuilder<DriveRow | null> = sql`(
  select json_build_object('id', drive.id, 'communeId', asked.commune_id, 'opensOn', drive.opens_on, 'closesOn', drive.closes_on,
    'publishedOn', drive.published_on, 'closedOn', drive.closed_on,
    'worksOn', case when drive.demo then (select opens_on from programme where programme.id = drive.programme_id) end,
    'groups', (
      select json_agg(json_build_object('id', of_group.group_id, 'ways', of_group.ways, 'texts', (
        select json_agg(json_build_object('number', number, 'effectiveOn', effective_on)) from commitment_text wording
        where wording.drive_id = of_group.drive_id and wording.group_id = of_group.group_id)))
      from commitment_drive_group of_group where of_group.drive_id = drive.id))
  from (select * from commitment_drive where id = asked.drive_id limit 1) drive
  where exists (select 1 from area_coverage reach where reach.ancestor_id = drive.area_id and reach.unit_id = asked.commune_id))`

export function drivesFrom(rows: readonly DriveRow[], today: PlainDate): DriveOf {
  const known = new Map(rows.map((row) => [driveKey(row.id, row.communeId), driveFrom(row, today)]))
  return (driveId, communeId) => known.get(driveKey(driveId, communeId))
}

const driveFrom = ({ worksOn, groups, ...row }: DriveRow, today: PlainDate): DriveKnown => ({
  ...row,
  workday: worksOn ?? today,
  groups: new Map((groups ?? []).map(({ id, ways, texts }) => [id, { ways, texts: texts ?? [] }])),
})

export async function drivesKnown(
  db: Db,
  wanted: readonly { driveId: string; communeId: string }[],
  today: PlainDate,
): Promise<DriveOf> {
  const { rows } = await sql<{ drive: DriveRow | null }>`
    select ${driveAsked} as drive
    from unnest(${plainArray(wanted.map(({ driveId }) => driveId))}::uuid[], ${plainArray(wanted.map(({ communeId }) => communeId))}::uuid[])
      as asked (drive_id, commune_id)`.execute(db)
  return drivesFrom(
    rows.flatMap(({ drive }) => drive ?? []),
    today,
  )
}
