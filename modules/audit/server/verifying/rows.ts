// The columns of a sealed entry as COPY sends them in its binary format: where each one lies, and what it says.

import type { SealedEntry } from '../../verify-export.mjs'

export const columns =
  'position, id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, previous_hash, hash'
export const field = {
  position: 0,
  id: 1,
  at: 2,
  person: 3,
  actingFor: 4,
  operation: 5,
  subject: 6,
  area: 7,
  command: 8,
  before: 9,
  after: 10,
  previous: 11,
  hash: 12,
} as const
const fieldCount = 13

/** The signature, flags and the length of an extension that the format opens each COPY with. */
const opening = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const epoch = Date.UTC(2000, 0, 1)

/** A row in `bytes`: field `n` lies from `from[n]` to `until[n]`; `from[n]` is -1 where it is null. */
export type Row = { bytes: Buffer; from: Int32Array; until: Int32Array }

/** Calls `take` for each row of whole rows, always with the same object. */
export function eachRow(bytes: Buffer, take: (row: Row) => void): void {
  const row = { bytes, from: new Int32Array(fieldCount), until: new Int32Array(fieldCount) }
  let at = bytes.subarray(0, opening.length).equals(opening) ? opening.length : 0
  while (at < bytes.length) {
    const fields = bytes.readInt16BE(at)
    at += 2
    if (fields === -1) return
    if (fields !== fieldCount) throw new Error(`an entry of the audit came with ${fields} fields`)
    for (let index = 0; index < fieldCount; index += 1) {
      const length = bytes.readInt32BE(at)
      at += 4
      row.from[index] = length < 0 ? -1 : at
      at += Math.max(0, length)
      row.until[index] = at
    }
    take(row)
  }
}

const isNull = (row: Row, index: number) => row.from[index] === -1
const textOf = (row: Row, index: number) => row.bytes.toString('utf8', row.from[index], row.until[index])
const jsonOf = (row: Row, index: number): unknown => (isNull(row, index) ? null : JSON.parse(textOf(row, index)))
const uuidOrNull = (row: Row, index: number) => (isNull(row, index) ? null : uuidOf(row, index))

export const positionOf = (row: Row): number => {
  const at = row.from[field.position]!
  return row.bytes.readInt32BE(at) * 2 ** 32 + row.bytes.readUInt32BE(at + 4)
}

const uuidOf = (row: Row, index: number) => uuidAt(row.bytes, row.from[index]!)

export function uuidAt(bytes: Buffer, from: number): string {
  const hex = bytes.toString('hex', from, from + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A hash as text, empty where there is none. */
export const hashOf = (row: Row, which: 'previous' | 'hash', as: 'hex' | 'latin1' = 'hex'): string => {
  const [from, until] = [row.from[field[which]]!, row.until[field[which]]!]
  return from < 0 ? '' : row.bytes.toString(as, from, until)
}

const perDay = 86_400_000_000
/** Beyond it, in the upper half of the number, microseconds are no longer exact as a JavaScript number (about the year 2285). */
const exact = 2 ** 20

/** When it happened: the day, counted from the beginning of 2000, and the microseconds of that day. */
export function dayOf(row: Row): number {
  const at = row.from[field.at]!
  const upper = row.bytes.readInt32BE(at)
  if (upper >= exact || upper < -exact)
    return Math.floor(Number(row.bytes.readBigInt64BE(at) - BigInt(microsOfDay(row))) / perDay)
  return Math.floor((upper * 2 ** 32 + row.bytes.readUInt32BE(at + 4)) / perDay)
}
export function microsOfDay(row: Row): number {
  const at = row.from[field.at]!
  const upper = row.bytes.readInt32BE(at)
  if (upper >= exact || upper < -exact) {
    const rest = Number(row.bytes.readBigInt64BE(at) % BigInt(perDay))
    return rest < 0 ? rest + perDay : rest
  }
  const micros = upper * 2 ** 32 + row.bytes.readUInt32BE(at + 4)
  return micros - Math.floor(micros / perDay) * perDay
}

/** The date of such a day, as far as a year has four digits; a time without it (infinity) has none. */
export function dateOf(day: number): string | undefined {
  const date = new Date(epoch + day * 86_400_000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().split('T')[0]!
}

/** With its microseconds, as `isoInstant` has it: null for a time that has no date, which only a strange hand writes. */
function instantOf(row: Row): string | null {
  const date = dateOf(dayOf(row))
  if (date === undefined) return null
  const micros = microsOfDay(row)
  const time = new Date(Math.floor(micros / 1000)).toISOString().slice(11, -1)
  return `${date}T${time}${String(micros % 1000).padStart(3, '0')}Z`
}

export const entryOf = (row: Row): SealedEntry => ({
  entry: {
    id: uuidOf(row, field.id),
    position: positionOf(row),
    at: instantOf(row) as string,
    person: uuidOf(row, field.person),
    actingFor: uuidOrNull(row, field.actingFor),
    operation: textOf(row, field.operation),
    subject: textOf(row, field.subject),
    area: uuidOrNull(row, field.area),
    command: uuidOrNull(row, field.command),
    before: jsonOf(row, field.before),
    after: jsonOf(row, field.after),
  },
  previous: hashOf(row, 'previous'),
  hash: hashOf(row, 'hash'),
})
