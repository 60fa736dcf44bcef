// After the rows are in: who was found again keeps id and promises, who is on the newer list no more ends as replaced, the
// others are new; the counts of the day and the pulse move along. All in the import's transaction.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Plan } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import type { Tally } from './store-rows.ts'
import { placeIdOf, placesOf } from './waiting.ts'

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

/** The rows came in directly: nobody of the group was there. */
export async function settleAdded(db: Db, plan: Plan, tallies: readonly Tally[]): Promise<Settled> {
  await countChanges(
    db,
    plan.groupId,
    plan.asOf,
    tallies.map((tally) => ({ ...tally, placeId: placeIdOf(tally), change: tally.rows })),
  )
  return { matched: 0, replaced: 0, added: tallies.reduce((sum, { rows }) => sum + rows, 0) }
}

/** The rows waited, and `findAgain` has said who is who. */
export async function settleWaiting(
  db: Db,
  importId: string,
  plan: Plan,
  personId: string | null,
  tallies: readonly Tally[],
): Promise<Settled> {
  const { groupId, asOf } = plan
  // Rows that are added take nobody away: of the others only those count who come back.
  await sql`
    insert into roster_import_before (import_id, commune_id, entry_id, list_id, number, name, name_key, name_bag, address,
      headcount, birth_year, identity_hashes, version, matched, ended_on, ended_reason)
    select ${importId}::uuid, entry.commune_id, entry.id, entry.list_id, entry.number, entry.name, entry.name_key,
      entry.name_bag, entry.address, entry.headcount, entry.birth_year, entry.identity_hashes, entry.version,
      found.new_id is not null, entry.ended_on, entry.ended_reason
    from standing_roster old join roster_entry entry on entry.commune_id = old.commune_id and entry.id = old.id
    left join found_roster found on found.commune_id = old.commune_id and found.old_id = old.id
    where ${plan.how === 'replace'} or found.new_id is not null`.execute(db)
  const matched = await sql`
    update roster_entry entry set list_id = fresh.list_id, number = fresh.number, name = fresh.name,
      name_key = fresh.name_key, name_bag = fresh.name_bag,
      address = case when fresh.address = '' then entry.address else fresh.address end,
      headcount = coalesce(fresh.headcount, entry.headcount), birth_year = coalesce(fresh.birth_year, entry.birth_year),
      identity_hashes = coalesce(fresh.identity_hashes, entry.identity_hashes), ended_on = null, ended_reason = null,
      version = entry.version + 1, changed_at = now(), changed_by = fresh.changed_by, changed_xid = pg_current_xact_id()
    from found_roster found join incoming_roster fresh on fresh.id = found.new_id
    where entry.commune_id = found.commune_id and entry.id = found.old_id`.execute(db)
  const back = await sql<Change>`
    select entry.commune_id as "communeId", entry.place_id as "placeId", entry.hamlet_id as "hamletId",
      entry.body_id as "bodyId", count(*)::int as change
    from roster_import_before before
    join roster_entry entry on entry.commune_id = before.commune_id and entry.id = before.entry_id
    where before.import_id = ${importId} and before.ended_on is not null group by 1, 2, 3, 4`.execute(db)
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
  if (plan.how === 'replace') await replaceLists(db, plan, tallies)
  await countChanges(db, groupId, asOf, [...back.rows, ...ended.rows, ...added.rows])
  const sum = (changes: readonly Change[]) => changes.reduce((total, { change }) => total + change, 0)
  return {
    matched: Number(matched.numAffectedRows ?? 0),
    replaced: -sum(ended.rows),
    added: sum(added.rows),
  }
}

/** The older lists of the places, whether or not anybody still stands on them. */
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
