// Official templates: refused by name with the place, by whoever may not, then used on their days, version after version, and
// taken out of use again.

import { zipSync } from 'fflate'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentenceOf } from '../../../platform/contract/refusal.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { docx, type Given, readDocx } from '../../../tests/support/docx.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { fileWith } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import {
  FillForm,
  ListFormCopies,
  ListForms,
  ReadTemplate,
  ShowForm,
  UploadTemplate,
  WithdrawTemplate,
} from '../contract.ts'
import { templateIds } from '../templates.ts'
import { slice } from './slice.ts'

let the: World
let admin: Somebody
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  admin = the.administrator
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

type Dates = { from?: string; until?: string }
const upload = (bytes: Uint8Array, form = 'III-04', dates: Dates = {}, by = admin, id = uuidv7()) =>
  by.send(UploadTemplate, { id, form, name: 'mẫu.docx', from: '2026-07-01', ...dates }, { bytes })
const made = (given: Partial<Given>): Uint8Array => docx({ paragraphs: ['Họ và tên: {họ tên}'], ...given })

async function refusedWith(bytes: Uint8Array, code: string): Promise<string> {
  const refusal = await expectRefusal(upload(bytes), code)
  return sentenceOf(refusal.kind, refusal.values, 'vi')
}

test('only an administrator of everything uploads, sees or withdraws templates', async () => {
  for (const other of [police, the.districtLead, the.auditor]) {
    await expectRefusal(upload(made({}), 'III-04', {}, other), 'platform.not_allowed')
    await expectRefusal(other.ask(ListForms, {}), 'platform.not_allowed')
    await expectRefusal(other.ask(ReadTemplate, { form: 'III-04', as: 'template' }), 'platform.not_allowed')
    await expectRefusal(other.send(WithdrawTemplate, { id: uuidv7() }), 'platform.not_allowed')
  }
  await expectRefusal(admin.send(WithdrawTemplate, { id: uuidv7() }), 'platform.not_found')
  await expectRefusal(admin.ask(ReadTemplate, { form: 'III-04', id: uuidv7(), as: 'sample' }), 'platform.not_found')
})

test.each([
  [
    'a field without an end',
    { paragraphs: ['a', 'Họ và tên: {hoten'] },
    'template_field_broken',
    'đoạn 2 “Họ và tên: {hoten”',
  ],
  ['an end without a field', { paragraphs: ['họ tên}'] }, 'template_field_broken', 'đoạn 1 “họ tên}”'],
  ['a field within a field', { paragraphs: ['{họ {tên}'] }, 'template_field_broken', '“{họ {tên}”'],
  ['a field over two paragraphs', { paragraphs: ['{họ', 'tên}'] }, 'template_field_broken', 'đoạn 2'],
  ['an unknown field', { paragraphs: ['Điểm: {điểm số}'] }, 'template_field_unknown', 'đoạn 1 “{điểm số}”'],
  [
    'an unknown field, cut into runs',
    { paragraphs: [['Tên: {ho', 'ten2', '}']] },
    'template_field_unknown',
    '“{hoten2}”',
  ],
  ['an unknown field in a header', { header: '{logo}' }, 'template_field_unknown', 'đầu trang, đoạn 1 “{logo}”'],
  ['words that are to become part of the file', { paragraphs: ['{@họ tên}'] }, 'template_field_unknown', '“{@họ tên}”'],
  ['other braces', { paragraphs: ['{=[[ ]]=} [[họ tên]]'] }, 'template_field_unknown', '{=[[ ]]=}'],
  ['a list that stays open', { paragraphs: ['{#tài liệu}{tên tài liệu}'] }, 'template_list_broken', '“{#tài liệu}”'],
  ['a list closed by another', { paragraphs: ['{#tài liệu}{/tổ quản lý}'] }, 'template_list_broken', '“{/tổ quản lý}”'],
  ['a column outside its list', { paragraphs: ['{bút lục}'] }, 'template_field_unknown', '“{bút lục}”'],
  ['no field at all', { paragraphs: ['Không có gì'] }, 'template_no_fields', 'không có trường nào'],
  ['macros', { extra: { 'word/vbaProject.bin': 'x' } }, 'template_macros', 'word/vbaProject.bin'],
  [
    'the type of a document with macros',
    { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' },
    'template_macros',
    '/word/document.xml',
  ],
  [
    'a link to a site',
    { links: '<Relationship Id="r9" Type="hyperlink" Target="https://example.org/x" TargetMode="External"/>' },
    'template_external',
    'https://example.org/x',
  ],
  [
    'a template that lies elsewhere',
    { links: '<Relationship Id="r9" Type="attachedTemplate" Target="file:///C:/x.dotm"/>' },
    'template_external',
    'file:///C:/x.dotm',
  ],
  [
    'a picture that is fetched',
    { inside: '<w:p><w:r><w:instrText>INCLUDEPICTURE "//x/y.png"</w:instrText></w:r></w:p>' },
    'template_active',
    'INCLUDEPICTURE',
  ],
  [
    'a program in a field',
    { inside: '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\x"/></w:p>' },
    'template_active',
    'DDEAUTO',
  ],
  ['an embedded file', { extra: { 'word/embeddings/oleObject1.bin': 'x' } }, 'template_active', 'oleObject1.bin'],
  ['another document inside', { inside: '<w:altChunk/>' }, 'template_active', 'altChunk'],
] as [string, Partial<Given>, string, string][])(
  '%s is refused by name, with its place',
  async (_, given, name, place) => {
    expect(await refusedWith(made(given), `cases.${name}`)).toContain(place)
  },
)

test('what is no Word document, or unpacks to a mountain, is refused by name', async () => {
  const text = new TextEncoder()
  await refusedWith(text.encode('%PDF-1.7 …'), 'cases.template_not_docx')
  await refusedWith(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'cases.template_not_docx')
  await refusedWith(zipSync({ 'xl/workbook.xml': text.encode('<x/>') }), 'cases.template_not_docx')
  await refusedWith(made({ extra: { 'word/document.xml': '<w:document' } }), 'cases.template_not_docx')
  await refusedWith(
    made({ extra: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } }),
    'cases.template_not_docx',
  )
  await refusedWith(made({ extra: { 'word/media/a.xml': ' '.repeat(21 * 1024 * 1024) } }), 'cases.template_too_large')
  await expectRefusal(upload(made({}), 'III-99'), 'cases.form_unknown')
  await expectRefusal(upload(made({}), 'III-04', { from: '2026-07-02', until: '2026-07-01' }), 'cases.template_dates')
  const { rows } = await admin.ask(ListForms, {})
  expect(rows.map(({ form }) => form)).toEqual([...templateIds])
  expect(rows.every(({ templates, inUse }) => templates.length === 0 && inUse === null)).toBe(true)
})

const communeId = areaId('12322', '2025-07-01')
async function openedFile() {
  const identity = { name: 'Người & <Thử>', birth: null, sex: null }
  const details = { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true }
  const tested = { kind: 'tested', at: '2026-08-03T09:00', details } as const
  const { open, ids } = await fileWith(police, communeId, identity, [tested])
  return { open, eventId: ids[0] as string }
}

const official = made({
  paragraphs: [
    'MẪU CHÍNH THỨC',
    ['Họ tên: {Họ', ' Tên}', '; số: {so}'],
    '{#tài liệu}{tên tài liệu}: {but_luc}{/tài liệu}',
  ],
  header: '{cơ quan}',
})

test('an official template is used on its days, bears the mark of the copy on every page, and can be taken back', async () => {
  const { open, eventId } = await openedFile()
  const asked = { ...open, form: 'III-01', eventId }
  const first = await upload(official, 'III-01', { until: '2026-12-31' })
  expect(first).toEqual({ version: 1, fields: ['name', 'number', 'papers', 'office'] })
  expect(await police.ask(ShowForm, asked)).toMatchObject({
    version: 1,
    fields: [{ field: 'name' }, { field: 'number' }, { field: 'office' }],
    lists: [{ list: 'papers', rows: 1 }],
  })
  const copy = await police.send(FillForm, { ...asked, typed: { number: '7' } })
  const { text, foot, xml } = readDocx(copy.docx)
  expect(text).toContain('Họ tên: Người & <Thử>; số: 7')
  expect(text).toContain('Xét nghiệm (III-01): 1')
  expect(foot).toContain(copy.code)
  // A first page of its own, and even pages, would otherwise have no foot.
  expect([...xml.matchAll(/footerReference[^>]* w:type="(\w+)"/g)].map(([, type]) => type).sort()).toEqual([
    'default',
    'even',
    'first',
  ])
  expect((await police.ask(ListFormCopies, open)).rows).toMatchObject([{ version: 1 }])

  // Of two that are valid the newer one; a day outside of both has ours.
  const secondId = uuidv7()
  await upload(made({ paragraphs: ['BẢN HAI {họ tên}'] }), 'III-01', { from: '2026-08-01' }, admin, secondId)
  expect(readDocx((await police.send(FillForm, asked)).docx).text).toContain('BẢN HAI')
  const early = { ...open, form: 'III-01', typed: { signedOn: '2026-06-30' } }
  expect(readDocx((await police.send(FillForm, early)).docx).text).toContain('PHIẾU KẾT QUẢ')

  expect(await admin.send(WithdrawTemplate, { id: secondId })).toEqual({ form: 'III-01' })
  await expectRefusal(admin.send(WithdrawTemplate, { id: secondId }), 'cases.template_withdrawn')
  expect(readDocx((await police.send(FillForm, asked)).docx).text).toContain('MẪU CHÍNH THỨC')
  const row = (await admin.ask(ListForms, {})).rows.find(({ form }) => form === 'III-01')
  expect(row?.templates).toMatchObject([
    { version: 2, withdrawnAt: expect.any(String) },
    { version: 1, withdrawnAt: null, until: '2026-12-31', by: expect.any(String) },
  ])
  // Kept all the same, to look at, filled with invented data.
  const kept = await admin.ask(ReadTemplate, { form: 'III-01', id: secondId, as: 'sample' })
  expect(readDocx(kept.docx).text).toContain('BẢN HAI Người Được Bịa Ra (minh họa)')
  await expectRefusal(admin.ask(ReadTemplate, { form: 'III-04', id: secondId, as: 'sample' }), 'platform.not_found')
})

test('ours is a template too: taken, sent back unchanged, it is accepted, for every form there is', async () => {
  for (const form of templateIds) {
    const { docx: content } = await admin.ask(ReadTemplate, { form, as: 'template' })
    await upload(new Uint8Array(Buffer.from(content, 'base64')), form)
  }
})

test('two at once are two versions, one after the other; sent twice it is one', async () => {
  const both = await Promise.all([upload(official, 'V-58'), upload(official, 'V-58')])
  expect(both.map(({ version }) => version).sort()).toEqual([2, 3])
  const id = uuidv7()
  const input = { id: uuidv7(), form: 'V-58', name: 'mẫu.docx', from: '2026-07-01' }
  const once = await admin.send(UploadTemplate, input, { id, bytes: official })
  expect(await admin.send(UploadTemplate, input, { id, bytes: official })).toEqual(once)
  await expectRefusal(admin.send(UploadTemplate, input, { bytes: official }), 'platform.id_taken')
})
