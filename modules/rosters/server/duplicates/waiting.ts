// Pairs of names that wait for a decision, for whoever keeps the rosters of both sides: how many, and where most of them lie.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import type { Context } from '../../../../platform/server/slice.ts'

type WaitingPairs = { count: number; communeId: string; place: string }

/** Nothing where nothing waits; at most `most` are counted. */
export async function waitingPairs(
  { db, scopeFor }: Pick<Context, 'db' | 'scopeFor'>,
  most: number,
): Promise<WaitingPairs | undefined> {
  const scope = scopeFor('rosters.manage')
  const { rows } = await sql<WaitingPairs>`
    with counted as (
      select commune_id, count(*) as here from (
        select pair.commune_id from roster_pair pair
        join roster_entry one on one.commune_id = pair.commune_id and one.id = pair.one_id
        join roster_entry other on other.commune_id = pair.other_commune_id and other.id = pair.other_id
        where pair.decision is null and one.ended_on is null and other.ended_on is null
          and ${within(scope, sql.ref('pair.commune_id'))} and ${within(scope, sql.ref('pair.other_commune_id'))}
        limit ${most}) pair
      group by 1
    )
    select (sum(here) over ())::int as count, commune_id as "communeId", unit.name as place
    from counted join area_unit unit on unit.id = commune_id order by here desc, commune_id limit 1`.execute(db)
  return rows[0]
}
