// Undoes an import as a whole: who came with it was never on the list, who was found again or replaced is as before.
// Refused when somebody who came with it has signed since, or a newer list has replaced it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { mergedOfLists } from '../duplicates/merged-of-lists.ts'
import { countChanges } from './settle.ts'
import { signedOfLists } from './signed-slot.ts'

type List = { communeId: string; listId: string; groupId: string; replacedOn: string | null }
type Moved = {
  communeId: string
  placeId: string
  hamletId: string | null
  bodyId: string | null
  on: string
  change: number
}

/** Why it cannot be undone is thrown as a refusal. */
export async function refuseUndo(db: Db, importId: string): Promise<List[]> {
  const found = await sql<List>`
    select commune_id as "communeId", id as "listId", group_id as "groupId", replaced_on as "replacedOn" from roster_list
    where import_id = ${importId} and undone_on is null`.execute(db)
  if (found.rows.some(({ replacedOn }) => replacedOn !== null)) throw refuse(importRefusals.replaced_since)
  const merged = await mergedOfLists(db, found.rows)
  if (merged > 0) throw refuse(importRefusals.merged_since, { count: merged })
  const signed = await signedOfLists(db, found.rows, importId)
  if (signed > 0) throw refuse(importRefusals.signed_since, { count: signed })
  return found.rows
}

/** Inside of the caller's transaction. */
export async function undoImport(
  db: Db,
  { importId, personId, today }: { importId: string; personId: string | null; today: string },
): Promise<{ taken: number; restored: number }> {
  await sql`select pg_advisory_xact_lock(hashtext('roster-import'))`.execute(db)
  const lists = await refuseUndo(db, importId)
  const [first] = lists
  if (!first) throw refuse(importRefusals.not_imported)
  const moved = [...(await takeAway(db, importId, personId, lists)), ...(await putBack(db, importId, personId))]
  for (const on of new Set(moved.map((one) => one.on)))
    await countChanges(
      db,
      first.groupId,
      on,
      moved.filter((one) => one.on === on),
    )
  await sql`
    update roster_list set undone_on = ${today}::date, version = version + 1 where import_id = ${importId}`.execute(db)
  await sql`
    update roster_list older set replaced_on = null, replaced_by = null, version = older.version + 1
    from roster_list newer
    where newer.import_id = ${importId} and older.commune_id = newer.commune_id and older.replaced_by = newer.id`.execute(
    db,
  )
  await sql`delete from roster_import_before where import_id = ${importId}`.execute(db)
  const sum = (of: (change: number) => boolean) =>
    moved.reduce((total, { change }) => total + (of(change) ? Math.abs(change) : 0), 0)
  return { taken: sum((change) => change < 0), restored: sum((change) => change > 0) }
}

/** On no day were they on the list: the count of the first day goes back, and the day of an earlier end forward. */
async function takeAway(db: Db, importId: string, personId: string | null, lists: readonly List[]): Promise<Moved[]> {
  const found = await sql<Moved>`
    with own as (
      select entry.commune_id, entry.id, entry.since, entry.ended_on as ended_before
      from unnest(${lists.map(({ communeId }) => communeId)}::uuid[], ${lists.map(({ listId }) => listId)}::uuid[])
        as list (commune_id, id)
      join roster_entry entry on entry.commune_id = list.commune_id and entry.list_id = list.id
      where not exists (select 1 from roster_import_before before where before.import_id = ${importId}
        and before.commune_id = entry.commune_id and before.entry_id = entry.id)
    ), gone as (
      update roster_entry entry set ended_on = own.since, ended_reason = 'undone', merged_into = null,
        version = entry.version + 1, changed_at = now(), changed_by = ${personId}::uuid,
        changed_xid = pg_current_xact_id()
      from own where entry.commune_id = own.commune_id and entry.id = own.id
      returning entry.commune_id, entry.place_id, entry.hamlet_id, entry.body_id, own.since, own.ended_before
    )
    select commune_id as "communeId", place_id as "placeId", hamlet_id as "hamletId", body_id as "bodyId",
      day.on_date as "on", sum(day.change)::int as change
    from gone cross join lateral (values (since, -1), (ended_before, 1)) as day (on_date, change)
    where day.on_date is not null group by 1, 2, 3, 4, 5`.execute(db)
  return found.rows
}

/** What somebody has changed since stays as they left it; the list that it belongs to is the older one again. */
async function putBack(db: Db, importId: string, personId: string | null): Promise<Moved[]> {
  const gone = await endAgain(db, importId, personId)
  await sql`
    update roster_entry entry set list_id = before.list_id, number = before.number, name = before.name,
      name_key = before.name_key, name_bag = before.name_bag, address = before.address, headcount = before.headcount,
      birth_year = before.birth_year, identity_hashes = before.identity_hashes, version = entry.version + 1,
      changed_at = now(), changed_by = ${personId}::uuid, changed_xid = pg_current_xact_id()
    from roster_import_before before
    where before.import_id = ${importId} and before.matched and entry.commune_id = before.commune_id
      and entry.id = before.entry_id and entry.version = before.version + 1 and before.ended_on is null`.execute(db)
  await sql`
    update roster_entry entry set list_id = before.list_id, changed_xid = pg_current_xact_id()
    from roster_import_before before
    where before.import_id = ${importId} and before.matched and entry.commune_id = before.commune_id
      and entry.id = before.entry_id and entry.list_id <> before.list_id`.execute(db)
  const found = await sql<Moved>`
    with back as (
      select entry.commune_id, entry.id, entry.ended_on from roster_import_before before
      join roster_entry entry on entry.commune_id = before.commune_id and entry.id = before.entry_id
      where before.import_id = ${importId} and not before.matched and entry.ended_reason = 'replaced'
    ), there as (
      update roster_entry entry set ended_on = null, ended_reason = null, version = entry.version + 1,
        changed_at = now(), changed_by = ${personId}::uuid, changed_xid = pg_current_xact_id()
      from back where entry.commune_id = back.commune_id and entry.id = back.id
      returning entry.commune_id, entry.place_id, entry.hamlet_id, entry.body_id, back.ended_on
    )
    select commune_id as "communeId", place_id as "placeId", hamlet_id as "hamletId", body_id as "bodyId",
      ended_on as "on", count(*)::int as change from there group by 1, 2, 3, 4, 5`.execute(db)
  return [...gone, ...found.rows]
}

/** Whom mended rows had brought back is off the list again, with everything as it was. */
async function endAgain(db: Db, importId: string, personId: string | null): Promise<Moved[]> {
  const found = await sql<Moved>`
    with gone as (
      update roster_entry entry set list_id = before.list_id, number = before.number, name = before.name,
        name_key = before.name_key, name_bag = before.name_bag, address = before.address,
        headcount = before.headcount, birth_year = before.birth_year, identity_hashes = before.identity_hashes,
        ended_on = before.ended_on, ended_reason = before.ended_reason, version = entry.version + 1,
        changed_at = now(), changed_by = ${personId}::uuid, changed_xid = pg_current_xact_id()
      from roster_import_before before
      where before.import_id = ${importId} and before.ended_on is not null and entry.commune_id = before.commune_id
        and entry.id = before.entry_id and entry.ended_on is null
      returning entry.commune_id, entry.place_id, entry.hamlet_id, entry.body_id, entry.ended_on
    )
    select commune_id as "communeId", place_id as "placeId", hamlet_id as "hamletId", body_id as "bodyId",
      ended_on as "on", -count(*)::int as change from gone group by 1, 2, 3, 4, 5`.execute(db)
  return found.rows
}
