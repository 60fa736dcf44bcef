// How many who came with certain lists hold a promise that stands: a list of which somebody has signed is not undone.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

/** Who stood on an older list before `importId` keeps their promise whatever happens to the newer one. */
export async function signedOfLists(
  db: Db,
  lists: readonly { communeId: string; listId: string }[],
  importId: string,
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(distinct entry.id)::int as n
    from unnest(${lists.map(({ communeId }) => communeId)}::uuid[], ${lists.map(({ listId }) => listId)}::uuid[])
      as list (commune_id, id)
    join roster_entry entry on entry.commune_id = list.commune_id and entry.list_id = list.id
    join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
      and promise.void_number = 0
    where not exists (select 1 from roster_import_before before where before.import_id = ${importId}
      and before.commune_id = entry.commune_id and before.entry_id = entry.id)`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** Whether an entry holds a promise that stands: it was given where the entry stood, and stays there. */
export async function signedOfEntry(db: Db, communeId: string, entryId: string): Promise<boolean> {
  const found = await sql<{ signed: boolean }>`
    select exists (select 1 from commitment_promise
      where commune_id = ${communeId} and entry_id = ${entryId} and void_number = 0) as signed`.execute(db)
  return found.rows[0]?.signed ?? false
}
