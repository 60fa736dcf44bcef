// The quick walk finds exactly what a plain walk finds, entry by entry, whatever a few hands did to the table, and also where
// one part that was read ends and the next one begins.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../platform/testing/database.ts'
import {
  chainCheck,
  entryHash,
  type Head,
  type Outcome,
  type SealedEntry,
  type SoundStretch,
} from '../../verify-export.mjs'
import { recordAudit } from '../record.ts'
import { sealAudit } from '../seal.ts'
import { sealedEntries, signedHeads } from '../sealed-rows.ts'
import { openSigner } from '../signer.ts'
import { openLookers } from './lookers.ts'
import type { Portions } from './sealed-parts.ts'
import { walkAlong } from './walk.ts'

const length = 60
const days = 4
/** Of a part there are at most seven entries, so that there are seams enough. */
const small: Portions = { positions: 7, bytes: 1 }
let database: TestDatabase
let data: string

beforeAll(async () => {
  database = await freshDatabase()
  data = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
  // What keeps doubled entries out is taken away, as somebody would who wants them in.
  await sql`alter table audit_sealed drop constraint audit_sealed_position, drop constraint audit_sealed_pkey,
    alter previous_hash drop not null, alter hash drop not null`.execute(database.db)
})
afterAll(async () => {
  await database.drop()
  rmSync(data, { recursive: true })
})
beforeEach(async () => {
  await sql`truncate audit_sealed, audit_unsealed, audit_head`.execute(database.db)
})

type Content = { subject: string; before: unknown; after: unknown; acting: boolean; at: Date }
const json = fc.option(fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }))
const anything: fc.Arbitrary<Content> = fc.record({
  subject: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
  before: json,
  after: json,
  acting: fc.boolean(),
  at: fc.date({ min: new Date('0001-01-03'), max: new Date('9999-12-30'), noInvalidDate: true }),
})
const usual = (number: number): Content => ({
  subject: `task:${number} "Đông"`,
  before: { status: 'doing', dueOn: null, no: number, words: ['Thôn “Đông”\n', 'a\\b"', {}] },
  after: {
    trạng_thái: 'xong',
    số: 1.5,
    to: true,
    b: {},
    a: [],
    deep: { zz: 1, a: { b: -2, aa: [3, { y: 1, x: 2 }] } },
  },
  acting: number % 2 === 0,
  at: new Date(1_700_000_000_000 + number * 1_234_567),
})

async function sealed(contents: readonly Content[]): Promise<Head[]> {
  const entries = contents.map(({ acting, ...each }) => ({
    operation: 'tasks.report',
    personId: uuidv7(),
    actingForId: acting ? uuidv7() : null,
    areaId: acting ? null : uuidv7(),
    commandId: uuidv7(),
    ...each,
  }))
  // A new key folder each time: the head that is kept there would let the chain go on.
  const signer = openSigner({ data: mkdtempSync(path.join(data, 'keys-')) })
  for (let day = 0; day < days; day += 1) {
    await recordAudit(database.db, entries.slice((day * entries.length) / days, ((day + 1) * entries.length) / days))
    await sealAudit(database.db, signer, new Date(`2024-11-1${day}T05:00:00Z`))
  }
  return signedHeads(database.db)
}

async function plainly(heads: readonly Head[]) {
  const check = chainCheck({ heads })
  for await (const entries of sealedEntries(database.db, { after: -1 })) for (const each of entries) check.take(each)
  return said(check.finish())
}
const said = ({ checked, until, findings, more }: Outcome) => ({ checked, until, findings, more })

async function quickly(heads: readonly Head[], threads = 0, portions = small) {
  const check = chainCheck({ heads })
  let stretches = 0
  let singly = 0
  const counted = {
    take: (each: SealedEntry) => {
      singly += 1
      check.take(each)
    },
    takeSound: (each: SoundStretch) => {
      stretches += 1
      check.takeSound(each)
    },
  }
  await walkAlong(database.db, counted, { heads: heads.map(({ position }) => position), threads, portions })
  return { outcome: said(check.finish()), stretches, singly }
}

const change = (set: RawBuilder<unknown>) => (at: number) => sql`update audit_sealed set ${set} where position = ${at}`
/** Changed by somebody who knows how the hash is made. */
async function forged(at: number): Promise<RawBuilder<unknown>> {
  const [batch] = await Array.fromAsync(sealedEntries(database.db, { after: at - 1, until: at }))
  if (!batch) return sql`select 1`
  const { entry, previous } = batch[0]!
  const hash = entryHash(previous ?? '', { ...entry, subject: 'forged' })
  return change(sql`subject = 'forged', hash = decode(${hash}, 'hex')`)(at)
}
const deeds: ((at: number, other: number) => RawBuilder<unknown> | Promise<RawBuilder<unknown>>)[] = [
  change(sql`subject = subject || 'x'`),
  change(sql`after = '{"a": 1}'`),
  change(sql`at = at + interval '1 microsecond'`),
  change(sql`at = 'infinity'`),
  change(sql`area_id = null`),
  change(sql`hash = sha256('x')`),
  change(sql`hash = null`),
  change(sql`previous_hash = sha256('x')`),
  (at) => sql`delete from audit_sealed where position = ${at}`,
  (at, until) => sql`delete from audit_sealed where position between ${at} and ${until}`,
  (at, other) => sql`update audit_sealed set position = ${at + other} - position where position in (${at}, ${other})`,
  (at) => sql`insert into audit_sealed select * from audit_sealed where position = ${at}`,
  (at) => sql`update audit_sealed set position = position + 1 where position > ${at}`,
  (at) => sql`update audit_sealed set position = position + 1000000000000 where position > ${at}`,
  // Renumbered after a removal, and for an insertion.
  (at) => sql`
    with gone as (delete from audit_sealed where position = ${at})
    update audit_sealed set position = position - 1 where position > ${at}`,
  (at) => sql`
    with moved as (update audit_sealed set position = position + 1 where position >= ${at})
    insert into audit_sealed (id, at, person_id, operation, subject, position, previous_hash, hash)
    select gen_random_uuid(), at, person_id, operation, subject, position, previous_hash, hash
    from audit_sealed where position = ${at} limit 1`,
  (at) => forged(at),
]
const place = fc.integer({ min: 1, max: length })
const deed = fc.tuple(fc.constantFrom(...deeds), place, place)

test('ordinary entries are all looked through in the quick way', async () => {
  const heads = await sealed(Array.from({ length }, (_, number) => usual(number)))
  const whole = { positions: length, bytes: 1_000_000 }
  expect(await quickly(heads, 0, whole)).toMatchObject({
    outcome: { checked: length, findings: [] },
    stretches: days,
    singly: 0,
  })
})

test('whatever the entries hold, a sealed chain is sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: days, maxLength: 30 }), async (contents) => {
      await sql`truncate audit_sealed, audit_unsealed, audit_head`.execute(database.db)
      const heads = await sealed(contents)
      const { outcome } = await quickly(heads)
      expect(outcome).toEqual(await plainly(heads))
      expect(outcome).toMatchObject({ checked: contents.length, findings: [] })
    }),
    { numRuns: 40 },
  )
})

test('what was done to a chain is found as a plain walk finds it, at seams and between', async () => {
  const heads = await sealed(Array.from({ length }, (_, number) => usual(number)))
  await sql`create table kept as table audit_sealed`.execute(database.db)
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 4 }), async (done) => {
      await sql`truncate audit_sealed`.execute(database.db)
      await sql`insert into audit_sealed select * from kept`.execute(database.db)
      for (const [each, at, other] of done) await (await each(at, other)).execute(database.db)
      const { outcome } = await quickly(heads)
      expect(outcome).toEqual(await plainly(heads))
      for (const { kind } of outcome.findings) seen.add(kind)
    }),
    { numRuns: 150 },
  )
  // A head that no longer fits is met by chance, and shown by itself in chain.test.ts.
  expect([...seen]).toEqual(expect.arrayContaining(['changed', 'inserted', 'moved', 'removed', 'replaced']))
})

test('a time without a date, sealed by somebody who knows how, is found the same way', async () => {
  const heads = await sealed(Array.from({ length }, (_, number) => usual(number)))
  await change(sql`at = 'infinity'`)(43).execute(database.db)
  await (await forged(43)).execute(database.db)
  const { outcome } = await quickly(heads)
  expect(outcome).toEqual(await plainly(heads))
  expect(outcome.findings).toMatchObject([{ kind: 'replaced', position: 43 }])
})

test('with threads it is the same, and a thread that breaks off fails the check instead of leaving something out', async () => {
  const heads = await sealed(Array.from({ length }, (_, number) => usual(number)))
  for (const position of [7, 8, 15, 40])
    await sql`update audit_sealed set subject = 'x' where position = ${position}`.execute(database.db)
  const plain = await plainly(heads)
  expect(plain.findings).toHaveLength(4)
  expect((await quickly(heads, 2)).outcome).toEqual(plain)
  const lookers = openLookers([], 1)
  const { looked } = await lookers.take(new Uint8Array([0, 1, 0, 0]))
  await expect(looked).rejects.toThrow(/1 fields/)
  const { looked: next } = await lookers.take(new Uint8Array([0, 1, 0, 0]))
  await expect(next).rejects.toThrow(/1 fields/)
  await lookers.close()
})
