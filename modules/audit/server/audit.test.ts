// The audit as people meet it: who may read what, found by every filter, whole pages without gaps, checks with a verdict.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { everything, type Scope } from '../../../platform/server/rights.ts'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { CheckAudit, ExportAudit, ListAudit, ListAuditChoices, ShowAuditEntry, ShowAuditState } from '../contract.ts'
import { verifyExport } from '../verify-export.mjs'
import { carryOutCheck } from './checks.ts'
import { type Filters, pageOfEntries } from './queries/page-of-entries.ts'
import { recordAudit } from './record.ts'
import { sealAudit } from './seal.ts'
import { openSigner, type Signer } from './signer.ts'
import { auditSlice } from './slice.ts'

let signer: Signer
beforeEach(() => {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
  signer = openSigner({ data })
  return () => rmSync(data, { recursive: true })
})

const slice = auditSlice({ operations: () => [ListAudit, CheckAudit], signer: () => signer })
const town = areaId('12280')
const next = areaId('12322')

/** A world with entries: two in the town, one in the next commune, one without a place. */
async function audited(): Promise<World & { districtAuditor: ReturnType<World['as']> }> {
  const kimDong = await world([slice])
  const { database, communeOfficer, neighbour, administrator } = kimDong
  const write = (at: string, personId: string, subject: string, area: string | null, operation = 'tasks.report') =>
    recordAudit(database.db, [
      {
        at: new Date(at),
        personId,
        subject,
        areaId: area,
        operation,
        actingForId: null,
        commandId: uuidv7(),
        before: { due: '2024-11-01' },
        after: { due: '2024-12-01' },
      },
    ])
  await write('2024-11-10T02:00:00Z', communeOfficer.id, 'task:1', town)
  await write('2024-11-11T02:00:00Z', communeOfficer.id, 'task:2', town, 'tasks.extend')
  await write('2024-11-12T02:00:00Z', neighbour.id, 'task:3', next)
  await write('2024-11-13T02:00:00Z', administrator.id, 'role:x', null, 'access.change-role')
  const districtAuditor = kimDong.provinceLead
  await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${districtAuditor.id}, 'auditor', ${town}, '2024-01-01', 'x')`.execute(database.db)
  return { ...kimDong, districtAuditor }
}
const subjects = (answer: { rows: { subject: string }[] }) =>
  answer.rows.map((row) => row.subject).filter((subject) => !subject.startsWith('read:'))

test('without the permission the audit is closed', async () => {
  const { communeOfficer, stranger } = await audited()
  await expectRefusal(stranger.ask(ListAudit, {}), 'platform.not_signed_in')
  await expectRefusal(communeOfficer.ask(ListAudit, {}), 'platform.not_allowed')
})

test('somebody who audits one commune sees neither the next one nor what has no place', async () => {
  const { districtAuditor, database, parts } = await audited()
  for (const _ of ['not sealed yet', 'sealed']) {
    expect(subjects(await districtAuditor.ask(ListAudit, {}))).toEqual(['task:2', 'task:1'])
    expect(subjects(await districtAuditor.ask(ListAudit, { subject: 'task:3' }))).toEqual([])
    expect(subjects(await districtAuditor.ask(ListAudit, { area: next }))).toEqual([])
    await sealAudit(database.db, signer, parts.clock.now())
  }
  const found = await sql<{ id: string; subject: string }>`select id, subject from audit_entry`.execute(database.db)
  const idOf = (subject: string) => found.rows.find((row) => row.subject === subject)!.id
  await expectRefusal(districtAuditor.ask(ShowAuditEntry, { id: idOf('task:3') }), 'platform.not_found')
  await expectRefusal(districtAuditor.ask(ShowAuditEntry, { id: idOf('role:x') }), 'platform.not_found')
  await expectRefusal(districtAuditor.ask(ShowAuditEntry, { id: uuidv7() }), 'platform.not_found')
  expect(await districtAuditor.ask(ShowAuditEntry, { id: idOf('task:1') })).toMatchObject({
    subject: 'task:1',
    changes: [{ path: 'due', before: '"2024-11-01"', after: '"2024-12-01"' }],
    area: { id: town, name: 'thị trấn Lương Bằng' },
  })
  await expectRefusal(districtAuditor.ask(ExportAudit, {}), 'platform.not_allowed')
  await expectRefusal(districtAuditor.send(CheckAudit, { id: uuidv7() }), 'platform.not_allowed')
  expect((await districtAuditor.ask(ListAuditChoices, { text: 'ngoc thanh' })).areas).toEqual([])
})

test.each<[string, Filters, string[]]>([
  ['everything', {}, ['role:x', 'task:3', 'task:2', 'task:1']],
  ['a subject', { subject: 'task:2' }, ['task:2']],
  ['an area and all below it', { area: areaId('331') }, ['task:3', 'task:2', 'task:1']],
  ['an operation', { operation: 'tasks.extend' }, ['task:2']],
  ['an operation in an area', { operation: 'tasks.report', area: town }, ['task:1']],
  ['days, both included', { from: '2024-11-11', to: '2024-11-12' }, ['task:3', 'task:2']],
  ['a day on which nothing happened', { from: '2024-11-01', to: '2024-11-01' }, []],
])('the list is filtered by %s, sealed or not yet', async (_, filters, expected) => {
  const { auditor, database, parts } = await audited()
  expect(subjects(await auditor.ask(ListAudit, filters))).toEqual(expected)
  await sealAudit(database.db, signer, parts.clock.now())
  expect(subjects(await auditor.ask(ListAudit, filters))).toEqual(expected)
})

test('the list is filtered by person, and reading it is itself in the audit', async () => {
  const { auditor, communeOfficer } = await audited()
  expect(subjects(await auditor.ask(ListAudit, { person: communeOfficer.id }))).toEqual(['task:2', 'task:1'])
  const mine = await auditor.ask(ListAudit, { person: auditor.id })
  expect(mine.rows.map((row) => [row.operation.name, row.subject])).toEqual([['audit.list', 'read:audit.list']])
  expect(mine.rows[0]!.operation.title.vi).toBe('Xem nhật ký truy vết')
})

test('pages follow each other without a gap or a repeat, also among entries of one instant', async () => {
  const { auditor, database, communeOfficer, parts } = await audited()
  const at = new Date('2024-10-01T00:00:00Z')
  const same = Array.from({ length: 25 }, (_, index) => ({
    at,
    personId: communeOfficer.id,
    subject: `same:${index}`,
    areaId: town,
    operation: 'tasks.report',
    actingForId: null,
    commandId: null,
  }))
  await recordAudit(database.db, same.slice(0, 12))
  await sealAudit(database.db, signer, parts.clock.now())
  await recordAudit(database.db, same.slice(12))
  for (const filters of [
    { to: '2024-10-05' },
    { to: '2024-10-05', area: town },
    { person: communeOfficer.id, to: '2024-10-05' },
  ]) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await auditor.ask(ListAudit, { ...filters, limit: 7, cursor })
      seen.push(...subjects(page))
      cursor = page.next
    } while (cursor)
    expect(seen.toSorted()).toEqual(same.map((entry) => entry.subject).toSorted())
  }
})

test('a page that cannot be and days the wrong way round are refused by name', async () => {
  const { auditor } = await audited()
  await expectRefusal(auditor.ask(ListAudit, { cursor: 'x' }), 'audit.cursor_unknown')
  await expectRefusal(auditor.ask(ListAudit, { from: '2024-11-02', to: '2024-11-01' }), 'audit.days_reversed')
  await expectRefusal(auditor.ask(ExportAudit, { cursor: '1; drop' }), 'audit.cursor_unknown')
  await expectRefusal(auditor.ask(ListAudit, { person: 'x' }), 'platform.invalid_input')
})

test('every way into the list reads its own index, so that the size of the audit does not matter', async () => {
  const { database } = await world([])
  await sql`
    insert into audit_sealed (id, at, person_id, operation, subject, area_id, position, previous_hash, hash)
    select gen_random_uuid(), now() - n * interval '1 minute', md5((n % 50)::text)::uuid, 'tasks.' || n % 20, 'task:' || n % 3000,
      md5((n % 200)::text)::uuid, n, sha256('x'), sha256('x')
    from generate_series(1, 30000) n`.execute(database.db)
  await sql`analyze audit_sealed`.execute(database.db)
  const here: Scope = { everywhere: false, roots: [town] }
  const ways: [Scope, Filters, string][] = [
    [everything, {}, 'audit_sealed_at'],
    [everything, { from: '2024-01-01', to: '2024-02-01' }, 'audit_sealed_at'],
    [everything, { person: uuidv7(), operation: 'tasks.report' }, 'audit_sealed_person'],
    [everything, { subject: 'task:1', person: uuidv7() }, 'audit_sealed_subject'],
    [everything, { operation: 'tasks.report', from: '2024-01-01' }, 'audit_sealed_operation'],
    [everything, { area: town, operation: 'tasks.report' }, 'audit_sealed_area'],
    [here, {}, 'audit_sealed_area'],
    [here, { person: uuidv7() }, 'audit_sealed_person'],
  ]
  for (const [scope, filters, index] of ways) {
    const plan = await sql<{ 'QUERY PLAN': string }>`explain ${pageOfEntries(scope, filters, { limit: 50 })}`.execute(
      database.db,
    )
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    // A narrow way may also be read whole and sorted; a wide one is read backwards until the page is full.
    expect(new Set(text.match(/audit_sealed_\w+|Seq Scan on audit_sealed/g))).toEqual(new Set([index]))
    expect(text.match(/ on audit_unsealed/g)).toHaveLength(1)
  }
  const one = await sql`explain select * from audit_entry where id = any(${[uuidv7(), uuidv7()]}::uuid[])`.execute(
    database.db,
  )
  expect(JSON.stringify(one.rows)).toMatch(/audit_sealed_pkey/)
})

test('the state is honest about what is not sealed yet, and a check runs in the background', async () => {
  const { auditor, parts, database } = await audited()
  expect(await auditor.ask(ShowAuditState, {})).toMatchObject({ sealedUntil: 0, unsealed: 4, head: null, check: null })
  await sealAudit(database.db, signer, parts.clock.now())
  const id = uuidv7()
  await auditor.send(CheckAudit, { id })
  await expectRefusal(auditor.send(CheckAudit, { id: uuidv7() }), 'audit.check_under_way')
  expect((await auditor.ask(ShowAuditState, {})).check).toMatchObject({ id, finishedAt: null, result: null })
  await sql`update audit_sealed set subject = 'task:9' where position = 2`.execute(database.db)
  await carryOutCheck(parts, signer)
  const state = await auditor.ask(ShowAuditState, {})
  expect(state.check?.finishedAt).not.toBeNull()
  expect(state.check?.result?.findings.map(({ kind, position }) => [kind, position])).toEqual([['changed', 2]])
  expect(state).toMatchObject({ may: { check: true, export: true }, signedDays: 1 })
  expect(state.sealedUntil).toBeGreaterThan(0)
  await carryOutCheck(parts, signer)
})

test('an export in parts is one log that can be checked, and asking for it is in the audit', async () => {
  const { auditor, parts, database } = await audited()
  await sealAudit(database.db, signer, parts.clock.now())
  const lines: string[] = []
  let cursor: string | undefined
  do {
    const part = await auditor.ask(ExportAudit, { limit: 3, cursor })
    lines.push(...part.lines)
    cursor = part.next
  } while (cursor)
  expect(await verifyExport(lines, signer.publicKey)).toMatchObject({ checked: 4, findings: [] })
  const mine = await auditor.ask(ListAudit, { operation: 'audit.export' })
  expect(mine.rows).toHaveLength(2)
})

test('choices are found with and without diacritics', async () => {
  const { auditor } = await audited()
  const choices = await auditor.ask(ListAuditChoices, { text: 'ngoc thanh' })
  expect(choices.areas.map(({ code, name }) => [code, name])).toEqual([['12322', 'xã Ngọc Thanh']])
  const english = await auditor.ask(ListAuditChoices, { text: 'ngoc thanh' }, { language: 'en' })
  expect(english.areas.map(({ name }) => name)).toEqual(['Ngọc Thanh commune'])
  expect((await auditor.ask(ListAuditChoices, { text: 'Phạm' })).people).toHaveLength(1)
  expect((await auditor.ask(ListAuditChoices, { text: 'niêm phong' })).operations).toEqual([
    { name: 'audit.check', title: CheckAudit.title },
  ])
})
