// How many of certain lists have been merged with another entry, or another into them: such a list is not undone under them.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

export async function mergedOfLists(db: Db, lists: readonly { communeId: string; listId: string }[]): Promise<number> {
  const found = await sql<{ n: number }>`
    with entry as (
      select entry.commune_id, entry.id
      from unnest(${lists.map(({ communeId }) => communeId)}::uuid[], ${lists.map(({ listId }) => listId)}::uuid[]) as list (commune_id, id)
      join roster_entry entry on entry.commune_id = list.commune_id and entry.list_id = list.id
    )
    select count(*)::int as n from (
      select pair.id from entry join roster_pair pair on pair.commune_id = entry.commune_id and pair.one_id = entry.id
      where pair.decision = 'merged'
      union select pair.id from entry join roster_pair pair on pair.other_commune_id = entry.commune_id and pair.other_id = entry.id
      where pair.decision = 'merged'
    ) pair`.execute(db)
  return found.rows[0]?.n ?? 0
}
