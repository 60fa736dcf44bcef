// Notes at once those who were asked to a meeting and did not come. As with one note, the newest stands, and who has signed has none.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

type Absent = {
  driveId: string
  communeId: string
  hamletId: string | null
  absent: readonly string[]
  /** When the meeting was: what somebody noted since is newer. */
  at: Date
  now: Date
  personId: string
}

/** How many were noted. Entries of elsewhere, and of groups that the drive does not ask, are not there. */
export async function noteAbsent(
  db: Db,
  { driveId, communeId, hamletId, absent, at, now, personId }: Absent,
): Promise<number> {
  if (absent.length === 0) return 0
  const { rows } = await sql`
    insert into commitment_unsigned (commune_id, drive_id, entry_id, reason, noted_at, recorded_by)
    select entry.commune_id, ${driveId}, entry.id, 'absent', ${at < now ? at : now}, ${personId}
    from roster_entry entry
    join commitment_drive_group asked on asked.drive_id = ${driveId} and asked.group_id = entry.group_id
    where entry.commune_id = ${communeId} and entry.id = any(${absent}::uuid[]) and entry.ended_on is null
      and entry.hamlet_id is not distinct from ${hamletId}::uuid
      and not exists (select 1 from commitment_promise promise where promise.commune_id = entry.commune_id
        and promise.entry_id = entry.id and promise.drive_id = ${driveId} and promise.void_number = 0)
    order by entry.id
    on conflict (commune_id, drive_id, entry_id) do update
      set reason = excluded.reason, visit_again_on = excluded.visit_again_on, noted_at = excluded.noted_at,
        recorded_at = now(), recorded_by = excluded.recorded_by, version = commitment_unsigned.version + 1,
        changed_xid = pg_current_xact_id()
      where commitment_unsigned.noted_at < excluded.noted_at
    returning 1`.execute(db)
  return rows.length
}
