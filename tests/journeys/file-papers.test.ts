// The papers of a file, in a real browser: a form beside its step, what is missing typed, the document downloaded and read; the
// contents by folio, the dossier for the court, the commitments of the law.

import { readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { docx, readDocx } from '../support/docx.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const communeId = areaId('12322', '2025-07-01')
const name = 'Lại Thế Duyệt'

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `file papers ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

type Told = readonly [kind: string, at: string, details: Record<string, unknown>]

/** A file with these events, through the door; the page is that of the file, closed. */
async function fileWith(events: readonly Told[]): Promise<Page> {
  const page = await site.enter('conganxa')
  const post = async (operation: string, data: Record<string, unknown>) => {
    const sent = await page.request.post(`${site.url}/api/cases/${operation}`, {
      data: { communeId, ...data },
      headers: { origin: site.url, 'idempotency-key': uuidv7() },
    })
    expect(sent.status(), await sent.text()).toBe(200)
  }
  const fileId = uuidv7()
  const openingId = uuidv7()
  const identity = { name, birth: '1991', sex: 'male', residence: 'Thôn Trương Xá' }
  await post('begin', { id: fileId, personId: uuidv7(), identity, although: true })
  await post('open', { fileId, id: openingId, purpose: 'decide', ground: 'Thông báo số 8' })
  for (const [at, [kind, moment, details]] of events.entries())
    await post('record', { fileId, openingId, id: uuidv7(), kind, at: moment, details, version: at + 1 })
  await page.goto(`${site.url}/app/files/${communeId}/${fileId}`, { waitUntil: 'networkidle' })
  return page
}

async function openFor(page: Page, purpose: string): Promise<void> {
  await page.getByRole('radio', { name: purpose }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Thông báo số 8')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: /^Hồ sơ HC-/ }).waitFor()
}

const paper = (number: string, on: string, by: string) => ({ paper: { number, on, by } })
const found: Told[] = [
  ['tested', '2026-08-03T09:00', { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true }],
  ['notice-received', '2026-08-04T08:00', { from: 'Công an phường Sơn Nam (minh họa)' }],
]

test('a form is made beside its step: what is missing is typed, the document is downloaded and reads as it should', async () => {
  const page = await fileWith(found)
  await openFor(page, 'Ra quyết định quản lý, dừng, chấm dứt')
  await page
    .getByRole('button', { name: /^Lập mẫu III-04 / })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'III-04: Quyết định quản lý' }).waitFor()
  await dialog.getByText('Mẫu dựng lại, cần đối chiếu với mẫu chính thức').waitFor()
  await dialog.getByLabel('Người ký').fill('Trần Người Ký')
  await dialog.getByLabel('Ngày ký').fill('07/08/2026')
  await dialog.getByLabel('Quê quán').fill('Hưng Yên')
  const signed = dialog.getByRole('combobox', { name: 'Ký với tư cách' })
  expect(await signed.locator('option').allInnerTexts()).not.toContain('Ký thừa lệnh (TL.)')
  await dialog.getByText('Không chọn được: luật giao việc này cho chính người giữ chức danh').waitFor()
  await signed.selectOption('deputy')
  await dialog.getByText('Cấp phó ký thay thì ghi KT. trước chức vụ').waitFor()
  // The name of the person stands nowhere in the dialog: only whether it is there.
  expect(await dialog.innerText()).not.toContain(name)
  await isClean(page, 'form', 'dialog[open]')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'form narrow', 'dialog[open]')
  await page.setViewportSize(widths.wide)
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Tải bản Word' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^III-04 HC-\d{4}-\d{4}\.docx$/)
  const { text, foot } = readDocx(readFileSync(await download.path()))
  for (const line of [
    'CÔNG AN XÃ HIỆP CƯỜNG',
    'Hiệp Cường, ngày 07 tháng 8 năm 2026',
    'Họ và tên: LẠI THẾ DUYỆT; giới tính: Nam',
    'Quê quán: Hưng Yên',
    'KT. TRƯỞNG CÔNG AN',
    'Trần Người Ký',
  ])
    expect(text).toContain(line)
  expect(foot).toContain('Người lập: Lương Thu Hạnh')
  await dialog.waitFor({ state: 'detached' })

  // The copy is on the record of the file, with the code at its foot; what was typed of the person serves the next form.
  const code = /BY-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(foot)?.[0] ?? ''
  await page.getByRole('region', { name: 'Bản đã lập' }).getByText(code).waitFor()
  await page.getByRole('button', { name: /^Lập bìa hồ sơ/ }).click()
  await dialog.getByText('Nghị định không có mẫu này').waitFor()
  expect(await dialog.getByLabel('Quê quán').inputValue()).toBe('Hưng Yên')
  await isClean(page, 'cover', 'dialog[open]')
  await page.keyboard.press('Escape')
  await isClean(page, 'copies')
  // Scanned or typed into the search, the code leads back to the file; it stands in no address.
  await page.getByRole('link', { name: 'Hồ sơ người' }).first().click()
  await page.getByLabel('Họ tên, năm sinh, số giấy tờ, số hồ sơ hoặc mã bản').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Tìm hồ sơ' }).click()
  await page.getByText(`Bản ${code}: III-04, Lương Thu Hạnh (minh họa) lập`).waitFor()
  await page.getByText('Tìm thấy 1 hồ sơ').first().waitFor()
  await isClean(page, 'found by code')
  expect(page.url()).not.toMatch(/Duy|III-04/)
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
    /Duyệt|Hưng Yên|Trần Người/,
  )
  await page.context().close()
})

test('a register of many persons is made for a purpose, for Word and as a spreadsheet', async () => {
  const page = await fileWith([
    ...found,
    ['managed', '2026-08-04T15:00', paper('12/QĐ-CAX', '2026-08-04', 'police-head')],
  ])
  await page.goto(`${site.url}/app/files`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Sổ, danh sách' }).click()
  await page.getByRole('heading', { name: 'Sổ, danh sách', level: 1 }).waitFor()
  await page.getByRole('radio', { name: /^III-10: Danh sách người sử dụng trái phép chất ma túy/ }).check()
  await page.getByLabel('Từ ngày').fill('01/07/2026')
  await page.getByLabel('Đến hết ngày').fill('14/12/2026')
  await page.getByRole('button', { name: 'Lập và tải về' }).click()
  await page.getByText('Cần ghi ô này.').waitFor()
  await page.getByLabel('Căn cứ').fill('Kế hoạch 12/KH-CAX')
  await isClean(page, 'registers')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'registers narrow')
  await page.setViewportSize(widths.wide)
  const word = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lập và tải về' }).click()
  const { text, foot } = readDocx(readFileSync(await (await word).path()))
  expect(text).toContain('DANH SÁCH NGƯỜI SỬ DỤNG TRÁI PHÉP CHẤT MA TÚY')
  expect(text).toContain(name)
  const code = /BY-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(foot)?.[0] ?? ''
  await page.getByRole('table', { name: 'Đã lập' }).getByText(code).waitFor()
  await page.getByRole('radio', { name: /^Bảng tính/ }).check()
  const table = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lập và tải về' }).click()
  expect((await table).suggestedFilename()).toMatch(/^III-10 .*\.xlsx$/)
  expect(page.url()).not.toMatch(/BY-|12%2FKH/)
  await isClean(page, 'registers made')
  await page.context().close()
})

test('the file on paper: contents by folio, the dossier with what is missing, the commitments of the law', async () => {
  const page = await fileWith([
    ...found,
    ['managed', '2026-08-04T15:00', paper('12/QĐ-CAX', '2026-08-04', 'police-head')],
    ['determination-asked', '2026-08-06T09:00', { ground: 'managed' }],
    [
      'determination-result',
      '2026-08-07T09:00',
      { result: 'addicted', ...paper('5/PKQ', '2026-08-07', 'health-facility') },
    ],
    [
      'dossier-opened',
      '2026-08-11T08:00',
      { path: 'adult', ground: 'not-registered', ...paper('3/CAX', '2026-08-11', 'police-head') },
    ],
    ['paper-filed', '2026-08-11T09:00', { paper: 'V-33', folio: 1, lastFolio: 2 }],
    ['paper-filed', '2026-08-11T10:00', { paper: 'determination', folio: 4 }],
  ])
  await openFor(page, 'Lập hồ sơ, làm việc với Tòa án')
  const dossier = page.getByRole('region', { name: 'Bộ hồ sơ đề nghị cai nghiện bắt buộc' })
  await dossier.getByText('2/5').waitFor()
  await dossier.getByText('Bút lục bỏ trống: 3').waitFor()
  await dossier.getByRole('button', { name: /^Lập mẫu V-36 / }).waitFor()
  const contents = page.getByRole('table', { name: 'Mục lục bút lục' })
  expect(await contents.getByRole('row').count()).toBe(9)
  await page.getByRole('region', { name: 'Cam kết theo luật' }).getByText('chưa ký').first().waitFor()
  await page
    .getByRole('region', { name: 'Cam kết theo luật' })
    .getByRole('button', { name: /^Lập mẫu .*Cam kết chấp hành pháp luật$/ })
    .waitFor()
  await isClean(page, 'dossier')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'dossier narrow')
  await page.setViewportSize(widths.wide)
  await dossier.getByRole('button', { name: /^Lập mục lục/ }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Tải bản Word' }).click()
  const { text } = readDocx(readFileSync(await (await waiting).path()))
  expect(text).toContain('1–2')
  expect(text).toContain('Phiếu kết quả xác định tình trạng nghiện')
  await page.context().close()
})

test('an administrator sees a form filled in, is told where a template is broken, puts an official one in its place and takes it back', async () => {
  const page = await site.enter('quantri', '/app/settings')
  await page.getByRole('link', { name: 'Biểu mẫu hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Biểu mẫu hồ sơ' }).waitFor()
  await isClean(page, 'forms')
  await page.getByLabel('Lọc danh sách').fill('cam ket cai nghien')
  await page.getByRole('button', { name: 'V-25 · Cam kết cai nghiện tại gia đình, cộng đồng' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Chưa gửi mẫu chính thức nào.').waitFor()
  const sample = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Điền thử' }).click()
  const shown = readDocx(readFileSync(await (await sample).path()))
  expect(shown.text).toContain('Tên tôi là: Người Được Bịa Ra (minh họa)')
  expect(shown.foot).toContain('không có giá trị pháp lý')

  const upload = async (paragraphs: string[]) => {
    const file = {
      name: 'V-25 chính thức.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(docx({ paragraphs })),
    }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByRole('button', { name: 'Gửi mẫu' }).click()
  }
  await upload(['Họ và tên: {hoten'])
  await dialog.getByText('Chọn ngày bắt đầu dùng.').waitFor()
  await dialog.getByLabel('Dùng từ ngày').fill('01/07/2026')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Gửi mẫu' }).click()
  await dialog.getByText('Trường viết dở: đoạn 1 “Họ và tên: {hoten”', { exact: false }).waitFor()
  await isClean(page, 'template refused', 'dialog[open]')
  await dialog.getByRole('button', { name: /^Bỏ tệp/ }).click()
  await upload(['GIẤY CAM KẾT (MẪU CHÍNH THỨC)', 'Họ và tên: {Họ tên}', 'Sinh ngày {ngay_sinh}'])
  await dialog.getByText('đang dùng').waitFor()
  await isClean(page, 'template used', 'dialog[open]')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'template used narrow', 'dialog[open]')
  await page.setViewportSize(widths.wide)
  await dialog.getByRole('button', { name: 'Thôi dùng' }).click()
  await page.getByRole('dialog', { name: 'Thôi dùng bản 1?' }).getByRole('button', { name: 'Thôi dùng' }).click()
  await dialog.getByText('thôi dùng', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Lọc danh sách').fill('')
  await page.getByRole('button', { name: 'Bìa hồ sơ' }).waitFor()
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'forms narrow')
  await page.context().close()
})
