// Ten years of an audit as the product would have written it, sealed into one chain with its own hash and signed day by day;
// the same number of entries is always the same chain, and it can be made to grow.

import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import type { Signer } from '../../modules/audit/server/signer.ts'
import {
  canonical,
  entryHash,
  genesis,
  type Head,
  headStatement,
  type LogEntry,
} from '../../modules/audit/verify-export.mjs'
import { onOneConnection } from '../../platform/database/copying.ts'
import { dayOf } from '../../platform/server/clock.ts'

const began = Date.UTC(2016, 0, 1)
const years = 10
const tenYears = years * 365 * 86_400_000

const pick = <T>(of: readonly T[], number: number): T => of[number % of.length] as T
const mix = (number: number, salt: number): number => Math.imul(number ^ (salt * 0x9e3779b1), 0x85ebca6b) >>> 0
const part = (number: number, salt: number): string => mix(number, salt).toString(16).padStart(8, '0')
/** The same for the same number; `many` of them in all. */
const uuidFor = (number: number, kind: number, many = 2 ** 32): string => {
  const [a, b, c] = [1, 2, 3].map((salt) => part(number % many, kind * 10 + salt)) as [string, string, string]
  return `0193${a.slice(0, 4)}-${a.slice(4)}-7${b.slice(0, 3)}-8${b.slice(3, 6)}-${b.slice(6)}${c}${a.slice(0, 2)}`
}
const uuidOf = (text: string) =>
  createHash('sha1')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const places = [
  'Thôn Đông Hạ',
  'Thôn Trúc Cầu',
  'Tổ dân phố số 7',
  'Thôn Đồng Lý',
  'Thôn Bằng Ngang',
  'Thôn Phượng Lâu',
]
const notes = [
  'Đã phát tờ rơi tới từng hộ và họp thôn buổi tối, 64 hộ dự.',
  'Chờ trưởng thôn xác nhận danh sách.\nHẹn làm tiếp vào tuần sau.',
  'Nhập nhầm “thôn Đông”, sửa theo biên bản họp ngày 12.',
  'Không có gì thay đổi so với kỳ trước.',
]

type Deed = Pick<LogEntry, 'operation' | 'subject' | 'before' | 'after'>
/** The kinds of work that make most of an audit, in the sizes that they have. */
const deeds: ((n: number) => Deed)[] = [
  (n) => ({
    operation: 'tasks.report',
    subject: `task:${uuidFor(n, 1, 200_000)}`,
    before: { status: 'doing', progress: n % 90, dueOn: '2024-11-30', evidence: [] },
    after: { status: 'done', progress: 100, note: pick(notes, n), dueOn: '2024-11-30', evidence: [uuidFor(n, 2)] },
  }),
  (n) => ({
    operation: 'commitments.sign',
    subject: `commitment-drive:${uuidFor(n, 3, 5_000)}`,
    before: null,
    after: { device: uuidFor(n, 4, 900), signed: [1, 2, 3].map((each) => [uuidFor(n + each, 5), 'accepted', n % 97]) },
  }),
  (n) => ({
    operation: 'cases.open',
    subject: `case-file:${uuidFor(n, 6, 40_000)}`,
    before: null,
    after: { opening: uuidFor(n, 7), purpose: 'monthly-check', until: '2024-11-15T10:30:00.000Z' },
  }),
  (n) => ({
    operation: 'areas.change-figure',
    subject: `area:${uuidFor(n, 8, 14_000)}`,
    before: { measure: 'households', asOf: '2024-06-30', value: n % 400, source: `Báo cáo ${pick(places, n)}` },
    after: { measure: 'households', asOf: '2024-12-31', value: (n % 400) + 3, source: `Rà soát ${pick(places, n)}` },
  }),
  (n) => ({
    operation: 'access.sign-in',
    subject: `person:${uuidFor(n, 9, 3_000)}`,
    before: null,
    after: { session: uuidFor(n, 10), way: 'password' },
  }),
  (n) => ({
    operation: 'verification.record-visit',
    subject: `verification-lot:${uuidFor(n, 11, 9_000)}`,
    before: { seen: n % 30, verdict: null },
    after: {
      seen: (n % 30) + 1,
      verdict: n % 7 === 0 ? 'differs' : 'agrees',
      place: pick(places, n),
      share: 0.25,
      words: [],
    },
  }),
]

/** The entry that stands at a position of a chain which ends ten years after it began at `of` entries. */
function entryAt(position: number, of: number): LogEntry {
  const n = mix(position, 77)
  const at = new Date(began + Math.floor((position / of) * tenYears))
  return {
    id: uuidOf(`${position}`),
    position,
    at: at.toISOString().replace('Z', '000Z'),
    person: uuidFor(n, 12, 3_000),
    actingFor: n % 9 === 0 ? uuidFor(n, 13, 3_000) : null,
    area: n % 20 === 0 ? null : uuidFor(n, 14, 14_000),
    command: n % 6 === 4 ? null : uuidFor(n, 15),
    ...pick(deeds, n)(n),
  }
}

export type Chain = { entries: number; hash: string; heads: Head[] }
export const noChain: Chain = { entries: 0, hash: genesis, heads: [] }

/** Lets the chain grow to `until` entries, of the `furthest` that it will ever have, and signs each of its days. */
export async function grow(
  db: Kysely<DB>,
  signer: Signer,
  chain: Chain,
  until: number,
  furthest: number,
): Promise<Chain> {
  const heads = [...chain.heads]
  let { hash } = chain
  let day = ''
  const sign = (position: number) => {
    const previousDay = heads.findLast((head) => head.day < day)?.day ?? null
    const statement = { day, position, hash, previousDay, signedAt: `${day}T10:00:00.000000Z` }
    const head = { ...statement, publicKey: signer.publicKey, signature: signer.sign(headStatement(statement)) }
    if (heads.at(-1)?.day === day) heads.pop()
    heads.push(head)
  }
  function* rows() {
    let text = ''
    for (let position = chain.entries + 1; position <= until; position += 1) {
      const entry = entryAt(position, furthest)
      const today = dayOf(new Date(entry.at))
      if (day && day !== today) sign(position - 1)
      day = today
      const previous = hash
      hash = entryHash(previous, entry)
      text += `${lineOf(entry, previous, hash)}\n`
      if (text.length < 100_000) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(text)
  }
  await onOneConnection(db, ({ copyIn }) => copyIn(`copy audit_sealed (${columns}) from stdin`, rows()))
  sign(until)
  await storeHeads(db, heads)
  return { entries: until, hash, heads }
}

const columns =
  'id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, position, previous_hash, hash'

function lineOf(entry: LogEntry, previous: string, hash: string): string {
  const json = (value: unknown) => (value === null ? null : canonical(value))
  return [
    ...[entry.id, entry.at, entry.person, entry.actingFor, entry.operation, entry.subject, entry.area, entry.command],
    ...[json(entry.before), json(entry.after), entry.position, `\\x${previous}`, `\\x${hash}`],
  ]
    .map((value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\')))
    .join('\t')
}

async function storeHeads(db: Kysely<DB>, heads: readonly Head[]): Promise<void> {
  await sql`truncate audit_head`.execute(db)
  await sql`
    insert into audit_head (day, position, hash, previous_day, signature, public_key, signed_at)
    select day, position, decode(hash, 'hex'), "previousDay", decode(signature, 'base64'), "publicKey", "signedAt"
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
      as head (day date, position bigint, hash text, "previousDay" date, signature text, "publicKey" text, "signedAt" timestamptz)`.execute(
    db,
  )
}
