// A file goes from one installation to another and its receipt comes back: two servers with a database each, and files that a
// person carries. The administrators exchange cards first; a pack that was asked back is never taken in.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { lives } from '../../programmes/kim-dong-2024/files/lives.ts'
import { loadDemoFiles } from '../../programmes/kim-dong-2024/files/load.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

// Two servers and a browser on a busy machine take their time.
vi.setConfig({ testTimeout: 300_000 })

const here = areaId('12322', '2025-07-01')
const fileOf = (path: string) => demoId(`case-file:${lives.findIndex((life) => life.path === path)}`)

let [one, other]: Site[] = []
const first = () => one as Site
const second = () => other as Site
beforeAll(async () => {
  one = await openSite()
  other = await openSite()
  await first()
    .parts.db.transaction()
    .execute((db) => loadDemoFiles(db, new Date()))
}, 240_000)
afterAll(async () => {
  await one?.close()
  await other?.close()
})

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `far ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
async function inBothWidths(page: Page, picture: string): Promise<void> {
  await isClean(page, picture)
  await page.setViewportSize(widths.narrow)
  await isClean(page, `${picture} narrow`)
  await page.setViewportSize(widths.wide)
}

type Kept = { name: string; buffer: Buffer; mimeType: string }
async function saved(page: Page, button: { role: 'button' | 'link'; name: string }): Promise<Kept> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole(button.role, { name: button.name }).click(),
  ])
  return {
    ...{ name: file.suggestedFilename(), mimeType: 'application/octet-stream' },
    buffer: await readFile(await file.path()),
  }
}
/** Takes a file in from wherever the button stands. */
async function take(page: Page, file: Kept, button = 'Mở tệp mang đến'): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tệp (.binhyen)').setInputFiles(file)
  await dialog.getByRole('button', { name: 'Mở tệp', exact: true }).click()
}

async function nameIt(site: Site, { name, text, unit }: { name: string; text: string; unit: RegExp }): Promise<Page> {
  const page = await site.enter('quantri', '/app/sister-systems')
  await page.getByText('Hệ thống này chưa có thẻ').waitFor()
  if (site === first()) await inBothWidths(page, 'systems, none')
  await page.getByRole('button', { name: 'Lập thẻ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lập thẻ' }).click()
  await dialog.getByText('Cần ghi ô này.').first().waitFor()
  await dialog.getByLabel('Tên hệ thống').fill(name)
  await dialog.getByLabel('Đơn vị mà hệ thống này phục vụ').fill(text)
  await dialog.getByRole('radio', { name: unit }).check()
  if (site === first()) await isClean(page, 'name', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Lập thẻ' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Thẻ của hệ thống này').waitFor()
  return page
}

async function register(page: Page, card: Kept, picture = ''): Promise<void> {
  await page.getByRole('button', { name: 'Vào sổ một thẻ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tệp thẻ (.binhyen)').setInputFiles(card)
  if (picture) await isClean(page, `${picture} register`, 'dialog[open]')
  await dialog.getByRole('button', { name: 'Vào sổ một thẻ' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Chờ đối chiếu').first().waitFor()
  if (picture) await inBothWidths(page, `${picture} to compare`)
  await page.getByRole('button', { name: 'Đối chiếu mã' }).click()
  await dialog.getByLabel('Đã đọc mã với ai, số điện thoại nào').fill('Trực ban, 0221 3862 000')
  if (picture) await isClean(page, `${picture} compare`, 'dialog[open]')
  await dialog.getByRole('button', { name: 'Mã trùng khớp' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Đang tin cậy').waitFor()
}

const codeOn = async (page: Page, card: string): Promise<string> =>
  page
    .locator('section', { has: page.getByRole('heading', { name: card }) })
    .locator('code')
    .first()
    .innerText()

test('the administrators exchange cards and read the same code to one another', async () => {
  const admin = await nameIt(first(), { name: 'Công an Hiệp Cường', text: 'hiep cuong', unit: /Hiệp Cường/ })
  const theirs = await nameIt(second(), { name: 'Công an Nghĩa Dân', text: 'nghia dan', unit: /^Xã Nghĩa Dân/ })
  const cards = [
    await saved(admin, { role: 'button', name: 'Tải thẻ' }),
    await saved(theirs, { role: 'button', name: 'Tải thẻ' }),
  ] as const
  expect(cards[0].name).toMatch(/^the-\d{5}\.binhyen$/)
  await register(admin, cards[1], 'systems')
  await register(theirs, cards[0])
  expect(await codeOn(admin, 'Công an Nghĩa Dân')).toBe(await codeOn(theirs, 'Thẻ của hệ thống này'))
  expect(await codeOn(theirs, 'Công an Hiệp Cường')).toBe(await codeOn(admin, 'Thẻ của hệ thống này'))
  await inBothWidths(admin, 'systems')
  await admin.getByRole('button', { name: 'Thu hồi tin cậy' }).click()
  await isClean(admin, 'revoke', 'dialog[open]')
  await admin.context().close()
  await theirs.context().close()
})

async function openToMove(page: Page, fileId: string): Promise<void> {
  await page.goto(`${first().url}/app/files/${here}/${fileId}`, { waitUntil: 'networkidle' })
  await page.getByRole('radio', { name: 'Chuyển hồ sơ khi thay đổi nơi cư trú' }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Người đó báo chuyển nơi cư trú')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: 'Chuyển nơi cư trú', exact: true }).waitFor()
}
const today = () =>
  new Intl.DateTimeFormat('vi-VN', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date())

/** From the open file to the page of the departure; answers the pack. */
async function sendAway(page: Page, path: string, picture = ''): Promise<Kept> {
  await openToMove(page, fileOf(path))
  await page.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Xã, phường nơi cư trú mới').fill('vinh xa')
  const choice = dialog.getByRole('radio', { name: /Nghĩa Dân.*hệ thống Công an Nghĩa Dân/ })
  await choice.check()
  expect(await dialog.getByRole('radio').count()).toBe(1)
  const day = dialog.getByRole('textbox', { name: 'Ngày' })
  if (await day.count()) {
    await day.fill(today())
    await dialog.getByRole('textbox', { name: 'Giờ' }).fill('00:00')
  }
  await dialog.getByLabel('Địa chỉ nơi cư trú mới').fill('Thôn Minh Họa 9')
  if (picture) await isClean(page, `${picture} send`, 'dialog[open]')
  await dialog.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  await page.getByRole('heading', { name: 'Mang gói đi' }).waitFor()
  return saved(page, { role: 'link', name: 'Tải gói' })
}

let pack: Kept
test('the police make a pack for a commune of the other system; the file is read and not written to', async () => {
  const page = await first().enter('conganxa', '/app/')
  pack = await sendAway(page, 'managed', 'departure')
  expect(pack.name).toMatch(/^goi-PC-\d{4}-\d{4}\.binhyen$/)
  expect(pack.buffer.toString('latin1')).not.toContain('Minh H')
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByText('Đã gửi, chưa có biên nhận', { exact: false }).waitFor()
  await inBothWidths(page, 'departure')
  await page.goto(`${first().url}/app/hand-overs?show=out`, { waitUntil: 'networkidle' })
  await page.getByText('hệ thống Công an Nghĩa Dân', { exact: false }).waitFor()
  await inBothWidths(page, 'on their way')
  await openToMove(page, fileOf('managed'))
  await page.getByText('đọc được, chưa ghi thêm được', { exact: false }).first().waitFor()
  await page.getByText('Đang chuyển đi, chỉ đọc').waitFor()
  expect(await page.getByRole('button', { name: 'Ghi sự việc' }).count()).toBe(0)
  await inBothWidths(page, 'file sent away')
  await page.context().close()
})

let receipt: Kept
test('the other side takes it in once, reads and accepts it, and gives a receipt', async () => {
  const page = await second().enter('congangiap', '/app/hand-overs')
  await take(page, { ...pack, buffer: Buffer.from(pack.buffer.subarray(0, pack.buffer.length - 9)) })
  await page.getByText('Tệp bị hỏng hoặc thiếu một phần', { exact: false }).first().waitFor()
  await isClean(page, 'take, broken', 'dialog[open]')
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await take(page, pack)
  await page.getByRole('heading', { name: 'Gói hồ sơ chuyển đến' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Thôn Minh Họa')
  await inBothWidths(page, 'arrival sealed')
  await page.getByRole('button', { name: 'Mở gói hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Người được chuyển hồ sơ' }).waitFor()
  await inBothWidths(page, 'arrival open')
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Gửi biên nhận về nơi gửi' }).waitFor()
  receipt = await saved(page, { role: 'link', name: 'Tải biên nhận' })
  const again = await saved(page, { role: 'link', name: 'Tải biên nhận' })
  expect(again.buffer.equals(receipt.buffer)).toBe(true)
  await inBothWidths(page, 'arrival accepted')
  await page.goto(`${second().url}/app/hand-overs`, { waitUntil: 'networkidle' })
  await take(page, pack)
  await page.getByText('mỗi gói chỉ nhận một lần', { exact: false }).first().waitFor()
  await page.context().close()
})

test('the receipt comes back: the sender keeps a number, where to and when', async () => {
  const page = await first().enter('conganxa', '/app/hand-overs')
  const forged = Buffer.from(receipt.buffer.toString().replace('"accepted"', '"returned"'))
  await take(page, { ...receipt, buffer: forged })
  await page.getByText('Chữ ký không khớp', { exact: false }).first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await take(page, receipt)
  await page.getByText('Ở đây chỉ còn số hồ sơ, nơi nhận', { exact: false }).waitFor()
  await inBothWidths(page, 'departure accepted')
  await page.context().close()
})

test('a pack that is asked back comes back by the signature of the other side alone', async () => {
  const page = await first().enter('conganxa', '/app/')
  const late = await sendAway(page, 'managed, check missing')
  await page.getByRole('button', { name: 'Đề nghị rút gói' }).click()
  await isClean(page, 'ask back', 'dialog[open]')
  await page.getByRole('dialog').getByRole('button', { name: 'Đề nghị rút gói' }).click()
  const request = await saved(page, { role: 'link', name: 'Tải đề nghị rút' })
  await page.getByText('Đã đề nghị rút, đang chờ', { exact: false }).waitFor()
  await inBothWidths(page, 'asked back')
  const theirs = await second().enter('congangiap', '/app/hand-overs')
  await take(theirs, request)
  await theirs.getByRole('heading', { name: 'Gửi biên nhận về nơi gửi' }).waitFor()
  const answer = await saved(theirs, { role: 'link', name: 'Tải biên nhận' })
  await theirs.goto(`${second().url}/app/hand-overs`, { waitUntil: 'networkidle' })
  await take(theirs, late)
  await theirs.getByText('Nơi gửi đã rút gói này', { exact: false }).first().waitFor()
  await theirs.context().close()
  await take(page, answer, 'Mở biên nhận')
  await page.getByText('Hồ sơ ở lại xã và ghi tiếp được', { exact: false }).waitFor()
  await inBothWidths(page, 'given back')
  await page.context().close()
})
