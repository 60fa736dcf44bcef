// Erasing: proposed by one, decided by another, never while something stands in its way; afterwards nothing in the database tells
// who it was, and an older back-up does not bring it back.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { restoreBackup } from '../../../../platform/database/backup/restore.ts'
import { takeBackup } from '../../../../platform/database/backup/take.ts'
import { openDatabase } from '../../../../platform/database/connect.ts'
import { unseal } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { emptyDatabase } from '../../../../platform/testing/database.ts'
import {
  ended,
  identity,
  keptFiles,
  masterKeysAre,
  newMasterKey,
  overdue,
  running,
  today,
} from '../../../../tests/support/kept-files.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import {
  CollectIssued,
  DecideErasure,
  type ErasureGround,
  FindFiles,
  GiveStatement,
  ListDue,
  MergeFiles,
  PlaceHold,
  ProposeErasure,
  ReadCertificate,
  ReadFile,
  TakeRequest,
} from '../../contract.ts'
import { keepingHere } from '../sealing/keeping.ts'
import { rekeyFiles } from '../sealing/rekey.ts'
import { certificates, faultsOfChain } from './chain.ts'
import { reach } from './destroy.ts'
import { keepErasures } from './register.ts'

let the: Awaited<ReturnType<typeof keptFiles>>
beforeAll(async () => {
  the = await keptFiles()
})
afterAll(() => the?.the.database.drop())

const asKeeper = <T>(db: Db, piece: (inside: Db) => Promise<T>): Promise<T> =>
  keepingHere(db, { work: 'other', by: 'test' }, piece)

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-erasing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const propose = async (fileId: string, ground: ErasureGround = 'rule', by = the.police) => {
  const id = uuidv7()
  await by.send(ProposeErasure, {
    communeId: the.communeId,
    fileId,
    id,
    ground,
    reason: 'Hết thời hạn của Khổng Mạnh Tường',
  })
  return { communeId: the.communeId, erasureId: id }
}
const erase = async (fileId: string, ground: ErasureGround = 'rule') => {
  const proposal = await propose(fileId, ground)
  const { certificate } = await the.head.send(DecideErasure, { ...proposal, decision: 'erase' })
  return { ...proposal, certificate: certificate ?? '' }
}

test('refused: no right, the next commune, too early, held, asked for by nobody, with requests that wait', async () => {
  const { fileId } = await the.file(overdue())
  await expectRefusal(propose(fileId, 'rule', the.health), 'platform.not_allowed')
  await expectRefusal(propose(fileId, 'rule', the.nextPolice), 'platform.not_found')
  for (const events of [running(), ended()]) {
    const early = await the.file(events)
    await expectRefusal(propose(early.fileId), 'cases.not_due')
  }
  await expectRefusal(propose((await the.file(ended())).fileId, 'request'), 'cases.nobody_asked')
  const open = await the.open(the.head, fileId)
  const asked = {
    ...open,
    id: uuidv7(),
    kind: 'correction',
    way: 'desk',
    received: '2026-11-20T09:00',
    words: 'Sai tên',
    aboutId: null,
  } as const
  await the.head.send(TakeRequest, asked)
  await expectRefusal(propose(fileId), 'cases.requests_open')
  const held = await the.file(overdue())
  const openHeld = await the.open(the.head, held.fileId)
  const hold = { ...openHeld, id: uuidv7(), from: today, until: null, ground: 'Vụ kiện', paper: '15/TA' }
  await the.head.send(PlaceHold, hold)
  for (const ground of ['rule', 'no-ground'] as const) await expectRefusal(propose(held.fileId, ground), 'cases.held')
})

test('who proposed it does not decide, whatever they are; it is decided once', async () => {
  const { fileId } = await the.file(overdue())
  const proposal = await propose(fileId, 'rule', the.head)
  await expectRefusal(propose(fileId), 'cases.proposed_already')
  await expectRefusal(the.head.send(DecideErasure, { ...proposal, decision: 'erase' }), 'cases.by_two')
  await expectRefusal(the.police.send(DecideErasure, { ...proposal, decision: 'erase' }), 'platform.not_allowed')
  // The database holds to it as well.
  await expect(
    asKeeper(the.the.database.db, (inside) =>
      sql`update cases.erasure set decision = 'keep', decided_at = now(), decided_by = ${the.head.id} where id = ${proposal.erasureId}`.execute(
        inside,
      ),
    ),
  ).rejects.toThrow(/erasure_by_two/)
  const other = await the.file(overdue())
  const kept = await propose(other.fileId)
  await expectRefusal(the.head.send(DecideErasure, { ...kept, decision: 'keep' }), 'cases.reason_needed')
  await the.head.send(DecideErasure, { ...kept, decision: 'keep', reason: 'Còn vụ việc liên quan' })
  await expectRefusal(the.head.send(DecideErasure, { ...kept, decision: 'erase' }), 'cases.decided_already')
  // Not erased: it may be proposed again, and two who decide at once decide once.
  const again = await propose(other.fileId)
  const both = await Promise.allSettled([1, 2].map(() => the.head.send(DecideErasure, { ...again, decision: 'erase' })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a hold that came meanwhile stops the decision', async () => {
  const { fileId } = await the.file(overdue())
  const proposal = await propose(fileId)
  const open = await the.open(the.head, fileId)
  await the.head.send(PlaceHold, { ...open, id: uuidv7(), from: today, until: null, ground: 'Vụ kiện', paper: '15/TA' })
  await expectRefusal(the.head.send(DecideErasure, { ...proposal, decision: 'erase' }), 'cases.held')
})

test('what the person asked for is answered by the decision; recorded without a ground goes at any time', async () => {
  const wished = await the.file(ended())
  const open = await the.open(the.police, wished.fileId)
  await the.police.send(TakeRequest, {
    ...open,
    id: uuidv7(),
    kind: 'erasure',
    way: 'post',
    received: '2026-11-20T09:00',
    words: 'Xin xóa',
    aboutId: null,
  })
  await erase(wished.fileId, 'request')
  const { requests } = await the.head.ask(ListDue, { communeId: the.communeId })
  expect(requests.map(({ fileId }) => fileId)).not.toContain(wished.fileId)
  await erase((await the.file(running())).fileId, 'no-ground')
})

/** Each row of each table, as text. */
async function everyRow(): Promise<Map<string, string[]>> {
  const { db } = the.the.database
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'cases', 'handover', 'auth')`.execute(
    db,
  )
  const found = new Map<string, string[]>()
  for (const { name } of tables.rows) {
    const { rows } = await asKeeper(db, (inside) =>
      sql<{ row: string }>`select row::text as row from ${sql.raw(name)} as row`.execute(inside),
    )
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

test('after it nothing in the database tells who it was, with the master key at hand; what stays is said', async () => {
  const who = identity({
    name: 'Ninh Bá Tuyệt',
    otherNames: ['Tuyệt Đen'],
    residence: 'Ngõ Cây Khế',
    papers: [{ kind: 'cccd', number: '033088555444' }],
  })
  const { fileId, personId } = await the.file(overdue(), who)
  const open = await the.open(the.head, fileId)
  const hold = { ...open, id: uuidv7(), from: today, until: '2026-11-27', ground: 'Ninh Bá Tuyệt kiện', paper: '15/TA' }
  await the.head.send(PlaceHold, { ...hold, from: '2026-11-01', until: '2026-11-26' })
  await the.head.send(GiveStatement, { ...open, id: uuidv7() })
  const before = await everyRow()
  const mine = (rows: Map<string, string[]>, table: string) =>
    rows.get(table)?.filter((row) => row.includes(personId) || row.includes(fileId)).length ?? 0
  expect(['cases.person_word', 'cases.event', 'cases.hold'].map((table) => mine(before, table) > 0)).toEqual([
    true,
    true,
    true,
  ])

  const { erasureId, certificate } = await erase(fileId)
  expect(certificate).toMatch(/^XDT-2026-\d{4}$/)
  const after = await everyRow()
  for (const [table, rows] of after)
    for (const row of rows) expect(row, table).not.toMatch(/Ninh Bá|ninh ba|Tuyệt Đen|Cây Khế|033088555444/i)
  expect(['cases.person_word', 'cases.event'].map((table) => mine(after, table))).toEqual([0, 0])
  // No value of the whole database opens as the key of this person any more.
  const values = [...after.values()]
    .flat()
    .join(' ')
    .matchAll(/\\+x([0-9a-f]{56,})/g)
  for (const [, hex = ''] of values)
    expect(() => unseal(the.master.key, Buffer.from(hex, 'hex'), `key of person ${personId}`)).toThrow()
  // Before, one did: the question is a real one.
  const opened = [
    ...[...before.values()]
      .flat()
      .join(' ')
      .matchAll(/\\+x([0-9a-f]{56,})/g),
  ].filter(([, hex = '']) => {
    try {
      return unseal(the.master.key, Buffer.from(hex, 'hex'), `key of person ${personId}`).length === 32
    } catch {
      return false
    }
  })
  expect(opened).toHaveLength(1)

  await expectRefusal(the.head.ask(ReadFile, open), 'cases.erased')
  await expectRefusal(the.open(the.head, fileId), 'cases.erased')
  expect((await the.police.send(FindFiles, { communeId: the.communeId, text: 'ninh ba tuyet' })).rows).toEqual([])
  const past = after.get('cases.past')?.filter((row) => row.includes('2025')) ?? []
  expect(past.some((row) => row.includes('nothing-decided'))).toBe(true)
  for (const row of after.get('cases.past') ?? []) expect(row).not.toMatch(new RegExp(`${fileId}|${personId}|HC-`))
  const paper = await the.head.ask(ReadCertificate, { communeId: the.communeId, erasureId })
  expect(paper.certificate).toBe(certificate)
  expect(Buffer.from(paper.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
})

test('the papers that had left the file are collected one by one', async () => {
  const { fileId } = await the.file(overdue())
  const open = await the.open(the.police, fileId)
  const { serial } = await the.police.send(GiveStatement, { ...open, id: uuidv7() })
  const { certificate } = await erase(fileId)
  const listed = async () =>
    (await the.police.ask(ListDue, { communeId: the.communeId })).erased.find(
      (each) => each.certificate === certificate,
    )
  const before = await listed()
  expect(before).toMatchObject({ toCollect: [{ serial }], collected: 0, openBackups: 1 })
  const issuedId = before?.toCollect[0]?.id ?? ''
  await expectRefusal(the.nextPolice.send(CollectIssued, { communeId: the.communeId, issuedId }), 'platform.not_found')
  await the.police.send(CollectIssued, { communeId: the.communeId, issuedId })
  await expectRefusal(the.police.send(CollectIssued, { communeId: the.communeId, issuedId }), 'cases.collected_already')
  expect(await listed()).toMatchObject({ toCollect: [], collected: 1 })
})

test('each table of the files is one of which it is said what erasing does with it', async () => {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'cases'`.execute(the.the.database.db)
  expect(Object.keys(reach).toSorted(), 'say it in modules/cases/server/erasing/destroy.ts').toEqual(
    rows.map(({ name }) => name).toSorted(),
  )
})

test('a person who was kept twice is erased with both files, and the register knows both', async () => {
  const one = await the.file(running(), identity({ name: 'Vi Thị Gộp', papers: [] }))
  const two = await the.file(running(), identity({ name: 'Vi Thị Góp', papers: [] }))
  const [kept, gone] = [
    await the.open(the.police, one.fileId, 'check'),
    await the.open(the.police, two.fileId, 'check'),
  ]
  const versions = await Promise.all([kept, gone].map(async (open) => (await the.police.ask(ReadFile, open)).version))
  await the.police.send(MergeFiles, {
    ...{ communeId: the.communeId, id: uuidv7(), keptId: one.fileId, goneId: two.fileId },
    ...{
      keptOpening: kept.openingId,
      goneOpening: gone.openingId,
      keptVersion: versions[0] ?? 0,
      goneVersion: versions[1] ?? 0,
    },
    take: {
      ...{ name: 'kept', birth: 'kept', sex: 'kept', residence: 'kept', stay: 'kept', phone: 'kept' },
      ...{ otherNames: 'both', papers: 'both', circumstances: 'both' },
    },
  })
  const { certificate } = await erase(one.fileId, 'no-ground')
  const keys = await asKeeper(the.the.database.db, (inside) =>
    sql<{ key: boolean }>`select wrapped_key is not null as key from cases.person
      where id in (${one.personId}, ${two.personId})`.execute(inside),
  )
  expect(keys.rows).toEqual([{ key: false }, { key: false }])
  const chain = await asKeeper(the.the.database.db, (inside) => certificates(inside))
  expect(chain.find((entry) => entry.certificate === certificate)?.destroyed.persons.toSorted()).toEqual(
    [one.personId, two.personId].toSorted(),
  )
})

test('certificates are a chain: one that is changed, or left out, is named', async () => {
  for (let count = 0; count < 3; count += 1) await erase((await the.file(overdue())).fileId)
  const chain = await asKeeper(the.the.database.db, (inside) => certificates(inside))
  expect(chain.length).toBeGreaterThanOrEqual(3)
  expect(faultsOfChain(chain)).toEqual([])
  const [first, second, ...rest] = chain
  if (!first || !second) throw new Error('no chain')
  expect(faultsOfChain([{ ...first, decidedBy: the.police.id }, second, ...rest])).toEqual([
    { certificate: first.certificate, fault: 'changed' },
  ])
  expect(faultsOfChain([first, ...rest])).toEqual([{ certificate: rest[0]?.certificate, fault: 'parted' }])
})

test('an older back-up is not served with somebody who was erased; with the old master key gone it does not open at all', async () => {
  const register = path.join(folder, 'erased.jsonl')
  const who = identity({ name: 'Mạc Đĩnh Xa', papers: [] })
  const { fileId, personId } = await the.file(overdue(), who)
  const stays = await the.file(running(), identity({ name: 'Mạc Đĩnh Gần', papers: [] }))
  const backup = path.join(folder, 'backup')
  await takeBackup(the.the.database.url, backup, 'test')
  await propose(stays.fileId, 'no-ground')
  const { certificate } = await erase(fileId)
  expect(await keepErasures(the.the.database.db, register)).toMatchObject({ again: 0, damaged: 0 })
  expect(readFileSync(register, 'utf8')).not.toMatch(/Mạc|Đĩnh/)

  const { url, drop } = await emptyDatabase()
  onTestFinished(drop)
  await restoreBackup(url, backup)
  const restored = await openDatabase(url)
  onTestFinished(() => restored.close())
  const state = (person: string) =>
    asKeeper(restored.db, async (inside) => {
      const { rows } = await sql<{ erased: boolean; key: boolean; words: number }>`
        select erased_on is not null as erased, wrapped_key is not null as key,
          (select count(*)::int from cases.person_word where person_id = person.id) as words
        from cases.person where id = ${person}`.execute(inside)
      return rows[0]
    })
  expect(await state(personId)).toMatchObject({ erased: false, key: true })
  const outcome = await keepErasures(restored.db, register)
  expect(outcome).toMatchObject({ written: 0, damaged: 0 })
  expect(outcome.again).toBeGreaterThanOrEqual(1)
  expect(await state(personId)).toEqual({ erased: true, key: false, words: 0 })
  expect(await state(stays.personId)).toMatchObject({ erased: false, key: true })
  const chain = await asKeeper(restored.db, (inside) => certificates(inside))
  expect(chain.map((entry) => entry.certificate)).toContain(certificate)
  expect(faultsOfChain(chain)).toEqual([])
  expect(await keepErasures(restored.db, register)).toEqual({ again: 0, written: 0, damaged: 0 })

  // A line that somebody changed does nothing, and is told of.
  const bad = path.join(folder, 'changed.jsonl')
  writeFileSync(bad, readFileSync(register, 'utf8').replaceAll(personId, stays.personId))
  expect((await keepErasures(restored.db, bad)).damaged).toBeGreaterThanOrEqual(1)
  expect(await state(stays.personId)).toMatchObject({ erased: false, key: true })

  // The other half: keys are wrapped anew, the old master key is destroyed, and the older back-up is noise.
  const fresh = newMasterKey()
  masterKeysAre(fresh, the.master)
  await rekeyFiles(the.the.database.db)
  masterKeysAre(fresh)
  onTestFinished(() => masterKeysAre(fresh))
  const again = await emptyDatabase()
  onTestFinished(again.drop)
  await restoreBackup(again.url, backup)
  const older = await openDatabase(again.url)
  onTestFinished(() => older.close())
  const wrapped = await asKeeper(older.db, (inside) =>
    sql<{ key: Buffer }>`select wrapped_key as key from cases.person where id = ${personId}`.execute(inside),
  )
  expect(() => unseal(fresh.key, wrapped.rows[0]?.key ?? Buffer.alloc(60), `key of person ${personId}`)).toThrow()
})
