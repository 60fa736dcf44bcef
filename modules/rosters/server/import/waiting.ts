// Rows that wait before they are settled, because somebody of the group stands in the territory already: who of them stands
// on another list of the same commune, and who of the older list is found again. Nothing on record changes here.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Plan } from '../../contract/import.ts'
import type { Tally } from './store-rows.ts'

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

/** Whether anybody of the group stands in the territory already: only then there is somebody to find again or to repeat. */
export async function anybodyThere(db: Db, communes: readonly string[], groupId: string): Promise<boolean> {
  const found = await sql<{ there: boolean }>`
    select exists (select 1 from roster_entry where commune_id = any(${communes as string[]}::uuid[])
      and group_id = ${groupId}) as there`.execute(db)
  return found.rows[0]?.there ?? false
}

export async function indexWaiting(db: Db): Promise<void> {
  await sql`create index on incoming_roster (commune_id, place_id, name_key)`.execute(db)
  await sql`analyze incoming_roster`.execute(db)
}

export const placeIdOf = ({ hamletId, bodyId, communeId }: Pick<Tally, 'hamletId' | 'bodyId' | 'communeId'>): string =>
  hamletId ?? bodyId ?? communeId

export const placesOf = (tallies: readonly Tally[]): RawBuilder<unknown> =>
  sql`unnest(${tallies.map(({ communeId }) => communeId)}::uuid[], ${tallies.map(placeIdOf)}::uuid[],
    ${tallies.map(({ listId }) => listId)}::uuid[]) as place (commune_id, place_id, list_id)`

export type Repeats = { count: number; first: { name: string; place: string }[] }
export const noRepeats: Repeats = { count: 0, first: [] }
const namesShown = 20

/**
 * A list of the whole commune and one of its hamlets count the same people twice; so do rows that are added beside those
 * who stand in the same place. A newer list of one place is matched instead, and two hamlets have people of one name.
 */
export async function repeatsOf(db: Db, { groupId, how }: Plan): Promise<Repeats> {
  const found = await sql<{ name: string; place: string; count: number }>`
    select given.name, coalesce(body.name, unit.name) as place, count(*) over ()::int as count
    from incoming_roster given
    cross join lateral (
      select entry.place_id from roster_entry entry
      where entry.commune_id = given.commune_id and entry.group_id = ${groupId} and entry.ended_on is null
        and entry.name_bag = given.name_bag and entry.name_key = given.name_key
        and (entry.place_id <> given.place_id and given.commune_id in (entry.place_id, given.place_id)
          or ${how === 'add'} and entry.place_id = given.place_id
            and (entry.number is null or given.number is null or entry.number = given.number))
        and (entry.address = '' or given.address = '' or lower(entry.address) = lower(given.address))
        and (entry.birth_year is null or given.birth_year is null or entry.birth_year = given.birth_year)
      limit 1
    ) other
    left join area_unit unit on unit.id = other.place_id left join area_body body on body.id = other.place_id
    limit ${namesShown}`.execute(db)
  return { count: found.rows[0]?.count ?? 0, first: found.rows.map(({ name, place }) => ({ name, place })) }
}

export type Found = { standing: number; found: number }

/**
 * Who of those in the places is meant by which waiting row. For a newer list they are those who stand there; for rows that
 * are added, those who were taken off on the same day because their row of the newer list could not be read.
 */
export async function findAgain(db: Db, { groupId, how, asOf }: Plan, tallies: readonly Tally[]): Promise<Found> {
  const sought =
    how === 'replace'
      ? sql`entry.ended_on is null`
      : sql`entry.ended_on = ${asOf}::date and entry.ended_reason = 'replaced'`
  await sql`
    create temp table standing_roster on commit drop as
    select entry.commune_id, entry.id, entry.place_id, entry.name_key, entry.number, lower(entry.address) as address,
      row_number() over (partition by entry.commune_id, entry.place_id, entry.name_key, entry.number
        order by entry.since, entry.id) as nth
    from ${placesOf(tallies)} join roster_entry entry using (commune_id, place_id)
    where entry.group_id = ${groupId} and ${sought}`.execute(db)
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
  const counts = await sql<Found>`
    select (select count(*)::int from standing_roster) as standing, (select count(*)::int from found_roster) as found`.execute(
    db,
  )
  return counts.rows[0] ?? { standing: 0, found: 0 }
}
