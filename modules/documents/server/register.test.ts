import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, documentId, plan2024Id, programmeId } from '../../../programmes/kim-dong-2024/ids.ts'
import { targetLineId } from '../../../programmes/kim-dong-2024/targets.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { lastTold } from '../../../tests/support/audit-entry.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { DocumentChoices, EditDocument, ListDocuments, OneDocument, RegisterDocument, UploadFile } from '../contract.ts'
import { slice } from './slice.ts'

const on = '2024-11-15'
const letter = () => ({
  id: uuidv7(),
  areaId: areaId('12280'),
  kind: 'công văn' as const,
  number: '77/CV-UBND',
  issuedOn: '2024-11-14',
  issuer: 'UBND thị trấn Lương Bằng',
  title: 'Đề nghị thẩm định địa bàn',
  programmeId,
  public: false,
  links: [{ subject: `target:${targetLineId('12280')}`, relation: 'evidence' as const }],
})

test('a document that cannot be is refused by name, and nothing is kept', async () => {
  const { communeOfficer, database } = await world([slice])
  const before = await sql`select id from document`.execute(database.db)
  const send = (part: object) => communeOfficer.send(RegisterDocument, { ...letter(), ...part })
  await expectRefusal(send({ issuedOn: '2024-11-16' }), 'documents.issued_in_future')
  await expectRefusal(send({ issuedOn: '2024-02-30' }), 'platform.invalid_input')
  await expectRefusal(send({ title: 'x'.repeat(501) }), 'platform.invalid_input')
  await expectRefusal(send({ fileId: uuidv7() }), 'documents.file_unknown')
  await expectRefusal(send({ replacesId: uuidv7() }), 'documents.replaces_unknown')
  await expectRefusal(
    send({ links: [{ subject: `task:${uuidv7()}`, relation: 'starts' }] }),
    'documents.subject_unknown',
  )
  await expectRefusal(send({ programmeId: uuidv7() }), 'documents.programme_elsewhere')
  const now = await sql`select id from document`.execute(database.db)
  expect(now.rows.length).toBe(before.rows.length)
})

test('the next commune may neither write into the register of the town nor link to its targets', async () => {
  const { neighbour, auditor } = await world([slice])
  await expectRefusal(neighbour.send(RegisterDocument, letter()), 'platform.not_found')
  await expectRefusal(auditor.send(RegisterDocument, letter()), 'platform.not_allowed')
  const own = { ...letter(), areaId: areaId('12322') }
  await expectRefusal(neighbour.send(RegisterDocument, own), 'documents.subject_unknown')
})

test('whoever may write everywhere registers nothing in an area that there is not', async () => {
  const { communeOfficer, database } = await world([slice])
  await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${communeOfficer.id}, 'commune-officer', null, '2020-01-01', 'thử')`.execute(database.db)
  const nowhere = { ...letter(), areaId: uuidv7(), programmeId: undefined, links: [] }
  await expectRefusal(communeOfficer.send(RegisterDocument, nowhere), 'platform.not_found')
})

test('a registered document shows what it is linked to; the same number twice is refused; sent twice it is one', async () => {
  const { communeOfficer, districtLead, neighbour } = await world([slice])
  const sent = letter()
  const id = uuidv7()
  await communeOfficer.send(RegisterDocument, sent, { id })
  await communeOfficer.send(RegisterDocument, sent, { id })
  await expectRefusal(communeOfficer.send(RegisterDocument, letter()), 'documents.already_registered')
  const shown = await districtLead.ask(OneDocument, { id: sent.id, on })
  expect(shown).toMatchObject({ number: '77/CV-UBND', version: 1, may: { edit: true }, links: 1 })
  expect(shown.linked).toMatchObject([
    { kind: 'target', relation: 'evidence', to: `/programme/targets/${targetLineId('12280')}` },
  ])
  await expectRefusal(neighbour.ask(OneDocument, { id: sent.id, on }), 'platform.not_found')
})

test('a document that starts a task is read back with the task, and found by it; the next commune links to none of it', async () => {
  const { communeOfficer, districtLead, neighbour } = await world([slice])
  const subject = `task:${demoTaskId(12)}`
  const sent = { ...letter(), links: [{ subject, relation: 'starts' as const }] }
  await expectRefusal(
    neighbour.send(RegisterDocument, { ...sent, areaId: areaId('12322') }),
    'documents.subject_unknown',
  )
  await communeOfficer.send(RegisterDocument, sent)
  const { linked } = await districtLead.ask(OneDocument, { id: sent.id, on })
  expect(linked).toMatchObject([{ subject, kind: 'task', relation: 'starts', to: `/tasks/${demoTaskId(12)}` }])
  expect(linked[0]?.label.vi.length).toBeGreaterThan(5)
  const found = await districtLead.ask(ListDocuments, { on, subject })
  expect(found.rows.map((row) => row.id)).toContain(sent.id)
})

test('what is issued over the programme is read by everybody who works in it; a commune’s own papers are not', async () => {
  const { communeOfficer, neighbour, districtLead, hamletHead } = await world([slice])
  const numbers = async (who: typeof neighbour) =>
    (await who.ask(ListDocuments, { on, limit: 100 })).rows.map((row) => row.number)
  expect(await numbers(neighbour)).toEqual(
    expect.arrayContaining(['43/CT-HU', '60/KH-UBND', '118/KH-UBND', '18/KH-UBND']),
  )
  expect(await numbers(neighbour)).not.toContain('31/KH-UBND')
  expect(await numbers(communeOfficer)).toContain('31/KH-UBND')
  expect(await numbers(districtLead)).toEqual(expect.arrayContaining(['18/KH-UBND', '31/KH-UBND']))
  await expectRefusal(hamletHead.ask(ListDocuments, { on }), 'platform.not_allowed')
})

test('a document that was not yet issued on the day is not shown on it', async () => {
  const { districtLead } = await world([slice])
  const numbers = async (day: string) =>
    (await districtLead.ask(ListDocuments, { on: day, limit: 100 })).rows.map((row) => row.number)
  expect(await numbers('2024-03-01')).toEqual(['43/CT-HU', ''])
  expect(await numbers(on)).not.toContain('1666/NQ-UBTVQH15')
  expect(await numbers('2025-07-01')).toContain('1666/NQ-UBTVQH15')
})

test('the register is found with and without diacritics, by kind, and by pages that neither repeat nor skip', async () => {
  const { districtLead } = await world([slice])
  const find = async (part: object) =>
    (await districtLead.ask(ListDocuments, { on, ...part })).rows.map((row) => row.number)
  expect(await find({ q: 'chuyen hoa ngoc thanh' })).toEqual(['18/KH-UBND'])
  expect(await find({ q: 'Lãnh Đạo 43' })).toEqual(['43/CT-HU'])
  expect(await find({ q: '100%' })).toEqual([])
  expect(await find({ kind: 'chỉ thị' })).toEqual(['43/CT-HU'])
  expect(await find({ concerning: areaId('12322') })).toEqual(expect.arrayContaining(['60/KH-UBND', '18/KH-UBND']))
  expect(await find({ concerning: areaId('12322') })).not.toContain('31/KH-UBND')
  expect(await find({ area: areaId('12322') })).toEqual(['18/KH-UBND'])
  expect(await find({ subject: `plan:${plan2024Id}` })).toContain('60/KH-UBND')
  const all = await find({ limit: 100 })
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await districtLead.ask(ListDocuments, { on, limit: 3, cursor })
    expect(page.total).toBe(all.length)
    paged.push(...page.rows.map((row) => row.number))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(paged).toEqual(all)
})

test('a change needs the version that was read; links that the editor cannot see stay', async () => {
  const { communeOfficer, districtLead, database } = await world([slice])
  const sent = letter()
  await communeOfficer.send(RegisterDocument, sent)
  await sql`insert into document_link (document_id, subject, relation)
    values (${sent.id}, ${`target:${targetLineId('12322')}`}, 'evidence')`.execute(database.db)
  const { areaId: _, ...content } = sent
  const change = { ...content, version: 1, title: 'Đề nghị thẩm định sớm', links: [] }
  await communeOfficer.send(EditDocument, change)
  const refusal = await expectRefusal(districtLead.send(EditDocument, change), 'platform.changed_meanwhile')
  expect(refusal.extra).toEqual({ current: 2 })
  const kept = await sql<{ subject: string }>`
    select subject from document_link where document_id = ${sent.id}`.execute(database.db)
  expect(kept.rows).toEqual([{ subject: `target:${targetLineId('12322')}` }])
})

test('the audit keeps what an edit wrote over, a link too, and tells nothing of links that the editor cannot see', async () => {
  const { communeOfficer, database } = await world([slice])
  const sent = { ...letter(), note: 'bản giấy ở văn phòng' }
  await communeOfficer.send(RegisterDocument, sent)
  await sql`insert into document_link (document_id, subject, relation)
    values (${sent.id}, ${`target:${targetLineId('12322')}`}, 'evidence')`.execute(database.db)
  const { areaId: _, ...content } = sent
  const subject = `target:${targetLineId('12280')}`
  const change = { ...content, version: 1, issuedOn: '2024-11-13', note: '', links: [] }
  await communeOfficer.send(EditDocument, change)
  expect(await lastTold(database.db, 'documents.edit')).toEqual({
    before: { issuedOn: '2024-11-14', note: 'bản giấy ở văn phòng', links: { [subject]: ['evidence'] } },
    after: { issuedOn: '2024-11-13', note: '', links: {} },
  })
  await communeOfficer.send(EditDocument, { ...change, version: 2, programmeId: null })
  expect(await lastTold(database.db, 'documents.edit')).toEqual({
    before: { programmeId },
    after: { programmeId: null },
  })
})

test('a document replaces another, never itself or what replaced it', async () => {
  const { districtLead } = await world([slice])
  const first = { ...letter(), areaId: areaId('331'), number: '1/TB-UBND', links: [] }
  const second = { ...first, id: uuidv7(), number: '2/TB-UBND', replacesId: first.id }
  await districtLead.send(RegisterDocument, first)
  await districtLead.send(RegisterDocument, second)
  const shown = await districtLead.ask(OneDocument, { id: first.id, on })
  expect(shown.replacedBy).toMatchObject({ number: '2/TB-UBND' })
  const { areaId: _, ...content } = first
  await expectRefusal(
    districtLead.send(EditDocument, { ...content, version: 1, replacesId: second.id }),
    'documents.replaces_itself',
  )
})

test('a file belongs to whoever sent it until it stands in a document', async () => {
  const { communeOfficer, neighbour, districtLead } = await world([slice])
  const bytes = new TextEncoder().encode('a,b\n1,2\n')
  const file = await communeOfficer.send(UploadFile, { areaId: areaId('12280'), name: 'so.csv' }, { bytes })
  const own = { ...letter(), areaId: areaId('12322'), links: [], fileId: file.id }
  await expectRefusal(neighbour.send(RegisterDocument, own), 'documents.file_unknown')
  const sent = { ...letter(), fileId: file.id }
  await communeOfficer.send(RegisterDocument, sent)
  expect((await districtLead.ask(OneDocument, { id: sent.id, on })).file).toMatchObject({ name: 'so.csv', size: 8 })
})

test('the form offers one’s own registers and the things within reach', async () => {
  const { communeOfficer } = await world([slice])
  const { areas, subjects, today } = await communeOfficer.ask(DocumentChoices, { programme: 'kim-dong-2024' })
  expect(today).toBe('2024-11-15')
  expect(areas.map((area) => area.code)).toEqual(['12280'])
  const linkable = subjects.map((each) => each.subject)
  expect(linkable).toContain(`plan:${plan2024Id}`)
  expect(linkable).toContain(`target:${targetLineId('12280')}`)
  expect(linkable).not.toContain(`target:${targetLineId('12322')}`)
})

test('the plan of 2024 rests on the directive and starts with the plan', async () => {
  const { districtLead } = await world([slice])
  const plan = await districtLead.ask(OneDocument, { id: documentId('60/KH-UBND'), on })
  expect(plan.linked.filter((link) => link.kind === 'plan')).toMatchObject([
    { relation: 'starts', label: { vi: 'Kế hoạch năm 2024' } },
  ])
})
