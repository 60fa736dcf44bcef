// Rows are changed behind the product's back, in a real database, and each change is named.

import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { data, database, emptyChain, signer } from '../../../tests/support/empty-chain.ts'
import { entryHash, sentenceOf, verifyExport } from '../verify-export.mjs'
import { exportLog } from './export-log.ts'
import { recordAudit } from './record.ts'
import { sealAudit } from './seal.ts'
import { sealedEntries } from './sealed-rows.ts'
import { openSigner } from './signer.ts'
import { verifyAudit } from './verify.ts'

const person = uuidv7()
const noon = (day: string) => new Date(`${day}T05:00:00Z`)

emptyChain()

async function write(
  count: number,
  day = '2024-11-15',
  after: unknown = { trạng_thái: 'xong', số: 1.5 },
): Promise<string[]> {
  const subjects = Array.from({ length: count }, (_, index) => `task:${index}`)
  for (const subject of subjects)
    await recordAudit(database.db, [
      {
        operation: 'tasks.report',
        subject,
        personId: person,
        actingForId: null,
        commandId: uuidv7(),
        at: noon(day),
        before: { due: null },
        after,
      },
    ])
  const found = await sql<{ id: string }>`select id from audit_entry order by at, id`.execute(database.db)
  return found.rows.map((row) => row.id)
}
/** `count` sealed entries; answers their ids in the order of the chain. */
async function sealed(count: number): Promise<string[]> {
  await write(count)
  await sealAudit(database.db, signer, noon('2024-11-15'))
  const found = await sql<{ id: string }>`select id from audit_entry order by position`.execute(database.db)
  return found.rows.map((row) => row.id)
}
const check = (trusted = signer) =>
  verifyAudit(database.db, { trustedKeys: [trusted.publicKey], keptHead: signer.keptHead() })
const findings = async () =>
  (await check()).findings.map(({ kind, position, id, was, until }) => ({ kind, position, id, was, until }))
const found = (kind: string, position: number, rest: object = {}) =>
  expect.objectContaining({ kind, position, ...rest })

test('an untouched chain is intact, and what is not sealed yet is counted', async () => {
  await sealed(12)
  await write(3)
  expect(await check()).toEqual({ checked: 12, sealedUntil: 12, unsealed: 3, findings: [], more: 0 })
})

test('a changed entry is named', async () => {
  const ids = await sealed(12)
  await sql`update audit_sealed set after = '{"trạng_thái": "chưa"}' where position = 5`.execute(database.db)
  expect(await findings()).toEqual([found('changed', 5, { id: ids[4] })])
  const [finding] = (await check()).findings
  expect(sentenceOf(finding!).en).toBe(`Entry 5 (${ids[4]}) was changed after it was sealed.`)
})

test.each([
  ['person', sql`person_id = gen_random_uuid()`],
  ['time', sql`at = at + interval '1 microsecond'`],
  ['operation', sql`operation = 'tasks.assign'`],
  ['subject', sql`subject = 'task:x'`],
  ['acting for', sql`acting_for_id = gen_random_uuid()`],
  ['area', sql`area_id = gen_random_uuid()`],
  ['command', sql`command_id = null`],
  ['state before', sql`before = null`],
  ['hash', sql`hash = sha256('x')`],
])('a change of the %s of an entry is seen', async (_, change) => {
  const ids = await sealed(6)
  await sql`update audit_sealed set ${change} where position = 3`.execute(database.db)
  expect(await findings()).toEqual([found('changed', 3, { id: ids[2] })])
})

test('a removed entry is named by its position and the entry before it', async () => {
  const ids = await sealed(12)
  await sql`delete from audit_sealed where position = 7`.execute(database.db)
  expect((await check()).findings).toEqual([found('removed', 7, { until: 7, after: ids[5] })])
})

test('a removed entry is named even when those that follow were renumbered', async () => {
  await sealed(12)
  await sql`delete from audit_sealed where position = 7`.execute(database.db)
  await sql`update audit_sealed set position = position + 1000 where position > 7`.execute(database.db)
  await sql`update audit_sealed set position = position - 1001 where position > 1000`.execute(database.db)
  expect((await check()).findings).toEqual([found('removed', 7, { until: 7, renumbered: true })])
})

test('the last entries removed are noticed from the signed head', async () => {
  const ids = await sealed(12)
  await sql`delete from audit_sealed where position > 9`.execute(database.db)
  expect((await check()).findings).toEqual([found('removed', 10, { until: 12, after: ids[8] })])
})

test('the last entries and their head removed are noticed from the head kept on disk, also after more work', async () => {
  await sealed(12)
  await sql`delete from audit_sealed where position > 9`.execute(database.db)
  await sql`delete from audit_head`.execute(database.db)
  expect((await check()).findings).toEqual([found('removed', 10, { until: 12 }), found('head-lost', 12)])
  await write(2, '2024-11-16')
  await sealAudit(database.db, signer, noon('2024-11-16'))
  expect((await check()).findings).toEqual([found('removed', 10, { until: 12 }), found('head-removed', 14)])
})

test.each([
  ['neighbours', 5, 6],
  ['far apart', 3, 180],
])('re-ordered entries are named: %s', async (_, one, other) => {
  const ids = await sealed(200)
  await swap(one, other)
  expect(await findings()).toEqual([
    found('moved', one, { id: ids[other - 1], was: other }),
    found('moved', other, { id: ids[one - 1], was: one }),
  ])
})

test('an inserted entry is named, and not those that were renumbered for it', async () => {
  await sealed(12)
  await sql`update audit_sealed set position = position + 1000 where position > 4`.execute(database.db)
  await sql`update audit_sealed set position = position - 999 where position > 1000`.execute(database.db)
  const id = uuidv7()
  await sql`
    insert into audit_sealed (id, at, person_id, operation, subject, position, previous_hash, hash)
    select ${id}, at, person_id, operation, subject, 5, previous_hash, hash from audit_sealed where position = 4`.execute(
    database.db,
  )
  expect(await findings()).toEqual([found('inserted', 5, { id })])
})

test('an inserted entry with a hash that fits is named as well', async () => {
  await sealed(12)
  await sql`update audit_sealed set position = position + 1000 where position > 4`.execute(database.db)
  await sql`update audit_sealed set position = position - 999 where position > 1000`.execute(database.db)
  const id = uuidv7()
  const [batch] = await Array.fromAsync(sealedEntries(database.db, { after: 3, until: 4 }))
  const fourth = batch![0]!
  const entry = { ...fourth.entry, id, position: 5, before: null, after: null }
  const hash = entryHash(fourth.hash, entry)
  await sql`
    insert into audit_sealed (id, at, person_id, operation, subject, command_id, position, previous_hash, hash)
    values (${id}, ${entry.at}, ${entry.person}, ${entry.operation}, ${entry.subject}, ${entry.command}, 5,
      decode(${fourth.hash}, 'hex'), decode(${hash}, 'hex'))`.execute(database.db)
  expect(await findings()).toEqual([found('inserted', 5, { id })])
})

test.each([0, -3])('an entry put before the first one, at position %i, is named', async (position) => {
  await sealed(6)
  const id = uuidv7()
  await sql`
    insert into audit_sealed (id, at, person_id, operation, subject, position, previous_hash, hash)
    select ${id}, at, person_id, operation, subject, ${position}, previous_hash, hash from audit_sealed where position = 4`.execute(
    database.db,
  )
  expect(await check()).toMatchObject({ checked: 7, findings: [found('inserted', position, { id })] })
})

test('an entry replaced together with its hash is named by the one that no longer follows it', async () => {
  const ids = await sealed(12)
  await forge(5)
  expect((await check()).findings).toEqual([found('replaced', 5, { id: ids[4], next: ids[5] })])
})

test('a chain made anew up to its end does not fit what was signed', async () => {
  await sealed(6)
  for (let position = 3; position <= 6; position += 1) await forge(position)
  expect(await findings()).toEqual([found('not-the-signed', 6)])
})

test('a forged head, a head by a strange key and a head taken out are each named', async () => {
  for (const day of ['2024-11-13', '2024-11-14', '2024-11-15']) {
    await write(2, day)
    await sealAudit(database.db, signer, noon(day))
  }
  expect((await check()).findings).toEqual([])
  await sql`update audit_head set hash = sha256('x') where day = '2024-11-13'`.execute(database.db)
  expect(await findings()).toEqual([found('not-the-signed', 2), found('head-forged', 2)])
  const stranger = openSigner({ data: path.join(data, 'stranger') })
  expect((await check(stranger)).findings.filter(({ kind }) => kind === 'head-by-stranger')).toHaveLength(2)
  await sql`delete from audit_head where day = '2024-11-13'`.execute(database.db)
  expect(await findings()).toEqual([found('head-removed', 4)])
})

test('an entry that commits late is sealed when it is there, and two sealers at once make one chain', async () => {
  await write(50)
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const early = new Date('2024-11-01T00:00:00Z')
  const late = database.db.transaction().execute(async (inside) => {
    await recordAudit(inside, [
      { operation: 'tasks.report', subject: 'late', personId: person, actingForId: null, commandId: null, at: early },
    ])
    await held
  })
  const counts = await Promise.all([1, 2, 3].map(() => sealAudit(database.db, signer, noon('2024-11-15'))))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50)
  release()
  await late
  expect(await sealAudit(database.db, signer, noon('2024-11-15'))).toBe(1)
  const last = await sql<{ subject: string }>`select subject from audit_sealed where position = 51`.execute(database.db)
  expect(last.rows).toEqual([{ subject: 'late' }])
  expect(await check()).toMatchObject({ checked: 51, unsealed: 0, findings: [] })
})

test('text that the database cannot hold does not break the record', async () => {
  await write(1, '2024-11-15', {
    name: 'a\u0000b',
    half: '\ud800',
    deep: [{ 'k\u0000': 1 }],
    big: 1e21,
    none: undefined,
  })
  await sealAudit(database.db, signer, noon('2024-11-15'))
  expect((await check()).findings).toEqual([])
})

test('the key is made once and only its owner may read it', () => {
  expect(openSigner({ data }).publicKey).toBe(signer.publicKey)
  expect(statSync(path.join(data, 'secrets', 'audit-key')).mode & 0o777).toBe(0o600)
  writeFileSync(path.join(data, 'secrets', 'audit-key'), 'hỏng')
  expect(() => openSigner({ data })).toThrow(/audit-key-wrong|Ed25519/)
})

test('an export is checked without the product: whole, a stretch of it, changed, shortened', async () => {
  await sealed(9)
  await write(4, '2024-11-20')
  await sealAudit(database.db, signer, noon('2024-11-20'))
  const lines = await Array.fromAsync(exportLog(database.db, signer, new Date()))
  expect(await verifyExport(lines, signer.publicKey)).toMatchObject({ checked: 13, findings: [] })
  const stretch = await Array.fromAsync(exportLog(database.db, signer, new Date(), { from: '2024-11-20' }))
  expect(await verifyExport(stretch)).toMatchObject({ checked: 4, findings: [] })

  const changed = lines.map((line) => line.replace('"subject":"task:6"', '"subject":"task:7"'))
  expect((await verifyExport(changed)).findings).toEqual([found('changed', 7)])
  const fewer = lines.filter((line) => !line.includes('"position":7,"at"'))
  expect((await verifyExport(fewer)).findings).toEqual([found('file-cut', 13), found('removed', 7)])
  expect((await verifyExport(lines.slice(0, -2))).findings).toContainEqual(found('file-cut', 12))
  const other = openSigner({ data: path.join(data, 'other') })
  expect((await verifyExport(lines, other.publicKey)).findings.map(({ kind }) => kind)).toContain('file-cut')
})

async function swap(one: number, other: number): Promise<void> {
  await sql`update audit_sealed set position = 100000 where position = ${one}`.execute(database.db)
  await sql`update audit_sealed set position = ${one} where position = ${other}`.execute(database.db)
  await sql`update audit_sealed set position = ${other} where position = 100000`.execute(database.db)
}

/** Changes an entry as somebody would who knows how the hash is made. */
async function forge(position: number): Promise<void> {
  const before = await Array.fromAsync(sealedEntries(database.db, { after: position - 2, until: position }))
  const entries = before.flat()
  const mine = entries.at(-1)!
  const previous = entries.length > 1 ? entries[0]!.hash : mine.previous
  const hash = entryHash(previous, { ...mine.entry, subject: 'forged' })
  await sql`
    update audit_sealed set subject = 'forged', previous_hash = decode(${previous}, 'hex'), hash = decode(${hash}, 'hex')
    where position = ${position}`.execute(database.db)
}
