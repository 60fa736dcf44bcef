// Forms filled from an opened file: the refusal first, then somebody from elsewhere, then what stands on the paper, on the page,
// at its foot and on the record; and what is not for the reader's eyes does not leave with them.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { sentenceOf } from '../../../platform/contract/refusal.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { qrIn, readDocx } from '../../../tests/support/docx.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { type Entry, fileWith, type Open, openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { FillForm, FindFiles, type Identity, ListFormCopies, ShowForm } from '../contract.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')

let the: World
let police: Somebody
let health: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
  health = the.as(personId('tramyte'))
})
afterAll(() => the.database.drop())

const tested: Entry = {
  kind: 'tested',
  at: '2026-08-03T09:00',
  details: { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true },
}
const notice: Entry = { kind: 'notice-received', at: '2026-08-04T08:00', details: {} }
const decided = (by: string, on: string, number = '12/QĐ-CAX'): Entry => ({
  kind: 'managed',
  at: `${on}T15:00`,
  details: { paper: { number, on, by } },
})

const found = { number: '5/XĐN', on: '2026-08-04', by: 'health-facility' } as const

const person: Identity = {
  name: 'Bùi Văn Thật <Thà>',
  otherNames: [],
  birth: '1990-05-02',
  sex: 'male',
  papers: [{ kind: 'cccd', number: '033090001234' }],
  residence: 'Thôn Trương Xá',
  stay: '',
  phone: '0912345678',
  circumstances: [],
}

const begun = (...entries: Entry[]) => fileWith(police, communeId, person, entries)

test('refused by name: no such form, another event, a file that is not open, a part that is not for this reader', async () => {
  const { open, ids } = await begun(tested)
  await expectRefusal(police.send(FillForm, { ...open, form: 'III-99' }), 'cases.form_unknown')
  await expectRefusal(police.ask(ShowForm, { ...open, form: 'constructor' }), 'cases.form_unknown')
  await expectRefusal(police.send(FillForm, { ...open, form: 'III-04', eventId: ids[0]! }), 'cases.form_of_other_event')
  await expectRefusal(
    police.send(FillForm, { ...open, form: 'III-01', eventId: uuidv7() }),
    'cases.form_of_other_event',
  )
  await expectRefusal(police.send(FillForm, { ...open, openingId: uuidv7(), form: 'III-01' }), 'cases.not_open')
  const seen = await openFile(health, open, 'treat', 'Thông báo số 8')
  await expectRefusal(health.send(FillForm, { ...seen, form: 'III-04' }), 'cases.opens_for_others')
  await expectRefusal(health.send(FillForm, { ...seen, form: 'contents' }), 'cases.opens_for_others')
  await expectRefusal(the.administrator.send(FillForm, { ...open, form: 'III-04' }), 'platform.not_allowed')
  expect((await police.ask(ListFormCopies, open)).rows).toEqual([])
})

test('the police of the next commune find no such place, and no copy of it in their own', async () => {
  const { open } = await begun(tested)
  const next = the.as(personId('congangiap'))
  await expectRefusal(next.send(FillForm, { ...open, form: 'III-04' }), 'platform.not_found')
  const theirs = { ...open, communeId: areaId('12286', '2025-07-01') }
  await expectRefusal(next.send(FillForm, { ...theirs, form: 'III-04' }), 'cases.not_open')
  await expectRefusal(next.ask(ListFormCopies, theirs), 'cases.not_open')
})

test('a decision stands on the page of Decree 30, with what the file knows and dotted lines for the rest', async () => {
  const { open, number, ids } = await begun(tested, notice, decided('police-head', '2026-08-04'))
  const shown = await police.ask(ShowForm, { ...open, form: 'III-04', eventId: ids[2]! })
  const stateOf = (field: string) => shown.fields.find((each) => each.field === field)?.state
  expect(['nameInCapitals', 'term', 'stay', 'signer'].map(stateOf)).toEqual(['known', 'known', 'missing', 'missing'])
  expect(shown).toMatchObject({ version: null, day: '2026-08-04', bearsNumber: true })

  const copy = await police.send(FillForm, {
    ...open,
    form: 'III-04',
    eventId: ids[2]!,
    typed: { signer: 'Trần Người Ký', homeland: 'Hưng Yên', name: 'Người khác', nothing: 'x' },
    signing: { as: 'deputy' },
  })
  expect(copy.name).toBe(`III-04 ${number}.docx`)
  const { text, foot, xml } = readDocx(copy.docx)
  for (const line of [
    'CÔNG AN XÃ HIỆP CƯỜNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 12/QĐ-CAX',
    'Hiệp Cường, ngày 04 tháng 8 năm 2026',
    'TRƯỞNG CÔNG AN XÃ HIỆP CƯỜNG',
    'Căn cứ Luật Phòng, chống ma túy số 120/2025/QH15',
    'Căn cứ Nghị định số 163/2026/NĐ-CP ngày 15 tháng 5 năm 2026',
    'Họ và tên: BÙI VĂN THẬT <THÀ>; giới tính: Nam',
    'Ngày, tháng, năm sinh: 02/05/1990; nơi sinh: ……………………………',
    'Quê quán: Hưng Yên',
    'Số CMND/CCCD/CC/hộ chiếu: 033090001234; ngày cấp: …/…/……',
    'Thời hạn quản lý là 01 năm, kể từ ngày 04/08/2026.',
    'KT. TRƯỞNG CÔNG AN\nPHÓ TRƯỞNG CÔNG AN',
    'Trần Người Ký',
    'Nơi nhận:',
  ])
    expect(text).toContain(line)
  expect(text).not.toContain('Người khác')
  expect(text).not.toMatch(/[{}]/)
  // A4; top and bottom 20 mm, left 30, right 15.
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
  expect(xml).toContain('w:ascii="Times New Roman"')
  expect(foot).toContain(`Bản lập từ hồ sơ ${number} · mẫu III-04, Nghị định 163/2026/NĐ-CP · mã bản ${copy.code}`)
  expect(foot).toMatch(/Người lập: .+ · \d\d:\d\d \d\d\/\d\d\/20\d\d/)

  expect((await police.ask(ListFormCopies, open)).rows).toMatchObject([
    { code: copy.code, form: 'III-04', eventId: ids[2]!, version: null, by: 'Lương Thu Hạnh (minh họa)' },
  ])
  const { rows } = await sql<{ after: unknown }>`
    select * from audit_entry where operation = 'cases.fill-form' and subject = ${`case-file:${open.fileId}`}`.execute(
    the.parts.db,
  )
  expect(rows).toMatchObject([{ after: { form: 'III-04', code: copy.code, template: 'ours' } }])
  expect(JSON.stringify(rows)).not.toMatch(/Thật|033090|Trần Người Ký/)
  const kept = await sql`select answer from command where operation = 'cases.fill-form' and answer <> 'null'`.execute(
    the.parts.db,
  )
  expect(kept.rows).toEqual([])
})

test('under the law of before the page is the chair’s, rests on that law, and bears no number of the new decree', async () => {
  const old = (entry: Entry, at: string): Entry => ({ ...entry, at })
  const { open, ids } = await begun(
    old(tested, '2026-03-02T09:00'),
    old(notice, '2026-03-03T08:00'),
    decided('chair', '2026-03-04', '7/QĐ-UBND'),
  )
  const copy = await police.send(FillForm, { ...open, form: 'III-04', eventId: ids[2]! })
  const { text, foot } = readDocx(copy.docx)
  for (const line of [
    'ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG',
    'Số: 7/QĐ-UBND',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG',
    'số 73/2021/QH14',
    'số 105/2021/NĐ-CP',
  ])
    expect(text).toContain(line)
  expect(text).not.toContain('163/2026')
  expect(foot).not.toContain('163/2026')
})

test('before it has happened a form is made with its number and day to be written in', async () => {
  const { open } = await begun(tested, notice)
  const { text } = readDocx((await police.send(FillForm, { ...open, form: 'III-04' })).docx)
  expect(text).toContain('Số: …………/QĐ-CAX')
  expect(text).toContain('Hiệp Cường, ngày …… tháng …… năm ……')
  const typed = { number: '31', signedOn: '2026-02-07' }
  const filled = readDocx((await police.send(FillForm, { ...open, form: 'III-04', typed })).docx)
  expect(filled.text).toContain('Số: 31/QĐ-CAX')
  expect(filled.text).toContain('ngày 07 tháng 02 năm 2026')
  // The day that was typed says under which law.
  expect(filled.text).toContain('73/2021/QH14')
})

test('whoever sees a part of the file takes that part along, and dotted lines for the rest', async () => {
  const { open } = await begun(tested)
  const seen = await openFile(health, open, 'treat', 'Thông báo số 8')
  const shown = await health.ask(ShowForm, { ...seen, form: 'V-24' })
  expect(shown.fields.filter(({ state }) => state === 'hidden').map(({ field }) => field)).toEqual([
    'otherNames',
    'residence',
  ])
  await police.send(FillForm, { ...open, form: 'III-01' })
  const { text } = readDocx((await health.send(FillForm, { ...seen, form: 'V-24' })).docx)
  expect(text).toContain('033090001234')
  expect(text).not.toContain('Trương Xá')
  // That a decision was made must not be read from the copies either.
  const formsOf = async (by: Somebody, at: Open) => (await by.ask(ListFormCopies, at)).rows.map(({ form }) => form)
  expect([await formsOf(health, seen), await formsOf(police, open)]).toEqual([['V-24'], ['V-24', 'III-01']])
})

test('the contents list every paper with its folio, the dossier what was filed in it', async () => {
  const { open } = await begun(tested, notice, decided('police-head', '2026-08-04'))
  const { text } = readDocx((await police.send(FillForm, { ...open, form: 'contents' })).docx)
  expect(text.replaceAll('\n', ' ')).toContain(
    '1 Xét nghiệm (III-01) 03/08/2026 1 2 Nhận thông báo về hành vi sử dụng (III-02) 04/08/2026 2 3 Quyết định quản lý (III-04) 04/08/2026 3',
  )
  const empty = readDocx((await police.send(FillForm, { ...open, form: 'court-contents' })).docx)
  expect(empty.text).not.toContain('Xét nghiệm (III-01)')
})

test('each of the four commitments of the law has its paper', async () => {
  const { open } = await begun(tested, notice, decided('police-head', '2026-08-04'))
  for (const [form, words] of [
    ['B1', 'theo Quyết định số 12/QĐ-CAX ngày 04/08/2026'],
    ['V-25', 'cai nghiện ma túy tự nguyện tại gia đình, cộng đồng'],
    ['I-04', 'giám sát điện tử theo Quyết định số …………'],
    ['B4', 'Tôi cam kết không sử dụng trái phép chất ma túy'],
  ] as const)
    expect(readDocx((await police.send(FillForm, { ...open, form })).docx).text).toContain(words)
})

test('sent twice it leaves once, without the paper being kept; two at once are two copies with codes of their own', async () => {
  const { open } = await begun(tested)
  const id = uuidv7()
  const input = { ...open, form: 'III-01' }
  expect((await police.send(FillForm, input, { id })).code).toMatch(/^BY-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(await police.send(FillForm, input, { id })).toBeNull()
  expect((await police.ask(ListFormCopies, open)).rows).toHaveLength(1)
  const both = await Promise.all([police.send(FillForm, input), police.send(FillForm, input)])
  expect(new Set(both.map(({ code }) => code)).size).toBe(2)
  expect((await police.ask(ListFormCopies, open)).rows).toHaveLength(3)
  const outside = await sql<{ count: number }>`select count(*)::int as count from cases.form_copy`.execute(the.parts.db)
  expect(outside.rows).toEqual([{ count: 0 }])
})

test('whoever signs by order is refused where the law gives the decision to the post; elsewhere each right has its form', async () => {
  const { open, ids } = await begun(tested, notice, decided('police-head', '2026-08-04'))
  const form = { ...open, form: 'III-04', eventId: ids[2]! }
  const refusal = await expectRefusal(
    police.send(FillForm, { ...form, signing: { as: 'authorised', post: 'Đội trưởng' } }),
    'cases.signature_not_theirs',
  )
  expect(sentenceOf(refusal.kind, refusal.values, 'vi')).toContain('luật giao việc này cho chính người giữ chức danh')
  expect((await police.ask(ListFormCopies, open)).rows).toEqual([])
  const signedAs = async (form: string, signing: InputOf<typeof FillForm>['signing']) =>
    readDocx((await police.send(FillForm, { ...open, form, signing })).docx).text
  expect(await signedAs('III-04', { as: 'acting' })).toContain('Q. TRƯỞNG CÔNG AN')
  expect(await signedAs('III-06', { as: 'by-order', post: 'Đội trưởng' })).toContain('TL. TRƯỞNG CÔNG AN\nĐỘI TRƯỞNG')
  expect(await signedAs('V-53', { as: 'deputy' })).toContain('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH')
})

test('the posts of today propose who signs: the holder, a deputy who acts, and nobody where none is known', async () => {
  const { open } = await begun(tested, notice)
  const proposed = async () => (await police.ask(ShowForm, { ...open, form: 'III-06' })).signing?.proposed
  expect(await proposed()).toMatchObject({ way: 'head', name: null })
  const [head, deputy] = [uuidv7(), uuidv7()]
  const of = async (postId: string, person: string) =>
    sql`insert into post_holder (post_id, person_id, valid_from) values (${postId}, ${personId(person)}, '2024-01-01')`.execute(
      the.parts.db,
    )
  await sql`insert into post (id, area_id, kind, title_vi, title_en, reports_to_id) values
    (${head}, ${communeId}, 'police', 'Trưởng Công an xã', 'Head', null),
    (${deputy}, ${communeId}, 'police-deputy', 'Phó Trưởng Công an xã', 'Deputy', ${head})`.execute(the.parts.db)
  await of(head, 'truongcax')
  expect(await proposed()).toMatchObject({ way: 'head', name: 'Tạ Đình Khôi (minh họa)' })
  const lent = uuidv7()
  await sql`insert into delegation (id, from_person_id, to_person_id, post_id, valid_from, valid_to, reason) values
    (${lent}, ${personId('truongcax')}, ${personId('conganxa2')}, ${head}, ${the.today}::date, ${the.today}::date + 5, 'Đi học')`.execute(
    the.parts.db,
  )
  // Lent to somebody who is no deputy: the head still signs.
  expect(await proposed()).toMatchObject({ way: 'head', name: 'Tạ Đình Khôi (minh họa)' })
  await of(deputy, 'conganxa2')
  expect(await proposed()).toMatchObject({ way: 'in-charge', name: 'Tạ Minh Đức (minh họa)' })
  await sql`update delegation set revoked_on = ${the.today}::date where id = ${lent}`.execute(the.parts.db)
  expect(await proposed()).toMatchObject({ way: 'head' })
})

test('a centre’s paper bears its name, its head above the signature, and what is asked of it', async () => {
  const { open } = await begun(
    { kind: 'determination-asked', at: '2026-08-03T08:00', details: { ground: 'voluntary' } },
    {
      kind: 'determination-result',
      at: '2026-08-04T08:00',
      details: { result: 'addicted', ground: 'voluntary', paper: found },
    },
    { kind: 'registered', at: '2026-08-04T15:00', details: { form: 'private' } },
    {
      kind: 'private-decided',
      at: '2026-08-05T08:00',
      details: { paper: { number: '14/QĐ-CAX', on: '2026-08-05', by: 'police-head' } },
    },
    { kind: 'treatment-begun', at: '2026-08-06T08:00', details: { place: 'Cơ sở cai nghiện số 1' } },
  )
  const of = async (form: string, more: object = {}) =>
    readDocx((await police.send(FillForm, { ...open, form, ...more })).docx).text
  const served = await of('V-50', { signing: { as: 'deputy' } })
  for (const line of [
    'CƠ SỞ CAI NGHIỆN SỐ 1',
    'TRƯỞNG CƠ SỞ CAI NGHIỆN SỐ 1',
    'Thời gian chấp hành: từ ngày 06/08/2026 đến ngày …/…/……',
    'KT. TRƯỞNG CƠ SỞ\nPHÓ TRƯỞNG CƠ SỞ',
  ])
    expect(served).toContain(line)
  expect(await of('V-48')).toContain('Kính gửi: Trưởng Cơ sở cai nghiện số 1')
  const contract = await of('V-29')
  expect(contract).toContain('Tên cơ sở: Cơ sở cai nghiện số 1')
  expect(contract).toContain('Nơi cư trú hoặc chỗ ở hiện nay: Thôn Trương Xá')
  expect(await of('V-47', { typed: { parentOffice: 'CÔNG AN TỈNH HƯNG YÊN' } })).toContain('CÔNG AN TỈNH HƯNG YÊN')
})

test('the foot bears the code as a QR that says nothing else, and the code finds the file for who may make the paper', async () => {
  const { open, number } = await begun(tested, notice, decided('police-head', '2026-08-04'))
  const copy = await police.send(FillForm, { ...open, form: 'III-04' })
  expect(await qrIn(copy.docx)).toEqual([copy.code])
  const find = (by: Somebody, text: string, commune = communeId) => by.send(FindFiles, { communeId: commune, text })
  const found = await find(police, copy.code.toLowerCase().replaceAll('-', ' '))
  expect(found.rows.map((row) => row.number)).toEqual([number])
  expect(found.copy).toMatchObject({ code: copy.code, form: 'III-04', by: 'Lương Thu Hạnh (minh họa)' })
  // To whoever may not make it, a code that exists is like one that does not.
  const unknown = await find(health, 'BY-2222-2222')
  expect(await find(health, copy.code)).toEqual(unknown)
  expect(unknown).toMatchObject({ rows: [], copy: null })
  const next = the.as(personId('congangiap'))
  await expectRefusal(find(next, copy.code), 'platform.not_found')
  expect(await find(next, copy.code, areaId('12286', '2025-07-01'))).toMatchObject({ rows: [], copy: null })
})
