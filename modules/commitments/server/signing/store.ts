// Writes promises, their ink, the tallies and the pulse in one statement; and, apart, what is held for a decision.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

export type NewPromise = {
  communeId: string
  id: string
  driveId: string
  entryId: string
  groupId: string
  textNumber: number
  placeId: string
  way: string
  signedOn: string
  signedAt: string
  personId: string | null
  deviceId: string | null
  witness: string | null
  meetingId: string | null
  fileId: string | null
  code: string
  ink: Buffer | null
  shape: Buffer | null
}

/** Writers of different communes meet in as few of these as there are lanes; a reader adds them up. */
const slotOf = (communeId: string): number => Number.parseInt(communeId.slice(-1), 16) % 16

const column = <K extends keyof NewPromise>(rows: readonly NewPromise[], key: K): NewPromise[K][] =>
  rows.map((row) => row[key])

/**
 * Answers the ids that were written. One that is missing met another promise of the same entry, written meanwhile.
 * The order is the same for everybody (promises by entry, then tallies, then pulses), so nobody waits in a ring.
 */
export async function storePromises(db: Db, given: readonly NewPromise[]): Promise<ReadonlySet<string>> {
  const rows = [...given].sort((one, other) => (one.entryId < other.entryId ? -1 : 1))
  const written = await sql<{ id: string }>`
    with given as (
      select *
      from unnest(${column(rows, 'communeId')}::uuid[], ${column(rows, 'id')}::uuid[], ${column(rows, 'driveId')}::uuid[],
        ${column(rows, 'entryId')}::uuid[], ${column(rows, 'groupId')}::text[], ${column(rows, 'textNumber')}::int[],
        ${column(rows, 'placeId')}::uuid[], ${column(rows, 'way')}::text[], ${column(rows, 'signedOn')}::date[],
        ${column(rows, 'signedAt')}::timestamptz[], ${column(rows, 'personId')}::uuid[], ${column(rows, 'deviceId')}::uuid[],
        ${column(rows, 'witness')}::text[], ${column(rows, 'meetingId')}::uuid[], ${column(rows, 'fileId')}::uuid[],
        ${column(rows, 'code')}::text[], ${column(rows, 'ink')}::bytea[], ${column(rows, 'shape')}::bytea[],
        ${rows.map((row) => slotOf(row.communeId))}::int[])
        as given (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at,
          recorded_by, device_id, witness, meeting_id, file_id, code, ink, shape, slot)
    ), promised as (
      insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on,
        signed_at, recorded_by, device_id, witness, meeting_id, file_id, code)
      select commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at, recorded_by,
        device_id, witness, meeting_id, file_id, code
      from given
      on conflict do nothing
      returning commune_id, id, drive_id, group_id, place_id, signed_on, entry_id
    ), inked as (
      insert into commitment_ink (commune_id, promise_id, ink, shape)
      select given.commune_id, given.id, given.ink, given.shape
      from given join promised using (commune_id, id) where given.ink is not null
    ), tallied as (
      insert into commitment_tally (commune_id, drive_id, group_id, place_id, signed_on, signed)
      select commune_id, drive_id, group_id, place_id, signed_on, count(*)
      from promised group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (commune_id, drive_id, group_id, place_id, signed_on)
        do update set signed = commitment_tally.signed + excluded.signed
      returning 1
    ), visited as (
      delete from commitment_unsigned waiting using promised
      where waiting.commune_id = promised.commune_id and waiting.drive_id = promised.drive_id
        and waiting.entry_id = promised.entry_id
    ), beaten as (
      insert into commitment_pulse (drive_id, slot, beats)
      select given.drive_id, given.slot, 1 from given join promised using (commune_id, id)
      where (select count(*) from tallied) >= 0
      group by 1, 2 order by 1, 2
      on conflict (drive_id, slot) do update set beats = commitment_pulse.beats + 1
    )
    select id from promised`.execute(db)
  return new Set(written.rows.map((row) => row.id))
}

export type NewHeld = {
  communeId: string
  id: string
  driveId: string
  entryId: string
  hamletId: string | null
  reason: string
  signature: unknown
  ink: Buffer | null
  personId: string | null
  deviceId: string | null
}

/** Keeps what a person has to decide on; the same one sent again stays as it was. */
export async function storeHeld(db: Db, rows: readonly NewHeld[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into commitment_held (commune_id, id, drive_id, entry_id, hamlet_id, reason, signature, ink, person_id, device_id)
    select * from unnest(${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.driveId)}::uuid[], ${rows.map((row) => row.entryId)}::uuid[],
      ${rows.map((row) => row.hamletId)}::uuid[], ${rows.map((row) => row.reason)}::text[],
      ${rows.map((row) => JSON.stringify(row.signature))}::jsonb[], ${rows.map((row) => row.ink)}::bytea[],
      ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.deviceId)}::uuid[])
    on conflict (commune_id, id) do nothing`.execute(db)
}
