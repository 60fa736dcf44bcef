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
  /** The first day on which the entry is on the roster: a signature from before counts from then on. */
  listedOn: string
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
export const slotOf = (communeId: string): number => Number.parseInt(communeId.slice(-1), 16) % 16

const column = <K extends keyof NewPromise>(rows: readonly NewPromise[], key: K): NewPromise[K][] =>
  rows.map((row) => row[key])

/**
 * The order is the same for everybody (promises by entry, then tallies, then pulses), so nobody waits in a ring. Another
 * promise of the same entry, written since we looked, breaks the constraint `commitment_promise_once`: the door then
 * tries again and sees it. (`on conflict do nothing` would save that, and cost every signature twice the insert.)
 */
export async function storePromises(db: Db, given: readonly NewPromise[]): Promise<void> {
  if (given.length === 0) return
  const rows = [...given].sort((one, other) => (one.entryId < other.entryId ? -1 : 1))
  await insertAll(db, rows)
}

type Tally = Pick<NewPromise, 'communeId' | 'driveId' | 'groupId' | 'placeId' | 'signedOn'> & { signed: number }

/** Of two days, as text: they sort as they follow. */
function laterOf(one: string, other: string): string {
  if (one > other) return one
  return other
}

/** How many of each place, group and day; in the order of the key. */
function tallied(rows: readonly NewPromise[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { communeId, driveId, groupId, placeId, ...row } of rows) {
    const signedOn = laterOf(row.signedOn, row.listedOn)
    const key = `${communeId} ${driveId} ${groupId} ${placeId} ${signedOn}`
    const known = tallies.get(key)
    if (known) known.signed += 1
    else tallies.set(key, { communeId, driveId, groupId, placeId, signedOn, signed: 1 })
  }
  return [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tally]) => tally)
}

/** All in one statement; none of its parts joins another: what belongs together is known here. */
async function insertAll(db: Db, rows: readonly NewPromise[]): Promise<void> {
  const inked = rows.filter(({ ink }) => ink !== null)
  // All ink travels as one run of bytes, cut apart there: as an array it would travel as text, at twice the size.
  const inks = Buffer.concat(inked.map(({ ink }) => ink as Buffer))
  const shapes = Buffer.concat(inked.map(({ shape }) => shape as Buffer))
  const sizes = inked.map(({ ink }) => (ink as Buffer).length)
  let before = 1
  const places = sizes.map((size) => {
    before += size
    return before - size
  })
  const tallies = tallied(rows)
  const pulses = [...new Set(rows.map(({ driveId, communeId }) => `${driveId} ${slotOf(communeId)}`))].sort()
  await sql`
    /* plan once */
    with promised as (
    insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on,
      signed_at, recorded_by, device_id, witness, meeting_id, file_id, code)
    select * from unnest(${column(rows, 'communeId')}::uuid[], ${column(rows, 'id')}::uuid[], ${column(rows, 'driveId')}::uuid[],
      ${column(rows, 'entryId')}::uuid[], ${column(rows, 'groupId')}::text[], ${column(rows, 'textNumber')}::int[],
      ${column(rows, 'placeId')}::uuid[], ${column(rows, 'way')}::text[], ${column(rows, 'signedOn')}::date[],
      ${column(rows, 'signedAt')}::timestamptz[], ${column(rows, 'personId')}::uuid[], ${column(rows, 'deviceId')}::uuid[],
      ${column(rows, 'witness')}::text[], ${column(rows, 'meetingId')}::uuid[], ${column(rows, 'fileId')}::uuid[],
      ${column(rows, 'code')}::text[])
    returning 1
    ), inked as (
      insert into commitment_ink (commune_id, promise_id, ink, shape)
      select commune_id, id, substring(${inks}::bytea from place for size), substring(${shapes}::bytea from 16 * at::int - 15 for 16)
      from unnest(${column(inked, 'communeId')}::uuid[], ${column(inked, 'id')}::uuid[], ${places}::int[], ${sizes}::int[])
        with ordinality as inked (commune_id, id, place, size, at)
    ), tallied as (
      insert into commitment_tally (commune_id, drive_id, group_id, place_id, signed_on, signed)
      select * from unnest(${tallies.map((tally) => tally.communeId)}::uuid[], ${tallies.map((tally) => tally.driveId)}::uuid[],
        ${tallies.map((tally) => tally.groupId)}::text[], ${tallies.map((tally) => tally.placeId)}::uuid[],
        ${tallies.map((tally) => tally.signedOn)}::date[], ${tallies.map((tally) => tally.signed)}::int[]) as tally
      where (select count(*) from promised) > 0
      on conflict (commune_id, drive_id, group_id, place_id, signed_on)
        do update set signed = commitment_tally.signed + excluded.signed
      returning 1
    )
    insert into commitment_pulse (drive_id, slot, beats)
    select drive_id, slot, 1
    from unnest(${pulses.map((pulse) => pulse.split(' ')[0])}::uuid[], ${pulses.map((pulse) => Number(pulse.split(' ')[1]))}::int[])
      as pulse (drive_id, slot)
    where (select count(*) from tallied) > 0
    on conflict (drive_id, slot) do update set beats = commitment_pulse.beats + 1`.execute(db)
}

/** Nobody has to come again for what was signed. */
export async function forgetUnsigned(db: Db, signed: readonly NewPromise[]): Promise<void> {
  if (signed.length === 0) return
  await sql`
    delete from commitment_unsigned waiting
    using unnest(${column(signed, 'communeId')}::uuid[], ${column(signed, 'driveId')}::uuid[],
      ${column(signed, 'entryId')}::uuid[]) as signed (commune_id, drive_id, entry_id)
    where waiting.commune_id = signed.commune_id and waiting.drive_id = signed.drive_id
      and waiting.entry_id = signed.entry_id`.execute(db)
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
