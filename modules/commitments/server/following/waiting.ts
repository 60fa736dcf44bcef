// What waits in drives for one person on their first screen: signatures to decide on, doors whose day has come, broken promises
// of bodies. Counts, no names; of each kind the place where most of it waits.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import type { Context } from '../../../../platform/server/slice.ts'
import { workdayOf } from './workday.ts'

type WaitingInDrive = {
  kind: 'held' | 'again' | 'breaches'
  count: number
  /** Of these, the day by which it was to be followed up has passed. */
  late: number
  driveId: string
  communeId: string
  hamletId: string | null
  place: string
}

/** A door is waited for by whoever signs for that commune or hamlet, nobody above; at most `most` of a kind are counted. */
export async function waitingInDrives(
  { db, scopeFor, today }: Pick<Context, 'db' | 'scopeFor' | 'today'>,
  most: number,
): Promise<WaitingInDrive[]> {
  const [deciding, signing] = [scopeFor('commitments.decide'), scopeFor('commitments.sign').roots as string[]]
  // Their communes, for the index; and of a hamlet the commune that it is listed in.
  const communes = sql`array(select unit_id from area_coverage where ancestor_id = any(${signing}::uuid[])
    union select ancestor_id from area_coverage where unit_id = any(${signing}::uuid[]))`
  const signsHere = (column: string) => sql<boolean>`exists (select 1 from area_coverage over
    join area_unit own on own.id = over.ancestor_id and own.level in ('commune', 'village')
    where over.unit_id = ${sql.ref(column)} and over.ancestor_id = any(${signing}::uuid[]))`
  const { rows } = await sql<WaitingInDrive>`
    with waiting as (
      (select 'held' as kind, held.drive_id, held.commune_id, null::uuid as hamlet_id, 0 as late from commitment_held held
        where held.decision is null and ${within(deciding, sql.ref('held.commune_id'))} limit ${most})
      union all
      (select 'breaches', promise.drive_id, breach.commune_id, null, (breach.follow_up_by < works.day)::int
        from commitment_breach breach
        join commitment_promise promise on promise.commune_id = breach.commune_id and promise.id = breach.promise_id
        join commitment_drive drive on drive.id = promise.drive_id
        cross join lateral (select ${workdayOf(sql.ref('drive.id'), today)} as day) works
        where breach.settled_on is null and ${within(deciding, sql.ref('breach.commune_id'))} limit ${most})
      union all
      (select 'again', noted.drive_id, noted.commune_id,
          case when not ${signsHere('noted.commune_id')} then entry.hamlet_id end, 0
        from commitment_unsigned noted
        join roster_entry entry on entry.commune_id = noted.commune_id and entry.id = noted.entry_id and entry.ended_on is null
        join commitment_drive drive on drive.id = noted.drive_id
        cross join lateral (select ${workdayOf(sql.ref('drive.id'), today)} as day) works
        where noted.commune_id = any(${communes}) and noted.visit_again_on <= works.day
          and (${signsHere('noted.commune_id')} or ${signsHere('entry.hamlet_id')})
          and drive.opens_on <= works.day and drive.closes_on >= works.day and (drive.closed_on is null or drive.closed_on > works.day)
          and not exists (select 1 from commitment_promise promise where promise.commune_id = noted.commune_id
            and promise.entry_id = noted.entry_id and promise.drive_id = noted.drive_id and promise.void_number = 0) limit ${most})
    ), counted as (
      select kind, drive_id, commune_id, hamlet_id, count(*) as here, coalesce(sum(late), 0) as late from waiting group by 1, 2, 3, 4
    )
    select distinct on (kind) kind, (sum(here) over of_kind)::int as count, (sum(late) over of_kind)::int as late,
      drive_id as "driveId", commune_id as "communeId", hamlet_id as "hamletId", unit.name as place
    from counted join area_unit unit on unit.id = coalesce(hamlet_id, commune_id)
    window of_kind as (partition by kind)
    order by kind, late desc, here desc, drive_id, commune_id, hamlet_id`.execute(db)
  return rows
}
