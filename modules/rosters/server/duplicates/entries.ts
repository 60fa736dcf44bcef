// The entries of a commune that changed since it was last searched, a page at a time; and whom each of them may be.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { commonFrom, type Listed } from '../../likeness/judge.ts'

export type Entry = Listed & { id: string }
export type Candidate = { mineId: string; other: Entry }

/** More than this many under one key is a crowd, not a likeness; nobody is compared within it. */
const crowd = 20

const columns = sql`entry.id, entry.commune_id as "communeId", entry.place_id as "placeId", entry.group_id as "groupId", entry.name,
  entry.address, entry.headcount, entry.birth_year as "birthYear", case when entry.identity_hashes is null then '{}'
    else (select array_agg(encode(hash, 'hex')) from unnest(entry.identity_hashes) as hash) end as identities`

export async function countChanged(db: Db, communeId: string, since: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from roster_entry where commune_id = ${communeId} and changed_xid >= ${since}::xid8`.execute(
    db,
  )
  return found.rows[0]?.n ?? 0
}

/** Those who have left the roster too, so that what they were looked up by goes. */
export async function changedAfter(
  db: Db,
  communeId: string,
  since: string,
  after: string | undefined,
  limit: number,
): Promise<(Entry & { ended: boolean })[]> {
  const found = await sql<Entry & { ended: boolean }>`
    select ${columns}, entry.ended_on is not null as ended from roster_entry entry
    where entry.commune_id = ${communeId} and entry.changed_xid >= ${since}::xid8
      and (${after ?? null}::uuid is null or entry.id > ${after ?? null}::uuid)
    order by entry.id limit ${limit}`.execute(db)
  return found.rows
}

export async function storeKeys(
  db: Db,
  communeId: string,
  entryIds: readonly string[],
  keys: readonly { entryId: string; key: bigint }[],
): Promise<void> {
  await sql`delete from roster_key where commune_id = ${communeId} and entry_id = any(${entryIds}::uuid[])`.execute(db)
  await sql`
    insert into roster_key (key, commune_id, entry_id)
    select key, ${communeId}::uuid, entry_id
    from unnest(${keys.map(({ key }) => String(key))}::bigint[], ${keys.map(({ entryId }) => entryId)}::uuid[]) as made (key, entry_id)
    on conflict do nothing`.execute(db)
}

/** Everybody who shares a key with one of these, here or in the communes beside. */
export async function candidatesOf(
  db: Db,
  communeId: string,
  entryIds: readonly string[],
  communes: readonly string[],
): Promise<Candidate[]> {
  const found = await sql<Entry & { mineId: string }>`
    with near as (
      select distinct mine.entry_id as mine_id, shared.commune_id, shared.entry_id
      from roster_key mine
      cross join lateral (
        select few.*, count(*) over () as crowd
        from (select commune_id, entry_id from roster_key where key = mine.key limit ${crowd + 1}) few
      ) shared
      where mine.commune_id = ${communeId} and mine.entry_id = any(${entryIds}::uuid[]) and shared.crowd <= ${crowd}
        and shared.entry_id <> mine.entry_id and shared.commune_id = any(${communes}::uuid[])
    )
    select near.mine_id as "mineId", ${columns} from near
    cross join lateral (select * from roster_entry one where one.commune_id = near.commune_id and one.id = near.entry_id limit 1) entry
    where entry.ended_on is null`.execute(db)
  return found.rows.map(({ mineId, ...other }) => ({ mineId, other }))
}

/** The commune and those beside it: under the same district, or province, today. */
export async function communesBeside(db: Db, communeId: string, today: string): Promise<string[]> {
  const found = await sql<{ unit_id: string }>`
    select beside.unit_id from area_parent own join area_parent beside on beside.parent_id = own.parent_id
    where own.unit_id = ${communeId} and own.valid_from <= ${today}::date and (own.valid_to is null or own.valid_to > ${today}::date)
      and beside.valid_from <= ${today}::date and (beside.valid_to is null or beside.valid_to > ${today}::date)`.execute(
    db,
  )
  return [...new Set([communeId, ...found.rows.map((row) => row.unit_id)])]
}

/** How many in their commune and group are called as each of these, themselves included; counted no further than what is common. */
export async function namesakesOf(db: Db, entries: readonly Entry[]): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ id: string; n: number }>`
    select entry.id, (select count(*)::int from (
      select 1 from roster_entry alike
      where alike.commune_id = entry.commune_id and alike.name_bag = entry.name_bag and alike.group_id = entry.group_id
        and alike.ended_on is null limit ${commonFrom}) few) as n
    from (select distinct commune_id, id from unnest(${entries.map(({ communeId }) => communeId)}::uuid[],
      ${entries.map(({ id }) => id)}::uuid[]) as asked (commune_id, id)) asked
    join roster_entry entry using (commune_id, id)`.execute(db)
  return new Map(found.rows.map(({ id, n }) => [id, n]))
}
