// A list of persons that was kept before comes in: the template of the product is filled, sent, its columns are seen, checked,
// begun as files, its duplicates compared, undone. Nothing of a person stands in an address or in the storage of the browser.

import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { xlsxOf } from '../../platform/server/spreadsheet/xlsx.ts'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `lists ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
async function isCleanAtBothWidths(page: Page, picture: string): Promise<void> {
  await isClean(page, picture)
  await page.setViewportSize(widths.narrow)
  await isClean(page, `${picture} narrow`)
  await page.setViewportSize(widths.wide)
}

const workbook = (header: string[], rows: string[][]) =>
  buffer(Readable.from(xlsxOf({ name: 'Danh sách', header, numbers: [], rows: [rows] })))

async function send(page: Page, bytes: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'danh-sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  })
  await page.getByRole('heading', { name: 'Những dòng đầu của tệp' }).waitFor()
}

async function check(page: Page, source: string): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByRole('button', { name: 'Kiểm tra, chưa lập' }).click()
  await page.getByText('Cần ghi ô này.').waitFor()
  await page.getByLabel('Nguồn').fill(source)
  await page.getByRole('button', { name: 'Kiểm tra, chưa lập' }).click()
  await page.getByRole('heading', { name: 'Các dòng' }).waitFor()
}

test('the template is downloaded, filled, checked, begun as files and undone', async () => {
  const page = await site.enter('conganxa', '/app/files')
  await page.getByRole('link', { name: 'Nhập danh sách' }).click()
  await page.getByRole('heading', { name: 'Nhập danh sách người' }).waitFor()
  await page.getByRole('heading', { name: 'Cách ghi' }).waitFor()
  await isCleanAtBothWidths(page, 'start')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải mẫu danh sách' }).click(),
  ])
  await send(page, await readFile(await download.path()))
  await isCleanAtBothWidths(page, 'columns')
  await check(page, 'Mẫu danh sách, người minh họa')
  await page.getByText('N. V. V. D***').waitFor()
  await page.getByText('Cần bổ sung quyết định', { exact: false }).first().waitFor()
  await isCleanAtBothWidths(page, 'checked')
  expect(page.url()).not.toMatch(/xlsx|danh-sach/)
  await page.getByRole('button', { name: 'Lập 3 hồ sơ' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).waitFor()
  await page.getByText('Đã lập', { exact: true }).waitFor()
  await isCleanAtBothWidths(page, 'done')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/Ví Dụ|145000/)

  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  const dialog = page.getByRole('dialog')
  await isClean(page, 'undo', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByText('Đã hoàn tác').first().waitFor()
  await page.context().close()
})

test('rows that have to be mended, and rows that may be the same person, are named and given back', async () => {
  const page = await site.enter('conganxa', '/app/files/lists')
  await page.getByRole('heading', { name: 'Cách ghi' }).waitFor()
  const rows = [
    ['Người Minh Họa Một', '1990', 'Đang quản lý', '12/QĐ-CAX', '06/07/2026', 'Chủ tịch UBND xã'],
    ['Người Minh Họa Hai', '1985', '', '', '', ''],
    ['Nguoi Minh Hoa Hai', '1986', '', '', '', ''],
  ]
  const header = ['Họ và tên', 'Năm sinh', 'Tình trạng', 'Số quyết định', 'Ngày quyết định', 'Cơ quan ra quyết định']
  await send(page, await workbook(header, rows))
  await check(page, 'Sổ minh họa')
  await page.getByText('không có thẩm quyền', { exact: false }).waitFor()
  await page.getByText('Có thể trùng dòng 3').waitFor()
  await page.getByText('họ tên giống khi bỏ dấu, năm sinh lệch 1').waitFor()
  await isCleanAtBothWidths(page, 'refused')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải các dòng cần sửa' }).click(),
  ])
  expect((await readFile(await download.path())).length).toBeGreaterThan(500)
  await page.getByRole('button', { name: 'Hủy lần nhập' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy lần nhập' }).click()
  await page.getByRole('heading', { name: 'Các lần nhập' }).waitFor()
  await page.getByText('Đã hủy').first().waitFor()
  await page.context().close()
})

test('two files of one person are compared, merged side by side, and unmerged', async () => {
  const page = await site.enter('conganxa', '/app/files/lists')
  await page.getByRole('heading', { name: 'Cách ghi' }).waitFor()
  const header = [
    'Họ và tên',
    'Năm sinh',
    'Nơi thường trú',
    'Số CMND',
    'Tình trạng',
    'Số quyết định',
    'Ngày quyết định',
    'Cơ quan ra quyết định',
  ]
  const decided = ['Đang quản lý', '12/QĐ-CAX', '06/07/2026', 'Trưởng Công an cấp xã']
  await send(
    page,
    await workbook(header, [
      ['Lò Minh Họa Gộp', '1990', '', '145000777', ...decided],
      ['Lo Minh Hoa Gop', '1991', 'Thôn Mẫu', '', '', '', '', ''],
    ]),
  )
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByLabel('Nguồn').fill('Sổ minh họa để gộp')
  await page.getByRole('radio', { name: 'Vẫn lập, rồi so sánh từng cặp để gộp' }).check()
  await page.getByRole('button', { name: 'Kiểm tra, chưa lập' }).click()
  await page.getByRole('button', { name: 'Lập 2 hồ sơ' }).click()
  await page.getByRole('link', { name: 'So sánh các cặp có thể trùng' }).click()
  await page.getByText('họ tên giống khi bỏ dấu, năm sinh lệch 1').waitFor()
  await isCleanAtBothWidths(page, 'pairs')
  await page
    .getByRole('row', { name: /L\. M\. H\. G/ })
    .getByRole('link', { name: /^So sánh/ })
    .click()
  await page.getByRole('heading', { name: 'So sánh hai hồ sơ' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Thôn Mẫu')
  await page.getByRole('radio', { name: /^Ra quyết định quản lý/ }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Đối chiếu danh sách')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: 'Một dòng sự việc' }).waitFor()
  await page.getByRole('radio', { name: /^Họ và tên: lấy theo .*Lò Minh Họa Gộp$/ }).check()
  await page
    .getByText('thành 3', { exact: false })
    .or(page.getByText('thành 2', { exact: false }))
    .first()
    .waitFor()
  await isCleanAtBothWidths(page, 'compare')
  await page.getByRole('button', { name: 'Gộp thành một hồ sơ' }).click()
  await isClean(page, 'merge', 'dialog[open]')
  await page.getByRole('dialog').getByRole('button', { name: 'Gộp thành một hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Hồ sơ đã gộp vào đây' }).waitFor()
  await page
    .getByText(/trước là bút lục \d của HC-/)
    .first()
    .waitFor()
  await isCleanAtBothWidths(page, 'merged')
  await page.getByRole('button', { name: 'Tách lại' }).click()
  await page.getByRole('dialog').waitFor()
  await isClean(page, 'unmerge', 'dialog[open]')
  await page.getByRole('dialog').getByRole('button', { name: 'Tách lại' }).click()
  await page.getByRole('heading', { name: 'Hồ sơ đã gộp vào đây' }).waitFor({ state: 'detached' })
  await page.goto(`${site.url}/app/files/pairs?show=apart`, { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /^Xem lại/ })
    .first()
    .waitFor()
  await page.context().close()
})
