// A merge brings a promise to an entry that somebody was to come to again: its reason goes aside, and returns with an unmerge.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { EntryRef } from './promises.ts'

/** Nobody has to come again for what was signed. */
export async function setReasonsAside(db: Db, { communeId, id }: EntryRef): Promise<void> {
  await sql`
    with taken as (
      delete from commitment_unsigned noted using commitment_promise promise
      where noted.commune_id = ${communeId} and noted.entry_id = ${id} and promise.commune_id = noted.commune_id
        and promise.entry_id = noted.entry_id and promise.drive_id = noted.drive_id and promise.void_number = 0
      returning noted.*
    )
    insert into commitment_unsigned_aside (commune_id, drive_id, entry_id, reason, visit_again_on, noted_at, recorded_at, recorded_by)
    select commune_id, drive_id, entry_id, reason, visit_again_on, noted_at, recorded_at, recorded_by from taken
    on conflict (commune_id, drive_id, entry_id) do update
      set reason = excluded.reason, visit_again_on = excluded.visit_again_on, noted_at = excluded.noted_at,
        recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
      where commitment_unsigned_aside.noted_at <= excluded.noted_at`.execute(db)
}

/** Only where the entry is left without a promise; one that is part of another merge keeps its reason aside. */
export async function bringReasonsBack(db: Db, { communeId, id }: EntryRef): Promise<void> {
  await sql`
    with back as (
      delete from commitment_unsigned_aside aside
      where aside.commune_id = ${communeId} and aside.entry_id = ${id} and not exists (
        select 1 from commitment_promise promise where promise.commune_id = aside.commune_id
          and promise.entry_id = aside.entry_id and promise.drive_id = aside.drive_id and promise.void_number = 0)
      returning *
    )
    insert into commitment_unsigned as noted (commune_id, drive_id, entry_id, reason, visit_again_on, noted_at, recorded_at, recorded_by)
    select commune_id, drive_id, entry_id, reason, visit_again_on, noted_at, recorded_at, recorded_by from back
    on conflict (commune_id, drive_id, entry_id) do nothing`.execute(db)
}
