// The promises of an entry, and the three things that can become of one when entries are joined or parted.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Counted } from './tallies.ts'

export type EntryRef = { communeId: string; id: string }
export type Promised = {
  id: string
  communeId: string
  entryId: string
  driveId: string
  groupId: string
  placeId: string
  countedOn: string
  voidNumber: number
  voidedReason: string | null
}

export async function promisesBy(db: Db, entry: EntryRef, ids?: readonly string[]): Promise<Promised[]> {
  const found = await sql<Promised>`
    select promise.id, promise.commune_id as "communeId", promise.entry_id as "entryId", promise.drive_id as "driveId",
      promise.group_id as "groupId", promise.place_id as "placeId", greatest(promise.signed_on, entry.since) as "countedOn",
      promise.void_number as "voidNumber", promise.voided_reason as "voidedReason"
    from commitment_promise promise
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where promise.commune_id = ${entry.communeId} and promise.entry_id = ${entry.id}
      and (${ids ?? null}::uuid[] is null or promise.id = any(${ids ?? null}::uuid[]))
    order by promise.id for update of promise`.execute(db)
  return found.rows
}

export const stands = ({ voidNumber }: Promised): boolean => voidNumber === 0
/** Void because another one of the same signer stands in its place, not because it was recorded wrongly. */
export const isReplaced = ({ voidNumber, voidedReason }: Promised): boolean =>
  voidNumber > 0 && (voidedReason ?? '').startsWith('→ ')

/** Gives a promise to another entry of its commune, standing or void as it is. */
export async function giveTo(db: Db, promise: Promised, entryId: string): Promise<Counted[]> {
  const moved = await sql<{ place_id: string; counted_on: string }>`
    update commitment_promise promise set entry_id = entry.id, place_id = entry.place_id, changed_xid = pg_current_xact_id(),
      void_number = case when void_number = 0 then 0 else 1 + coalesce((select max(void_number) from commitment_promise other
        where other.commune_id = entry.commune_id and other.entry_id = entry.id and other.drive_id = promise.drive_id), 0) end
    from roster_entry entry
    where promise.commune_id = ${promise.communeId} and promise.id = ${promise.id}
      and entry.commune_id = promise.commune_id and entry.id = ${entryId}
    returning promise.place_id, greatest(promise.signed_on, entry.since) as counted_on`.execute(db)
  const [there] = moved.rows
  if (!stands(promise) || !there) return []
  return [
    { ...promise, change: -1 },
    { ...promise, placeId: there.place_id, countedOn: there.counted_on, change: 1 },
  ]
}

/** The one that stands in its place is named, as when a second signature is accepted. */
export async function replaceBy(
  db: Db,
  promise: Promised,
  otherId: string,
  given: { personId: string; on: string },
): Promise<Counted[]> {
  await sql`
    update commitment_promise promise set voided_on = ${given.on}::date, voided_reason = ${`→ ${otherId}`}, voided_by = ${given.personId},
      changed_xid = pg_current_xact_id(), void_number = 1 + (select max(void_number) from commitment_promise other
        where other.commune_id = promise.commune_id and other.entry_id = promise.entry_id and other.drive_id = promise.drive_id)
    where commune_id = ${promise.communeId} and id = ${promise.id}`.execute(db)
  return [{ ...promise, change: -1 }]
}

/** Stands again, where none of its entry does. */
export async function revive(db: Db, promise: Promised): Promise<Counted[]> {
  await sql`
    update commitment_promise set void_number = 0, voided_on = null, voided_reason = null, voided_by = null,
      changed_xid = pg_current_xact_id()
    where commune_id = ${promise.communeId} and id = ${promise.id}`.execute(db)
  return [{ ...promise, change: 1 }]
}
