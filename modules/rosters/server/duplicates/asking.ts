// Which communes a search has to visit: those with a list that none has seen, and those that somebody asks for.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

export async function askForSearch(db: Db, communeIds: readonly string[]): Promise<void> {
  await sql`
    insert into roster_search (commune_id, asked_at)
    select id, now() from unnest(${communeIds}::uuid[]) as id order by id
    on conflict (commune_id) do update set asked_at = excluded.asked_at`.execute(db)
}

/** Every list comes here once, whichever way it came in; a search that the end of a process broke off is taken up again. */
export async function communesToSearch(db: Db): Promise<string[]> {
  const fresh = await sql<{ commune_id: string }>`
    with taken as (
      update roster_list set searched_at = now() where searched_at is null returning commune_id
    ), asked as (
      insert into roster_search (commune_id, asked_at) select distinct commune_id, now() from taken order by 1
      on conflict (commune_id) do update set asked_at = excluded.asked_at
      returning commune_id
    )
    select commune_id from asked
    union select commune_id from roster_search
      where asked_at is not null or (started_at is not null and finished_at is null)
    order by 1`.execute(db)
  return fresh.rows.map((row) => row.commune_id)
}
