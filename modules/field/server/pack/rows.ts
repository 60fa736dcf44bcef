// The rows of a pack: entries, what they signed, why some have not. With a bound: only what changed since.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { PackConflict, PackEntry, PackHome, PackSigned, PackUnsigned } from '../../contract/pack.ts'
import type { PackPlace } from './place.ts'

/** `xmin`: transactions before it are over, so their rows are read by whoever reads after asking. `next` is yet to come. */
export async function readBounds(db: Db): Promise<{ xmin: string; next: string }> {
  const { rows } = await sql<{ xmin: string; next: string }>`
    select pg_snapshot_xmin(now)::text as xmin, pg_snapshot_xmax(now)::text as next from pg_current_snapshot() as now`.execute(
    db,
  )
  return rows[0] as { xmin: string; next: string }
}

const since = (column: string, xid: string | undefined) => (xid ? sql`and ${sql.ref(column)} >= ${xid}::xid8` : sql``)
const communes = (place: PackPlace) => sql`any(${place.communeIds}::uuid[])`
const places = (place: PackPlace) => sql`any(${place.placeIds}::uuid[])`

type EntryRow = {
  id: string
  commune_id: string
  hamlet_id: string | null
  number: number | null
  name: string
  address: string
  headcount: number | null
  group_id: string
  version: number
  ended_on: string | null
}

type Entries = { entries: PackEntry[]; homes: PackHome[] }

/** Without a bound those who stand on the roster; with one also those who have left it, each with the day. */
export async function packEntries(db: Db, place: PackPlace, xid?: string): Promise<Entries> {
  const { rows } = await sql<EntryRow>`
    select id, commune_id, hamlet_id, number, name, address, headcount, group_id, version, ended_on from roster_entry
    where commune_id = ${communes(place)} and place_id = ${places(place)} ${since('changed_xid', xid)}
      ${xid ? sql`` : sql`and ended_on is null`}
    order by number nulls last, id`.execute(db)
  const homes = new Map<string, number>()
  const homeOf = ({ commune_id, hamlet_id }: EntryRow): number => {
    const key = `${commune_id} ${hamlet_id ?? ''}`
    const known = homes.get(key) ?? homes.size
    homes.set(key, known)
    return known
  }
  const entries = rows.map(
    (row): PackEntry => [
      row.id,
      row.number,
      row.name,
      row.address,
      row.headcount,
      row.group_id,
      row.version,
      homeOf(row),
      row.ended_on,
    ],
  )
  const keys = [...homes.keys()].map((key) => key.split(' '))
  return { entries, homes: keys.map(([communeId = '', hamletId]) => ({ communeId, hamletId: hamletId || null })) }
}

/** Entries of the same communes that were changed and stand elsewhere now: whoever has them drops them. */
export async function goneEntries(db: Db, place: PackPlace, xid: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from roster_entry
    where commune_id = ${communes(place)} and place_id <> all(${place.placeIds}::uuid[]) and version > 1 and changed_xid >= ${xid}::xid8`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** The standing promise of each entry and drive; with a bound also that one has been voided and none stands. */
export async function packSigned(
  db: Db,
  place: PackPlace,
  driveIds: readonly string[],
  xid?: string,
): Promise<PackSigned[]> {
  const { rows } = await sql<{ entry_id: string; drive_id: string; signed_on: string | null; way: string }>`
    select distinct on (entry_id, drive_id) entry_id, drive_id,
      case when void_number = 0 then signed_on end as signed_on, way
    from commitment_promise promise
    where commune_id = ${communes(place)} and place_id = ${places(place)} and drive_id = any(${driveIds as string[]}::uuid[])
      ${xid ? since('changed_xid', xid) : sql`and void_number = 0`}
      and (void_number = 0 or not exists (select 1 from commitment_promise standing
        where standing.entry_id = promise.entry_id and standing.commune_id = promise.commune_id
          and standing.drive_id = promise.drive_id and standing.void_number = 0))
    order by entry_id, drive_id, void_number`.execute(db)
  return rows.map((row) => [row.entry_id, row.drive_id, row.signed_on, row.way])
}

/**
 * Entries that were changed and have no promise: after a merge is taken back the promise is another entry's again, and the
 * row of the promise no longer says whose it was.
 */
export async function packUnpromised(
  db: Db,
  place: PackPlace,
  driveIds: readonly string[],
  xid: string,
): Promise<PackSigned[]> {
  const { rows } = await sql<{ entry_id: string; drive_id: string }>`
    select entry.id as entry_id, drive_id from roster_entry entry cross join unnest(${driveIds as string[]}::uuid[]) as drive_id
    where entry.commune_id = ${communes(place)} and entry.place_id = ${places(place)} and entry.changed_xid >= ${xid}::xid8
      and entry.version > 1 and entry.ended_on is null
      and not exists (select 1 from commitment_promise promise where promise.entry_id = entry.id
        and promise.commune_id = entry.commune_id and promise.drive_id = drive_id and promise.void_number = 0)`.execute(
    db,
  )
  return rows.map((row) => [row.entry_id, row.drive_id, null, ''])
}

/** Few, and deleted when they are settled: so all of them, each time; but for one noted in the very moment in which they signed. */
export async function packUnsigned(db: Db, place: PackPlace, driveIds: readonly string[]): Promise<PackUnsigned[]> {
  const { rows } = await sql<{ entry_id: string; drive_id: string; reason: string; visit_again_on: string | null }>`
    select noted.entry_id, noted.drive_id, noted.reason, noted.visit_again_on
    from commitment_unsigned noted join roster_entry entry
      on entry.commune_id = noted.commune_id and entry.id = noted.entry_id and entry.place_id = ${places(place)}
    where noted.commune_id = ${communes(place)} and noted.drive_id = any(${driveIds as string[]}::uuid[])
      and not exists (select 1 from commitment_promise promise where promise.commune_id = noted.commune_id
        and promise.entry_id = noted.entry_id and promise.drive_id = noted.drive_id and promise.void_number = 0)
    order by noted.entry_id, noted.drive_id`.execute(db)
  return rows.map((row) => [row.entry_id, row.drive_id, row.reason, row.visit_again_on])
}

/** What was said of its entries in two ways and waits for a choice. */
export async function packConflicts(db: Db, place: PackPlace): Promise<PackConflict[]> {
  const { rows } = await sql<{ row: PackConflict }>`
    select json_build_array(conflict.id, conflict.entry_id, conflict.field, conflict.said, conflict.said_at,
      conflict.device_id, person.name) as row
    from field_conflict conflict join person on person.id = conflict.person_id
    join roster_entry entry on entry.commune_id = conflict.commune_id and entry.id = conflict.entry_id
    where conflict.commune_id = ${communes(place)} and conflict.settled_at is null and entry.place_id = ${places(place)}
      and entry.ended_on is null
    order by conflict.said_at, conflict.id`.execute(db)
  return rows.map(({ row }) => row)
}
