// After the rows are in: a newer list finds those of the older one again, so that they keep their id and their promises;
// who is on it no more ends as replaced; the counts of the day and the pulse move along. All in the import's transaction.

import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Plan } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import type { Tally } from './store-rows.ts'

/** Where the rows of a newer list wait to be matched. */
export const waitingTable = 'incoming_roster'

export async function makeWaitingTable(db: Db): Promise<void> {
  await sql`
    create temp table incoming_roster (
      commune_id uuid, id uuid, list_id uuid, group_id text, hamlet_id uuid, body_id uuid,
      place_id uuid generated always as (coalesce(hamlet_id, body_id, commune_id)) stored,
      number integer, name text, name_key text, name_bag text, address text, headcount smallint, birth_year smallint,
      identity_hashes bytea[], since date, changed_by uuid
    ) on commit drop`.execute(db)
}

/** Whether anybody of the group stands in the territory already: only then a newer list has somebody to find again. */
export async function anybodyThere(db: Db, communes: readonly string[], groupId: string): Promise<boolean> {
  const found = await sql<{ there: boolean }>`
    select exists (select 1 from roster_entry where commune_id = any(${communes as string[]}::uuid[])
      and group_id = ${groupId} and ended_on is null) as there`.execute(db)
  return found.rows[0]?.there ?? false
}

const placeIdOf = ({ hamletId, bodyId, communeId }: Tally): string => hamletId ?? bodyId ?? communeId

const placesOf = (tallies: readonly Tally[]): RawBuilder<unknown> =>
  sql`unnest(${tallies.map(({ communeId }) => communeId)}::uuid[], ${tallies.map(placeIdOf)}::uuid[],
    ${tallies.map(({ listId }) => listId)}::uuid[]) as place (commune_id, place_id, list_id)`

/** A list that is older than the one on record replaces nothing. */
export async function refuseOlder(db: Db, { groupId, asOf }: Plan, tallies: readonly Tally[]): Promise<void> {
  const found = await sql<{ as_of: string; name: string }>`
    select list.as_of, coalesce(body.name, unit.name) as name
    from ${placesOf(tallies)} join roster_list list on list.commune_id = place.commune_id
      and coalesce(list.hamlet_id, list.body_id, list.commune_id) = place.place_id and list.id <> place.list_id
    left join area_unit unit on unit.id = place.place_id left join area_body body on body.id = place.place_id
    where list.group_id = ${groupId} and list.as_of > ${asOf}::date and list.replaced_on is null
      and list.undone_on is null
    order by list.as_of desc limit 1`.execute(db)
  const [newer] = found.rows
  if (newer) throw refuse(importRefusals.newer_list, { place: newer.name, day: newer.as_of })
}

export type Settled = { matched: number; replaced: number; added: number }
type Change = { communeId: string; placeId: string; hamletId: string | null; bodyId: string | null; change: number }

/** The rows came in directly: nobody of the group was there, or the list stands beside what is there. */
export async function settleAdded(db: Db, plan: Plan, tallies: readonly Tally[]): Promise<Settled> {
  if (plan.how === 'replace') await replaceLists(db, plan, tallies)
  await countChanges(
    db,
    plan.groupId,
    plan.asOf,
    tallies.map((tally) => ({ ...tally, placeId: placeIdOf(tally), change: tally.rows })),
  )
  return { matched: 0, replaced: 0, added: tallies.reduce((sum, { rows }) => sum + rows, 0) }
}

export async function settleReplaced(
  db: Db,
  importId: string,
  plan: Plan,
  personId: string | null,
  tallies: readonly Tally[],
): Promise<Settled> {
  const { groupId, asOf } = plan
  await sql`create index on incoming_roster (commune_id, place_id, name_key)`.execute(db)
  await sql`analyze incoming_roster`.execute(db)
  await sql`
    create temp table standing_roster on commit drop as
    select entry.commune_id, entry.id, entry.place_id, entry.name_key, entry.number, lower(entry.address) as address,
      row_number() over (partition by entry.commune_id, entry.place_id, entry.name_key, entry.number
        order by entry.since, entry.id) as nth
    from ${placesOf(tallies)} join roster_entry entry using (commune_id, place_id)
    where entry.group_id = ${groupId} and entry.ended_on is null`.execute(db)
  await sql`
    create temp table found_roster on commit drop as
    with fresh as (
      select *, row_number() over (partition by commune_id, place_id, name_key, number order by id) as nth
      from incoming_roster
    )
    select old.commune_id, old.id as old_id, fresh.id as new_id
    from standing_roster old join fresh on fresh.commune_id = old.commune_id and fresh.place_id = old.place_id
      and fresh.name_key = old.name_key and fresh.nth = old.nth and fresh.number is not distinct from old.number`.execute(
    db,
  )
  // Numbers shift when one name is added; the same name at the same address is still the same.
  await sql`
    insert into found_roster
    select old.commune_id, old.id, fresh.id
    from (
      select *, row_number() over (partition by commune_id, place_id, name_key, address order by id) as same
      from standing_roster one where address <> '' and not exists (select 1 from found_roster where old_id = one.id)
    ) old join (
      select *, row_number() over (partition by commune_id, place_id, name_key, lower(address) order by id) as same
      from incoming_roster one where address <> '' and not exists (select 1 from found_roster where new_id = one.id)
    ) fresh on fresh.commune_id = old.commune_id and fresh.place_id = old.place_id and fresh.name_key = old.name_key
      and lower(fresh.address) = old.address and fresh.same = old.same`.execute(db)
  await sql`
    insert into roster_import_before
    select ${importId}::uuid, entry.commune_id, entry.id, entry.list_id, entry.number, entry.name, entry.name_key,
      entry.name_bag, entry.address, entry.headcount, entry.birth_year, entry.identity_hashes, entry.version,
      found.new_id is not null
    from standing_roster old join roster_entry entry on entry.commune_id = old.commune_id and entry.id = old.id
    left join found_roster found on found.commune_id = old.commune_id and found.old_id = old.id`.execute(db)
  const matched = await sql`
    update roster_entry entry set list_id = fresh.list_id, number = fresh.number, name = fresh.name,
      name_key = fresh.name_key, name_bag = fresh.name_bag,
      address = case when fresh.address = '' then entry.address else fresh.address end,
      headcount = coalesce(fresh.headcount, entry.headcount), birth_year = coalesce(fresh.birth_year, entry.birth_year),
      identity_hashes = coalesce(fresh.identity_hashes, entry.identity_hashes), version = entry.version + 1,
      changed_at = now(), changed_by = fresh.changed_by, changed_xid = pg_current_xact_id()
    from found_roster found join incoming_roster fresh on fresh.id = found.new_id
    where entry.commune_id = found.commune_id and entry.id = found.old_id`.execute(db)
  const ended = await sql<Change>`
    with gone as (
      update roster_entry entry set ended_on = ${asOf}::date, ended_reason = 'replaced', version = entry.version + 1,
        changed_at = now(), changed_by = ${personId}::uuid, changed_xid = pg_current_xact_id()
      from roster_import_before before
      where before.import_id = ${importId} and not before.matched and entry.commune_id = before.commune_id
        and entry.id = before.entry_id
      returning entry.commune_id, entry.place_id, entry.hamlet_id, entry.body_id
    )
    select commune_id as "communeId", place_id as "placeId", hamlet_id as "hamletId", body_id as "bodyId",
      -count(*)::int as change from gone group by 1, 2, 3, 4`.execute(db)
  const added = await sql<Change>`
    with fresh as (
      insert into roster_entry (commune_id, id, list_id, group_id, hamlet_id, body_id, number, name, name_key, name_bag,
        address, headcount, birth_year, identity_hashes, since, changed_by)
      select commune_id, id, list_id, group_id, hamlet_id, body_id, number, name, name_key, name_bag, address, headcount,
        birth_year, identity_hashes, since, changed_by
      from incoming_roster one where not exists (select 1 from found_roster where new_id = one.id)
      returning commune_id, place_id, hamlet_id, body_id
    )
    select commune_id as "communeId", place_id as "placeId", hamlet_id as "hamletId", body_id as "bodyId",
      count(*)::int as change from fresh group by 1, 2, 3, 4`.execute(db)
  await replaceLists(db, plan, tallies)
  await countChanges(db, groupId, asOf, [...ended.rows, ...added.rows])
  const sum = (changes: readonly Change[]) => changes.reduce((total, { change }) => total + change, 0)
  return {
    matched: Number(matched.numAffectedRows ?? 0),
    replaced: -sum(ended.rows),
    added: sum(added.rows),
  }
}

async function replaceLists(db: Db, { groupId, asOf }: Plan, tallies: readonly Tally[]): Promise<void> {
  await sql`
    update roster_list list set replaced_on = ${asOf}::date, replaced_by = place.list_id, version = list.version + 1
    from ${placesOf(tallies)}
    where list.commune_id = place.commune_id and list.id <> place.list_id and list.group_id = ${groupId}
      and coalesce(list.hamlet_id, list.body_id, list.commune_id) = place.place_id
      and list.replaced_on is null and list.undone_on is null`.execute(db)
}

/** The sum until a day is the counted denominator of that day; what is kept in memory hears the pulse of its slot. */
export async function countChanges(db: Db, groupId: string, on: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const of = <T>(pick: (change: Change) => T) => changes.map(pick)
  await sql`
    insert into roster_count as kept (commune_id, place_id, group_id, on_date, hamlet_id, body_id, entries)
    select commune_id, place_id, ${groupId}, ${on}::date, hamlet_id, body_id, sum(change)::int
    from unnest(${of((one) => one.communeId)}::uuid[], ${of((one) => one.placeId)}::uuid[],
      ${of((one) => one.hamletId)}::uuid[], ${of((one) => one.bodyId)}::uuid[], ${of((one) => one.change)}::int[])
      as moved (commune_id, place_id, hamlet_id, body_id, change)
    group by commune_id, place_id, hamlet_id, body_id
    on conflict (commune_id, place_id, group_id, on_date) do update set entries = kept.entries + excluded.entries`.execute(
    db,
  )
  await sql`
    update roster_pulse set beats = beats + 1
    where slot in (select abs(hashtext(commune::text)) % 16 from unnest(${of((one) => one.communeId)}::uuid[]) as commune)`.execute(
    db,
  )
}
