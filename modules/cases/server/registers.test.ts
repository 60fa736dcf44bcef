// Registers of many persons: the refusal first, then somebody from elsewhere, then what the documents say when they are opened, what
// stands on the record, and what does not.

import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { problemAnswer } from '../../../platform/server/http.ts'
import { bytesSource } from '../../../platform/server/spreadsheet/source.ts'
import { openWorkbook, sheetTable } from '../../../platform/server/spreadsheet/workbook.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { docx, qrIn, readDocx } from '../../../tests/support/docx.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { type Entry, fileWith } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { type Identity, ListRegisters, MakeRegister, UploadTemplate } from '../contract.ts'
import { registerRoutes } from './registers/routes.ts'
import { insideFiles } from './sealing/inside.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
let the: World
let police: Somebody
let health: Somebody
let helper: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
  health = the.as(personId('tramyte'))
  helper = the.as(personId('giupdo'))
})
afterAll(() => the.database.drop())

const noticed: Entry[] = [
  {
    kind: 'tested',
    at: '2026-08-03T09:00',
    details: { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true },
  },
  { kind: 'notice-received', at: '2026-08-04T08:00', details: { from: 'Công an xã Nghĩa Dân' } },
]
const managed = (number: string): Entry => ({
  kind: 'managed',
  at: '2026-08-04T15:00',
  details: { paper: { number, on: '2026-08-04', by: 'police-head' } },
})
const registered: Entry[] = [
  { kind: 'determination-asked', at: '2026-09-03T08:00', details: { ground: 'voluntary' } },
  {
    kind: 'determination-result',
    at: '2026-09-04T08:00',
    details: {
      result: 'addicted',
      ground: 'voluntary',
      paper: { number: '5/XĐN', on: '2026-09-04', by: 'health-facility' },
    },
  },
  { kind: 'registered', at: '2026-09-04T15:00', details: { form: 'home' } },
]

async function numberOfFile(name: string, ...entries: Entry[]): Promise<string> {
  const identity: Identity = {
    ...{ name, otherNames: [], birth: '1990-05-02', sex: 'male', residence: 'Thôn Trương Xá', stay: '', phone: '' },
    papers: [{ kind: 'cccd', number: '033090001234' }],
    circumstances: [],
  }
  return (await fileWith(police, communeId, identity, entries)).number
}

const asked = {
  communeId,
  register: 'III-10',
  from: '2026-07-01',
  until: '2026-12-14',
  purpose: 'decide',
  ground: 'Kế hoạch 12/KH-CAX',
  format: 'docx',
} as const
const ask = (by: Somebody, more: Partial<InputOf<typeof MakeRegister>> = {}) =>
  by.send(MakeRegister, { ...asked, ...more })

/** The route as the server mounts it, for somebody who is signed in. */
function fetched(who: string, query: Record<string, string>) {
  const app = new Hono().route('/', registerRoutes(the.parts))
  app.onError((fault, http) => problemAnswer({}, { error: () => undefined } as never)(fault, http))
  return app.request(`/api/cases/register?${new URLSearchParams(query)}`, {
    headers: { 'x-test-person': personId(who), 'accept-language': 'vi' },
  })
}
async function tableOf(answer: Response): Promise<string[][]> {
  const book = await openWorkbook(bytesSource(new Uint8Array(await answer.arrayBuffer())))
  const found: string[][] = []
  for await (const batch of sheetTable(book, 0).rows()) found.push(...batch.map(({ cells }) => cells))
  return found
}

test('refused by name: days that run backwards or too long, another’s work, another’s purpose, a signature by order', async () => {
  await expectRefusal(ask(police, { from: '2026-12-15' }), 'cases.register_days')
  await expectRefusal(ask(police, { from: '2025-12-13' }), 'cases.register_days')
  await expectRefusal(ask(health), 'cases.opens_for_others')
  await expectRefusal(ask(health, { register: 'V-21', purpose: 'decide' }), 'cases.opens_for_others')
  await expectRefusal(ask(police, { purpose: 'emergency' }), 'cases.opens_for_others')
  for (const register of ['V-21', 'rehabilitation', 'III-10'] as const)
    await expectRefusal(ask(helper, { register, purpose: 'check' }), 'cases.opens_for_others')
  for (const other of [the.administrator, the.auditor, the.districtLead])
    await expectRefusal(ask(other), 'platform.not_allowed')
  expect((await police.ask(ListRegisters, { communeId })).rows).toEqual([])
})

test('the police of the next commune find no such place, and in their own nobody of this one', async () => {
  await numberOfFile('Bùi Văn Bên', ...noticed, managed('11/QĐ-CAX'))
  const next = the.as(personId('congangiap'))
  await expectRefusal(ask(next), 'platform.not_found')
  const theirs = { communeId: areaId('12286', '2025-07-01') }
  const { docx: content, code } = await ask(next, theirs)
  expect(readDocx(content!).text).not.toContain('Bùi Văn Bên')
  expect((await police.ask(ListRegisters, { communeId })).rows.map((row) => row.code)).not.toContain(code)
})

test('III-10 on the page of Decree 30, lying on its side, with a row for each person, signer, code and QR', async () => {
  const number = await numberOfFile('Bùi Văn Thật <Thà>', ...noticed, managed('12/QĐ-CAX'))
  await numberOfFile('Bùi Chưa Quyết', ...noticed)
  const made = await ask(police, { signer: 'Trần Người Ký', signing: { as: 'deputy', post: '' } })
  const { text, foot, xml } = readDocx(made.docx!)
  const flat = text.replaceAll('\n', ' ')
  for (const line of [
    'CÔNG AN TỈNH HƯNG YÊN CÔNG AN XÃ HIỆP CƯỜNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
    'DANH SÁCH NGƯỜI SỬ DỤNG TRÁI PHÉP CHẤT MA TÚY',
    'Tính từ ngày 01/07/2026 đến ngày 14/12/2026',
    'Bùi Văn Thật <Thà> 02/05/1990 Nam 033090001234 Thôn Trương Xá 12/QĐ-CAX, 04/08/2026 04/08/2026',
    'KT. TRƯỞNG CÔNG AN PHÓ TRƯỞNG CÔNG AN',
    'Trần Người Ký',
  ])
    expect(flat).toContain(line)
  expect(text).not.toContain('Bùi Chưa Quyết')
  expect(text).not.toMatch(/[{}‹]/)
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  expect(xml).toContain('<w:tblHeader/>')
  expect(foot).toContain(`mẫu III-10, Nghị định 163/2026/NĐ-CP · mã bản ${made.code}`)
  expect(foot).toContain(`Người lập: ${police.id} · `)
  expect(foot).not.toMatch(/Thật|033090/)
  expect(await qrIn(made.docx!)).toEqual([made.code])

  // On the record: who, what, for what; neither names nor how many.
  const { rows } = await sql<{ after: unknown }>`
    select after from audit_entry where operation = 'cases.make-register' and after::text like ${`%${made.code}%`}`.execute(
    the.parts.db,
  )
  expect(rows).toEqual([
    {
      after: {
        ...{ code: made.code, from: asked.from, until: asked.until, format: 'docx', purpose: 'decide' },
        template: 'ours',
      },
    },
  ])
  const answers = await sql`select 1 from command where operation = 'cases.make-register' and answer <> 'null'`.execute(
    the.parts.db,
  )
  expect(answers.rows).toEqual([])
  const [copy] = (await police.ask(ListRegisters, { communeId })).rows
  expect(copy).toMatchObject({
    code: made.code,
    register: 'III-10',
    by: 'Lương Thu Hạnh (minh họa)',
    purpose: 'decide',
  })
  expect(copy).toMatchObject({ ground: asked.ground })
  expect(JSON.stringify(copy)).not.toMatch(/rows|count/)
  // Each row is a paper of its file, to be asked back when the person is erased.
  const serials = await insideFiles(the.parts.db, { communeId, readerId: police.id, purpose: 'list' }, (files) =>
    sql<{ serial: string }>`select serial from cases.issued join cases.file on file.commune_id = issued.commune_id
      and file.id = issued.file_id where file.number = ${number} and issued.kind = 'register'`.execute(files),
  )
  expect(serials.rows.map(({ serial }) => serial.replace(/\d+$/, '#'))).toEqual([`${made.code}/#`])
})

test('the health station has the book of registrations, without what is not for its eyes, and totals of what stands in it', async () => {
  await numberOfFile('Lò Thị Đăng Ký', ...registered)
  const made = await ask(health, { register: 'V-21', purpose: 'treat' })
  const { text } = readDocx(made.docx!)
  const flat = text.replaceAll('\n', ' ')
  for (const line of [
    'ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG',
    'SỔ ĐĂNG KÝ CAI NGHIỆN MA TÚY TỰ NGUYỆN',
    '1 Lò Thị Đăng Ký 02/05/1990 Nam 033090001234 04/09/2026 Cai nghiện tại gia đình, cộng đồng',
    '1. Tổng số người đăng ký cai nghiện tự nguyện: 1, trong đó:',
    '1.1. Tại gia đình, cộng đồng: 1',
    '1.4. Tại cơ sở cai nghiện ma túy tư nhân: 0',
    'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
  ])
    expect(flat).toContain(line)
  expect(text).not.toContain('Trương Xá')
  const shown = await health.ask(ListRegisters, { communeId })
  expect(shown.may).toEqual(['V-21', 'rehabilitation'])
  expect(shown.rows.map((row) => row.register)).toEqual(['V-21'])
})

test('papers received stand in their book with where they came from', async () => {
  const { docx: content } = await ask(police, { register: 'received' })
  const flat = readDocx(content!).text.replaceAll('\n', ' ')
  expect(flat).toContain('04/08/2026 Nhận thông báo về hành vi sử dụng')
  expect(flat).toContain('Công an xã Nghĩa Dân')
})

test('the spreadsheet is fetched by its code, by whoever made it, for some minutes; its rows are those that were entered', async () => {
  const { code, docx: none } = await ask(police, { format: 'xlsx' })
  expect(none).toBeNull()
  const answer = await fetched('conganxa', { communeId, code })
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  const rows = await tableOf(answer)
  expect(rows[0]).toEqual(['DANH SÁCH NGƯỜI SỬ DỤNG TRÁI PHÉP CHẤT MA TÚY'])
  expect(rows.flat().join('|')).toContain(`mã bản ${code}`)
  expect(rows.find((row) => row.includes('Bùi Văn Thật <Thà>'))).toEqual(
    expect.arrayContaining(['033090001234', '12/QĐ-CAX, 04/08/2026']),
  )
  const read =
    await sql`select 1 from audit_entry where operation = 'cases.register' and after::text like ${`%${code}%`}`.execute(
      the.parts.db,
    )
  expect(read.rows).toHaveLength(1)
  // Somebody else, another commune, a code of nobody, a document that is no spreadsheet: one answer.
  const { code: word } = await ask(police)
  for (const [who, query] of [
    ['conganxa2', { communeId, code }],
    ['conganxa', { communeId, code: 'BY-2222-2222' }],
    ['conganxa', { communeId, code: word }],
  ] as const)
    expect(await (await fetched(who, query)).json()).toMatchObject({ status: 404 })
  expect((await fetched('congangiap', { communeId, code })).status).toBe(404)
  expect((await fetched('quantri', { communeId, code })).status).toBe(403)
})

test('an official template takes the place of ours, and is checked by the same names', async () => {
  const bytes = docx({
    paragraphs: [
      'SỔ CỦA TỈNH {từ ngày}',
      '{#danh sách}',
      '{số thứ tự}. {họ tên}, {số văn bản}',
      '{/danh sách}',
      'Cộng: {tổng số}',
    ],
  })
  const upload = (content: Uint8Array) =>
    the.administrator.send(
      UploadTemplate,
      { id: uuidv7(), form: 'III-10', name: 'mẫu.docx', from: '2020-01-01' },
      { bytes: content },
    )
  await expectRefusal(upload(docx({ paragraphs: ['{điểm số}'] })), 'cases.template_field_unknown')
  await upload(bytes)
  const made = await ask(police)
  const { text, foot } = readDocx(made.docx!)
  expect(text).toContain('SỔ CỦA TỈNH 01/07/2026')
  expect(text).toMatch(/\d\. Bùi Văn Thật <Thà>, 12\/QĐ-CAX, 04\/08\/2026/)
  expect(foot).toContain(made.code)
})

test('sent twice it is made once; two at once are two, each with its rows', async () => {
  const before = (await police.ask(ListRegisters, { communeId })).rows.length
  const id = uuidv7()
  expect((await police.send(MakeRegister, asked, { id })).code).toMatch(/^BY-/)
  expect(await police.send(MakeRegister, asked, { id })).toBeNull()
  const both = await Promise.all([ask(police), ask(police, { register: 'received' })])
  expect(new Set(both.map(({ code }) => code)).size).toBe(2)
  expect((await police.ask(ListRegisters, { communeId })).rows.length).toBe(before + 3)
  const outside = await sql<{ count: number }>`select count(*)::int as count from cases.register_row`.execute(
    the.parts.db,
  )
  expect(outside.rows).toEqual([{ count: 0 }])
})
