// Which units lie under which, ever: the reach of a grant. Rebuilt whole whenever territory changes.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

/**
 * Rebuilds `area_coverage` from parents and successions.
 * A unit covers itself, its children of any date, and every unit whose whole territory went to it. A unit that took
 * over only a part, or an unknown part, of another does not cover the older records.
 */
export async function rebuildCoverage(db: Db): Promise<void> {
  await sql`delete from area_coverage`.execute(db)
  await sql`
    insert into area_coverage (ancestor_id, unit_id)
    with recursive below as (
      select parent_id as upper_id, unit_id as lower_id from area_parent
      union
      select to_id, from_id from area_succession where to_id is not null and share = 1
    ), reach as (
      select id as ancestor_id, id as unit_id from area_unit
      union
      select reach.ancestor_id, below.lower_id from reach join below on below.upper_id = reach.unit_id
    )
    select ancestor_id, unit_id from reach`.execute(db)
}
