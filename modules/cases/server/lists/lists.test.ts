// Lists of persons through the door: refused by name, by the next commune and by a colleague; then checked without writing, and
// brought in as files, with a status only where a decision holds it.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../../../platform/server/clock.ts'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { addDays } from '../../../../rules/calendar/working-days.ts'
import {
  type Cells,
  communeId,
  managed,
  nextCommune,
  type Office,
  officeWithFiles,
  table,
  workbook,
} from '../../../../tests/support/person-lists.ts'
import { expectRefusal, type Somebody, type World } from '../../../../tests/support/world.ts'
import {
  BeginFile,
  CancelPersonList,
  CheckPersonList,
  FindFiles,
  type ListPlan,
  ListRowsOfPersonList,
  LookAtPersonList,
  listFields,
  SendPersonList,
  ShowPersonList,
} from '../../contract.ts'
import { personListRoutes } from '../public.ts'
import { restrictFiles } from '../retention/restrict.ts'
import { templateRows } from './template.ts'

let the: World
let police: Somebody
let nextPolice: Somebody
let office: Office
beforeAll(async () => {
  office = await officeWithFiles()
  ;({ the, police, nextPolice } = office)
})
afterAll(() => the.database.drop())

test('who has no right to files sends no list, and whoever did not send it sees nothing of it', async () => {
  const bytes = await workbook(table([managed]))
  for (const other of [the.communeOfficer, the.districtLead, the.administrator, the.as(personId('tramyte'))])
    await expectRefusal(
      other.send(SendPersonList, { communeId, importId: uuidv7() }, { bytes }),
      'platform.not_allowed',
    )
  await expectRefusal(
    nextPolice.send(SendPersonList, { communeId, importId: uuidv7() }, { bytes }),
    'platform.not_found',
  )
  const list = await office.checked([managed])
  await expectRefusal(nextPolice.ask(ShowPersonList, { communeId, importId: list.id }), 'platform.not_found')
  await expectRefusal(nextPolice.ask(ShowPersonList, { communeId: nextCommune, importId: list.id }), 'cases.no_list')
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    select ${uuidv7()}, ${nextPolice.id}, role_id, ${communeId}, '2024-01-01', 'Tăng cường' from access_grant
    where person_id = ${police.id} limit 1`.execute(the.database.db)
  const seen = await nextPolice.ask(ShowPersonList, { communeId, importId: list.id })
  expect(seen).toMatchObject({ plan: null, may: { enter: false, check: false, mend: false, cancel: true } })
  await expectRefusal(nextPolice.ask(LookAtPersonList, { communeId, importId: list.id }), 'cases.list_of_another')
  await expectRefusal(nextPolice.ask(ListRowsOfPersonList, { communeId, importId: list.id }), 'cases.list_of_another')
  await expectRefusal(office.enter(list.id, nextPolice), 'cases.list_of_another')
  await sql`delete from access_grant where person_id = ${nextPolice.id} and area_id = ${communeId}`.execute(
    the.database.db,
  )
  await police.send(CancelPersonList, { communeId, importId: list.id })
})

test.each([
  ['nothing', Buffer.alloc(0), 'cases.empty_file'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'cases.wrong_kind'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'cases.old_excel'],
  ['a broken workbook', Buffer.from('504b030400', 'hex'), 'cases.broken_file'],
])('%s is refused by name', async (_, bytes, code) => {
  await expectRefusal(police.send(SendPersonList, { communeId, importId: uuidv7() }, { bytes }), code)
})

test('a plan that cannot be is refused by name, and a list with nobody on it', async () => {
  const importId = await office.sent([managed])
  const good = await office.plan(importId)
  const check = (more: Partial<ListPlan>) =>
    police.send(CheckPersonList, { communeId, importId, plan: { ...good, ...more } })
  await expectRefusal(check({ asOf: '2099-01-01' }), 'cases.as_of_in_future')
  await expectRefusal(check({ mapping: { ...good.mapping, columns: {} } }), 'cases.name_not_mapped')
  await expectRefusal(check({ mapping: { ...good.mapping, columns: { name: 0, birth: 0 } } }), 'cases.column_twice')
  await expectRefusal(check({ mapping: { ...good.mapping, headerRow: 20 } }), 'cases.no_rows')
  await expectRefusal(office.enter(importId), 'cases.list_not_checked')
  await expectRefusal(
    police.send(SendPersonList, { communeId, importId }, { bytes: await workbook(table([managed])) }),
    'cases.already_recorded',
  )
  await police.send(CancelPersonList, { communeId, importId })
  await expectRefusal(police.ask(LookAtPersonList, { communeId, importId }), 'cases.no_list')
})

test('a check writes no file; each row says what it would become, what is doubtful and what is wrong', async () => {
  const before = await office.filesCount()
  const list = await office.checked([
    managed,
    { name: 'Lưu Nhân Chú', birth: '1981', status: 'đang quản lý' },
    { ...managed, name: 'Ngô Thì Sĩ', identity: '12345', decisionNumber: '13/QĐ-CAX', sex: 'Nữ', birth: '1991' },
    { ...managed, name: 'Mạc Thị Bưởi', identity: '', decisionBy: 'Chủ tịch UBND xã', decisionNumber: '14/QĐ' },
    { ...managed, name: '', identity: '' },
    { name: 'Phan Văn Định', birth: '31/02/1990', status: 'lang thang', decisionNumber: '9' },
    {
      name: 'Cao Bá Đạt',
      birth: '1977',
      status: 'Cai nghiện tại gia đình, cộng đồng',
      decisionNumber: '31/QĐ-CAX',
      decisionOn: '21/07/2026',
      decisionBy: 'Trưởng Công an cấp xã',
    },
  ])
  expect(await office.filesCount()).toBe(before)
  expect(list).toMatchObject({
    state: 'checked',
    rows: 7,
    counts: { good: 2, bare: 1, alike: 0, refused: 4, entered: 0 },
    may: { enter: true, cancel: true, undo: false, mend: true },
  })
  const rows = await office.rowsOf(list.id)
  const told = rows.map(({ name, outcome, faults, warnings }) => ({
    name,
    outcome,
    said: [...faults, ...warnings].map(({ vi }) => vi).join('; '),
  }))
  expect(told[0]).toMatchObject({
    name: 'Đ. C. T***',
    outcome: 'good',
    said: expect.stringContaining('Chưa ghi căn cứ'),
  })
  expect(told[1]).toMatchObject({ outcome: 'bare', said: expect.stringContaining('Cần bổ sung quyết định') })
  // An impossible number is a warning, never a wall.
  expect(told[2]).toMatchObject({ outcome: 'good', said: expect.stringContaining('số chữ số lạ') })
  expect(told[3]).toMatchObject({ outcome: 'refused', said: expect.stringMatching(/không có thẩm quyền.*Điều 24/) })
  expect(told[4]).toMatchObject({ outcome: 'refused', said: expect.stringContaining('Thiếu họ tên') })
  expect(told[5]?.said).toMatch(/Ngày sinh.*tình trạng.*Văn bản/)
  expect(told[6]).toMatchObject({ outcome: 'refused', said: expect.stringContaining('nghiện') })
  // Rows that the law does not let stand come in without a status, where the police say so.
  const bare = await police.send(CheckPersonList, {
    communeId,
    importId: list.id,
    plan: await office.plan(list.id, { refused: 'enter-bare' }),
  })
  expect(bare.counts).toMatchObject({ bare: 3, refused: 2 })
  await police.send(CancelPersonList, { communeId, importId: list.id })
})

test('rows become files with a status only where a decision holds it; their columns are remembered', async () => {
  const list = await office.entered([
    { ...managed, name: 'Khúc Thừa Hạo', identity: '033090005555', note: 'Đã đối chiếu' },
    { name: 'Dương Đình Nghệ', birth: '1980', status: 'Người nghiện' },
    {
      name: 'Hồ Thị Nhâm',
      otherNames: 'Nhâm Bưởi; Tư Nhâm',
      birth: '1985',
      sex: 'Nữ',
      identityOld: '14520111',
      residence: 'Thôn Mai Viên',
      status: 'Cai nghiện tại gia đình, cộng đồng',
      determinationNumber: '05/XĐN',
      determinationOn: '20/07/2026',
      determinationBy: 'Trung tâm Y tế khu vực',
      registeredOn: '20/07/2026',
      decisionNumber: '31/QĐ-CAX',
      decisionOn: '20/07/2026',
      decisionBy: 'Trưởng Công an cấp xã',
      begunOn: '22/07/2026',
    },
  ])
  expect(list).toMatchObject({ state: 'done', counts: { entered: 3 }, may: { undo: true, enter: false } })
  const first = await office.fileOf('khuc thua hao')
  expect(first).toMatchObject({
    status: 'managed',
    identity: { name: 'Khúc Thừa Hạo', birth: '1990-05-02', sex: 'male' },
  })
  expect(first.events.map(({ kind, at }) => [kind, at])).toEqual([
    ['managed', '2026-07-06T00:00'],
    ['listed', '2026-10-01T00:00'],
  ])
  expect(first.events[1]?.details).toMatchObject({
    source: 'Sổ theo dõi năm 2026',
    says: 'managed',
    note: 'Đã đối chiếu',
  })
  const second = await office.fileOf('Dương Đình Nghệ')
  expect(second.status).toBeNull()
  expect(second.events.map(({ details }) => details)).toMatchObject([{ says: 'addict', missing: 'decision' }])
  const third = await office.fileOf('tu nham')
  expect(third).toMatchObject({
    status: 'home',
    identity: { otherNames: ['Nhâm Bưởi', 'Tư Nhâm'], papers: [{ kind: 'cmnd', number: '014520111' }] },
  })
  expect(third.events.map(({ kind, at }) => [kind, at.slice(5)])).toEqual([
    ['determination-result', '07-20T00:00'],
    ['registered', '07-20T00:01'],
    ['home-decided', '07-20T00:02'],
    ['treatment-begun', '07-22T00:00'],
    ['listed', '10-01T00:00'],
  ])
  const again = await office.sent([managed])
  expect(await police.ask(LookAtPersonList, { communeId, importId: again })).toMatchObject({ remembered: true })
})

test('who stands in a list without a decision is asked about, stays in sight for thirty days from the day of coming in, and no longer', async () => {
  await office.entered([{ name: 'Kiều Công Hãn', birth: '1979', status: 'Người nghiện' }])
  const seen = async () => (await police.send(FindFiles, { communeId, text: 'Kiều Công Hãn' })).rows
  const [found] = await seen()
  const file = await office.fileOf('Kiều Công Hãn')
  expect(file.life?.next).toMatchObject([{ id: 'find-decision', source: { vi: 'Luật, Điều 24.2, 31.4' } }])
  // The list is of 01/10; what counts is the day on which it came in.
  const cameIn = dayOf(new Date())
  await restrictFiles(the.database.db, addDays(cameIn, 30))
  expect(await seen()).toMatchObject([{ id: found?.id }])
  await restrictFiles(the.database.db, addDays(cameIn, 31))
  expect(await seen()).toEqual([])
})

test('likely duplicates: of a file, by name in any spelling or order, by old and new number; and of another row', async () => {
  const known = {
    name: 'Hoà Thị Quỳnh Đào',
    otherNames: [],
    birth: '1988',
    sex: 'female' as const,
    papers: [{ kind: 'cmnd' as const, number: '145209999' }],
  }
  const { number } = await police.send(BeginFile, {
    communeId,
    id: uuidv7(),
    personId: uuidv7(),
    identity: { ...known, circumstances: [] },
    although: true,
  })
  const rows: Cells[] = [
    { name: 'Hòa Thị Quỳnh Đào', birth: '1989', sex: 'Nữ' },
    { name: 'HOA THI QUYNH DAO', birth: '1988', sex: 'Nữ' },
    { name: 'Đào Hoà Thị Quỳnh', birth: '1987', sex: 'Nữ' },
    { name: 'Tên Khác Hẳn', birth: '1960', identityOld: '145 209 999' },
    { name: 'Hoà Thị Quỳnh Đào', birth: '1995' },
    { name: 'Hoà Thị Quỳnh Đào', birth: '1988', sex: 'Nam' },
    { name: 'Bế Văn Đàn', birth: '1970' },
    { name: 'Bế Văn Đàn', birth: '1971' },
  ]
  const list = await office.checked(rows)
  const found = await office.rowsOf(list.id)
  expect(found.map(({ outcome }) => outcome)).toEqual([
    'alike',
    'alike',
    'alike',
    'alike',
    'good',
    'good',
    'good',
    'alike',
  ])
  expect(found.slice(0, 4).map(({ alike }) => alike.find(({ file }) => file))).toMatchObject([
    { file: number, reasons: ['same_name', 'near_birth_year'] },
    { file: number, reasons: ['without_marks', 'same_birth_year'] },
    { file: number, reasons: ['other_order', 'near_birth_year'] },
    { file: number, reasons: ['same_paper'] },
  ])
  expect(found[7]?.alike).toMatchObject([{ row: found[6]?.row, reasons: ['same_name', 'near_birth_year'] }])
  // Between the check and the import somebody begins a file of one of them: that row waits too.
  await police.send(BeginFile, {
    communeId,
    id: uuidv7(),
    personId: uuidv7(),
    identity: { name: 'Bế Văn Đàn', birth: '1970', sex: null },
  })
  const done = await office.enter(list.id)
  expect(done).toMatchObject({ state: 'done', counts: { entered: 2, alike: 6 } })
})

test('the template is understood as it is, and rows to mend come back with their reason, to be sent again', async () => {
  const importId = uuidv7()
  await police.send(SendPersonList, { communeId, importId }, { bytes: await workbook(templateRows()) })
  const list = await police.send(CheckPersonList, { communeId, importId, plan: await office.plan(importId) })
  expect(list.counts).toMatchObject({ good: 2, bare: 1, refused: 0 })
  expect(Object.keys((await office.plan(importId)).mapping.columns)).toHaveLength(listFields.length)

  const bad = await office.checked([{ name: 'Trịnh Hoài Đức', birth: '31/02/1990' }])
  const routes = personListRoutes({
    ...the.parts,
    authority: { ...the.parts.authority, personOf: async () => ({ id: police.id, name: 'Công an' }) as never },
  })
  const download = (query: string) => routes.request(`/api/cases/list-to-mend?${query}`)
  const answer = await download(`communeId=${communeId}&importId=${bad.id}`)
  expect(answer.status).toBe(200)
  const back = uuidv7()
  await police.send(SendPersonList, { communeId, importId: back }, { bytes: Buffer.from(await answer.arrayBuffer()) })
  const look = await police.ask(LookAtPersonList, { communeId, importId: back })
  expect(look.rows[0]?.cells).toContain('Trịnh Hoài Đức')
  expect(look.rows[0]?.cells.at(-2)).toMatch(/^Ngày sinh hoặc năm sinh: Ngày sinh phải ghi dạng/)
})
