// Signed, of how many: tallies beside counted rosters, by commune and group, within the reader's reach. Both are of those
// who stand on the roster on the day: who signed and left is neither among the signed nor in the whole.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type Count = { driveId: string; communeId: string; groupId: string; signed: number; of: number | null }

/** A cell for each commune and group of the drives where somebody is on the roster or has signed by that day. */
export async function countsOf(db: Db, scope: Scope, driveIds: readonly string[], on: PlainDate): Promise<Count[]> {
  const { rows } = await sql<Count>`
    with asked as (
      select drive.id as drive_id, drive.area_id, asked.group_id
      from commitment_drive drive join commitment_drive_group asked on asked.drive_id = drive.id
      where drive.id = any(${driveIds as string[]}::uuid[])
    ), listed as (
      select asked.drive_id, roster.commune_id, roster.group_id, sum(roster.entries)::int as of
      from asked
      join area_coverage reach on reach.ancestor_id = asked.area_id
      join roster_count roster on roster.commune_id = reach.unit_id and roster.group_id = asked.group_id
      where roster.on_date <= ${on}::date and ${within(scope, sql.ref('roster.commune_id'))}
      group by 1, 2, 3
    ), signed as (
      select tally.drive_id, tally.commune_id, tally.group_id, sum(tally.signed)::int as signed
      from commitment_tally tally
      where tally.drive_id = any(${driveIds as string[]}::uuid[]) and tally.signed_on <= ${on}::date
        and ${within(scope, sql.ref('tally.commune_id'))}
      group by 1, 2, 3
    ), gone as (
      select promise.drive_id, promise.commune_id, promise.group_id, count(*)::int as signed
      from asked
      join area_coverage reach on reach.ancestor_id = asked.area_id
      join roster_entry entry on entry.commune_id = reach.unit_id and entry.ended_on <= ${on}::date
        and entry.group_id = asked.group_id
      join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
        and promise.drive_id = asked.drive_id and promise.void_number = 0
      where greatest(promise.signed_on, entry.since) <= ${on}::date and ${within(scope, sql.ref('entry.commune_id'))}
      group by 1, 2, 3
    )
    select drive_id as "driveId", commune_id as "communeId", group_id as "groupId", coalesce(signed.signed, 0) - coalesce(gone.signed, 0) as signed, listed.of
    from listed full join signed using (drive_id, commune_id, group_id)
    left join gone using (drive_id, commune_id, group_id)`.execute(db)
  return rows
}

/** The sum of cells; unknown where none of them has a roster. */
export function sumOf(cells: readonly Pick<Count, 'signed' | 'of'>[]): { signed: number; of: number | null } {
  const known = cells.filter(({ of }) => of !== null)
  return {
    signed: cells.reduce((sum, { signed }) => sum + signed, 0),
    of: known.length === 0 ? null : known.reduce((sum, { of }) => sum + (of ?? 0), 0),
  }
}
