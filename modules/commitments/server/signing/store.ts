// The writes of promises, their ink, the tallies and the pulse, and of what is held for a decision: parts of one statement.

import { sql } from 'kysely'
import { plainArray, type Write } from '../../../../platform/server/write.ts'

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
  typedName: string | null
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

/** For ids, days, numbers and the words of our own lists. */
const plain = (
  rows: readonly NewPromise[],
  key: Exclude<keyof NewPromise, 'ink' | 'shape' | 'witness' | 'typedName'>,
): string => plainArray(column(rows, key))

/**
 * The order is the same for everybody (promises by entry, then tallies, then pulses), so nobody waits in a ring. Another
 * promise of the same entry, written since we looked, breaks the constraint `commitment_promise_once`: the door then
 * tries again and sees it. (`on conflict do nothing` would save that, and cost every signature twice the insert.)
 */
export function storePromises(given: readonly NewPromise[]): Write[] {
  if (given.length === 0) return []
  const rows = [...given].sort((one, other) => (one.entryId < other.entryId ? -1 : 1))
  return [
    { name: 'promised', change: promiseRows(rows) },
    { name: 'inked', change: inkRows(rows.filter(({ ink }) => ink !== null)) },
    { name: 'tallied', change: tallyRows(given) },
    { name: 'pulsed', change: pulseRows(rows) },
  ]
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
  let last: { row: NewPromise; tally: Tally } | undefined
  for (const row of rows) {
    // Mostly many of one place and day follow one another, and need no looking up.
    if (last && isOfOne(row, last.row)) last.tally.signed += 1
    else last = { row, tally: added(tallies, row) }
  }
  return [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tally]) => tally)
}

function added(tallies: Map<string, Tally>, row: NewPromise): Tally {
  const { communeId, driveId, groupId, placeId } = row
  const signedOn = laterOf(row.signedOn, row.listedOn)
  const key = `${communeId} ${driveId} ${groupId} ${placeId} ${signedOn}`
  const tally = tallies.get(key) ?? { communeId, driveId, groupId, placeId, signedOn, signed: 0 }
  tally.signed += 1
  tallies.set(key, tally)
  return tally
}

const isOfOne = (one: NewPromise, other: NewPromise): boolean =>
  one.placeId === other.placeId &&
  one.driveId === other.driveId &&
  one.groupId === other.groupId &&
  one.communeId === other.communeId &&
  one.signedOn === other.signedOn &&
  one.listedOn === other.listedOn

const promiseRows = (rows: readonly NewPromise[]) => sql`
  insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on,
    signed_at, recorded_by, device_id, witness, typed_name, meeting_id, file_id, code)
  select * from unnest(${plain(rows, 'communeId')}::uuid[], ${plain(rows, 'id')}::uuid[], ${plain(rows, 'driveId')}::uuid[],
    ${plain(rows, 'entryId')}::uuid[], ${plain(rows, 'groupId')}::text[], ${plain(rows, 'textNumber')}::int[],
    ${plain(rows, 'placeId')}::uuid[], ${plain(rows, 'way')}::text[], ${plain(rows, 'signedOn')}::date[],
    ${plain(rows, 'signedAt')}::timestamptz[], ${plain(rows, 'personId')}::uuid[], ${plain(rows, 'deviceId')}::uuid[],
    ${column(rows, 'witness')}::text[], ${column(rows, 'typedName')}::text[], ${plain(rows, 'meetingId')}::uuid[], ${plain(rows, 'fileId')}::uuid[],
    ${plain(rows, 'code')}::text[])
  returning 1`

/** All ink travels as one run of bytes, cut apart there: as an array it would travel as text, at twice the size. */
function inkRows(inked: readonly NewPromise[]) {
  const inks = Buffer.concat(inked.map(({ ink }) => ink as Buffer))
  const shapes = Buffer.concat(inked.map(({ shape }) => shape as Buffer))
  const sizes = inked.map(({ ink }) => (ink as Buffer).length)
  let before = 1
  const places = sizes.map((size) => {
    before += size
    return before - size
  })
  return sql`
    insert into commitment_ink (commune_id, promise_id, ink, shape)
    select commune_id, id, substring(${inks}::bytea from place for size), substring(${shapes}::bytea from 16 * at::int - 15 for 16)
    from unnest(${plain(inked, 'communeId')}::uuid[], ${plain(inked, 'id')}::uuid[], ${plainArray(places)}::int[], ${plainArray(sizes)}::int[])
      with ordinality as inked (commune_id, id, place, size, at)`
}

function tallyRows(rows: readonly NewPromise[]) {
  const tallies = tallied(rows)
  const own = (key: keyof Tally) => plainArray(tallies.map((tally) => tally[key]))
  return sql`
    insert into commitment_tally (commune_id, drive_id, group_id, place_id, signed_on, signed)
    select * from unnest(${own('communeId')}::uuid[], ${own('driveId')}::uuid[], ${own('groupId')}::text[], ${own('placeId')}::uuid[],
      ${own('signedOn')}::date[], ${own('signed')}::int[]) as tally
    where (select count(*) from promised) > 0
    on conflict (commune_id, drive_id, group_id, place_id, signed_on)
      do update set signed = commitment_tally.signed + excluded.signed
    returning 1`
}

function pulseRows(rows: readonly NewPromise[]) {
  const pulses = [...new Set(rows.map(({ driveId, communeId }) => `${driveId} ${slotOf(communeId)}`))].sort()
  return sql`
    insert into commitment_pulse (drive_id, slot, beats)
    select drive_id, slot, 1
    from unnest(${plainArray(pulses.map((pulse) => pulse.split(' ')[0] as string))}::uuid[],
      ${plainArray(pulses.map((pulse) => pulse.split(' ')[1] as string))}::int[]) as pulse (drive_id, slot)
    where (select count(*) from tallied) > 0
    on conflict (drive_id, slot) do update set beats = commitment_pulse.beats + 1`
}

/** Nobody has to come again for what was signed. */
export function forgetUnsigned(signed: readonly NewPromise[]): Write[] {
  if (signed.length === 0) return []
  const change = sql`
    delete from commitment_unsigned waiting
    using unnest(${plain(signed, 'communeId')}::uuid[], ${plain(signed, 'driveId')}::uuid[],
      ${plain(signed, 'entryId')}::uuid[]) as signed (commune_id, drive_id, entry_id)
    where waiting.commune_id = signed.commune_id and waiting.drive_id = signed.drive_id
      and waiting.entry_id = signed.entry_id`
  return [{ name: 'forgotten', change }]
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
export function storeHeld(rows: readonly NewHeld[]): Write[] {
  if (rows.length === 0) return []
  const change = sql`
    insert into commitment_held (commune_id, id, drive_id, entry_id, hamlet_id, reason, signature, ink, person_id, device_id)
    select * from unnest(${rows.map((row) => row.communeId)}::uuid[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.driveId)}::uuid[], ${rows.map((row) => row.entryId)}::uuid[],
      ${rows.map((row) => row.hamletId)}::uuid[], ${rows.map((row) => row.reason)}::text[],
      ${rows.map((row) => JSON.stringify(row.signature))}::jsonb[], ${rows.map((row) => row.ink)}::bytea[],
      ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.deviceId)}::uuid[])
    on conflict (commune_id, id) do nothing`
  return [{ name: 'held', change }]
}
