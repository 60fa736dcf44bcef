// The bytes that the seal of a row covers, written straight from what the database sent: what `entryHash` hashes, without
// making objects of it first.

import type { Page } from './page.ts'
import { dateOf, dayOf, field, microsOfDay, positionOf, type Row } from './rows.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
/** All that stands between the values, the keys in their order. */
const actingFor = latin('{"actingFor":')
const after = latin(',"after":')
const area = latin(',"area":')
const at = latin(',"at":"')
const before = latin('","before":')
const command = latin(',"command":')
const id = latin(',"id":')
const operation = latin(',"operation":')
const person = latin(',"person":')
const position = latin(',"position":')
const subject = latin(',"subject":')
const closing = latin('}')
const none = latin('null')

const quote = 0x22
const backslash = 0x5c
const dash = 0x2d
const point = 0x2e
const colon = 0x3a
const letterT = 0x54
const letterZ = 0x5a
/** What the keys, the identifiers and the time take at most. */
const roomBesides = 1024
/** The most that a byte of text grows to when it is written as JSON. */
const growth = 6

const digits = latin('0123456789abcdef')
/** Both digits of a byte. */
const pairs = Uint16Array.from({ length: 256 }, (_, byte) => (digits[byte >> 4]! << 8) | digits[byte & 15]!)

/** Puts the previous hash and the canonical JSON of the row on the page, in place of what was there. */
export function writeHashed(page: Page, row: Row): void {
  const length = row.until[field.hash]! - row.from[field.position]!
  const texts = row.until[field.subject]! - row.from[field.operation]!
  page.begin(length + texts * growth + roomBesides)
  if (row.from[field.previous]! >= 0) page.copy(row.bytes, row.from[field.previous]!, row.until[field.previous]!)
  key(page, actingFor)
  uuid(page, row, field.actingFor)
  key(page, after)
  json(page, row, field.after)
  key(page, area)
  uuid(page, row, field.area)
  key(page, at)
  instant(page, row)
  key(page, before)
  json(page, row, field.before)
  key(page, command)
  uuid(page, row, field.command)
  key(page, id)
  uuid(page, row, field.id)
  key(page, operation)
  text(page, row, field.operation)
  key(page, person)
  uuid(page, row, field.person)
  key(page, position)
  whole(page, positionOf(row))
  key(page, subject)
  text(page, row, field.subject)
  key(page, closing)
}

const key = (page: Page, written: Uint8Array) => page.copy(written, 0, written.length)

function uuid(page: Page, row: Row, index: number): void {
  const from = row.from[index]!
  if (from < 0) {
    key(page, none)
    return
  }
  const { bytes: to, view } = page
  let { end } = page
  to[end++] = quote
  for (let byte = 0; byte < 16; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) to[end++] = dash
    view.setUint16(end, pairs[row.bytes[from + byte]!]!)
    end += 2
  }
  to[end++] = quote
  page.end = end
}

function text(page: Page, row: Row, index: number): void {
  const [from, until] = [row.from[index]!, row.until[index]!]
  for (let place = from; place < until; place += 1) {
    const byte = row.bytes[place]!
    if (byte >= 0x20 && byte !== quote && byte !== backslash) continue
    page.end += page.bytes.write(JSON.stringify(row.bytes.toString('utf8', from, until)), page.end)
    return
  }
  page.bytes[page.end++] = quote
  page.copy(row.bytes, from, until)
  page.bytes[page.end++] = quote
}

/** Kept as it was sealed. Where it is written otherwise, the hash does not fit and the entry is judged in the plain way. */
function json(page: Page, row: Row, index: number): void {
  if (row.from[index]! < 0) key(page, none)
  else page.copy(row.bytes, row.from[index]!, row.until[index]!)
}

function whole(page: Page, number: number): void {
  if (number < 0 || !Number.isSafeInteger(number)) {
    key(page, latin(String(number)))
    return
  }
  let width = 1
  for (let most = 10; most <= number; most *= 10) width += 1
  page.digits(number, width)
}

let lastDay = Number.NaN
let lastDate = latin('')

/** The date is written once for all entries of a day. */
function instant(page: Page, row: Row): void {
  const day = dayOf(row)
  if (day !== lastDay) {
    lastDay = day
    lastDate = latin(dateOf(day) ?? '')
  }
  const micros = microsOfDay(row)
  const seconds = Math.floor(micros / 1e6)
  key(page, lastDate)
  page.bytes[page.end++] = letterT
  page.digits(Math.floor(seconds / 3600), 2)
  page.bytes[page.end++] = colon
  page.digits(Math.floor(seconds / 60) % 60, 2)
  page.bytes[page.end++] = colon
  page.digits(seconds % 60, 2)
  page.bytes[page.end++] = point
  page.digits(micros - seconds * 1e6, 6)
  page.bytes[page.end++] = letterZ
}
