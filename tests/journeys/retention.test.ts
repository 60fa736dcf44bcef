// How long a file is kept, at the desks of those who keep it: what a person asks for is taken in and answered with a statement,
// erasing is proposed by one and decided by another, and an administrator enters a length that was checked.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { loadDemoFiles } from '../../programmes/kim-dong-2024/files/load.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
  await site.parts.db.transaction().execute((inside) => loadDemoFiles(inside, new Date()))
}, 120_000)
afterAll(() => site?.close())

/** Wide and narrow, light and dark. */
async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `keeping ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  if (within) return
  await page.setViewportSize(widths.narrow)
  expect(await violationsInBothThemes(page, `keeping ${picture} narrow`)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await page.setViewportSize(widths.wide)
}

async function openForRights(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Trả lời yêu cầu của chính người đó' }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Đơn ngày 20/11')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: 'Quyền của người có hồ sơ' }).waitFor()
}

/** Presses the button and answers the file that comes of it. */
async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download')
  await press()
  return (await download).suggestedFilename()
}

test('a request of the person is taken in, the statement printed, the request answered; then it may be held', async () => {
  const page = await site.enter('truongcax', '/app/files')
  await page.getByRole('link', { name: /^HC-/ }).first().click()
  await openForRights(page)
  await page.getByRole('heading', { name: 'Lưu giữ', exact: true }).waitFor()
  await page.getByText('cần đối chiếu', { exact: true }).first().waitFor()

  await page.getByRole('button', { name: 'Tiếp nhận yêu cầu' }).click()
  const take = page.getByRole('dialog')
  await take.getByRole('button', { name: 'Tiếp nhận yêu cầu' }).click()
  await take.getByText('Cần ghi ô này.').waitFor()
  await take.getByRole('radio', { name: 'Khiếu nại' }).check()
  await take.getByLabel('Khiếu nại về ai').waitFor()
  await isClean(page, 'take', 'dialog[open]')
  await take.getByRole('radio', { name: 'Bản kê thông tin đang lưu giữ' }).check()
  await take.getByLabel('Nội dung').fill('Muốn biết ai đã đọc hồ sơ')
  await take.getByRole('button', { name: 'Tiếp nhận yêu cầu' }).click()
  await take.waitFor({ state: 'detached' })
  await page.getByText('Muốn biết ai đã đọc hồ sơ').waitFor()

  // Two clocks run: told by, answered by; each says how it was counted. Told once, given more time once.
  const line = page.getByRole('listitem').filter({ hasText: 'Muốn biết ai đã đọc hồ sơ' })
  await line.getByRole('button', { name: 'Cách tính' }).first().click()
  const counted = page.getByRole('dialog')
  await counted.getByText('2 ngày làm việc, tính từ ngày nhận yêu cầu.').waitFor()
  await counted.getByText('Nghị định 356/2025/NĐ-CP', { exact: false }).waitFor()
  await isClean(page, 'counted', 'dialog[open]')
  await page.keyboard.press('Escape')
  await isClean(page, 'request waits')
  await line.getByRole('button', { name: 'Ghi đã báo' }).click()
  await isClean(page, 'acknowledge', 'dialog[open]')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi đã báo' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await line.getByText('trực tiếp tại trụ sở', { exact: false }).nth(1).waitFor()
  await line.getByRole('button', { name: 'Gia hạn' }).click()
  const extend = page.getByRole('dialog')
  await extend.getByRole('button', { name: 'Gia hạn' }).click()
  await extend.getByText('Cần ghi ô này.').waitFor()
  await extend.getByLabel('Lý do').fill('Phải hỏi nơi cư trú trước đây')
  await isClean(page, 'extend', 'dialog[open]')
  await extend.getByRole('button', { name: 'Gia hạn' }).click()
  await extend.waitFor({ state: 'detached' })
  await line.getByText('Phải hỏi nơi cư trú trước đây').waitFor()
  expect(await line.getByRole('button', { name: 'Gia hạn' }).count()).toBe(0)
  await isClean(page, 'request told and extended')

  // Words alone are no statement.
  const answer = async () => {
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Muốn biết ai đã đọc hồ sơ' })
      .getByRole('button', { name: 'Trả lời' })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lời trả lời, lý do').fill('Đã trao tận tay')
    await dialog.getByRole('button', { name: 'Trả lời' }).click()
    return dialog
  }
  const early = await answer()
  await early.getByText('Trong hồ sơ chưa thấy việc đã làm theo yêu cầu này', { exact: false }).waitFor()
  await isClean(page, 'answer', 'dialog[open]')
  await page.keyboard.press('Escape')
  expect(await saved(page, () => page.getByRole('button', { name: 'In bản kê thông tin' }).click())).toMatch(
    /^CB-20\d\d-\d{4}\.pdf$/,
  )
  await page.getByText(/^CB-20\d\d-\d{4}$/).waitFor()
  await (await answer()).waitFor({ state: 'detached' })
  await page.getByText('Đã trao tận tay').waitFor()

  await page.getByRole('button', { name: 'Giữ lại hồ sơ' }).click()
  const hold = page.getByRole('dialog')
  await hold.getByLabel('Căn cứ', { exact: true }).fill('Vụ án hành chính')
  await hold.getByLabel('Văn bản').fill('Công văn 15/TA-HC')
  await isClean(page, 'hold', 'dialog[open]')
  await hold.getByRole('button', { name: 'Giữ lại hồ sơ' }).click()
  await hold.waitFor({ state: 'detached' })
  await page.getByText('Vụ án hành chính').waitFor()
  await isClean(page, 'file')
  await page.context().close()
})

test('what is due is proposed by the officer and decided by the head, who then has the certificate', async () => {
  const page = await site.enter('conganxa', '/app/files')
  await page.getByRole('link', { name: 'Lưu giữ đến hạn' }).click()
  await page.getByRole('heading', { name: 'Đến hạn xóa danh tính' }).waitFor()
  await page.getByText('Trưởng Công an quyết định').first().waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/Văn Thử|Đình Mẫu|Thị Mẫu/)
  await page.getByRole('button', { name: 'Đề nghị xóa' }).first().click()
  const propose = page.getByRole('dialog')
  await propose.getByLabel('Lý do').fill('Hết thời hạn lưu giữ')
  await isClean(page, 'propose', 'dialog[open]')
  await propose.getByRole('button', { name: 'Đề nghị xóa danh tính' }).click()
  await propose.waitFor({ state: 'detached' })
  await page.getByText('Không có hồ sơ nào đến hạn').waitFor()
  await isClean(page, 'due')
  await page.context().close()

  const head = await site.enter('truongcax', '/app/files/due')
  // Off the list is not erased: whoever has to answer the person finds the file.
  await head.getByLabel('Họ tên, năm sinh, số giấy tờ, số hồ sơ hoặc mã bản').fill('minh hoa 1')
  await head.getByRole('button', { name: 'Tìm hồ sơ' }).click()
  await head.getByText('Không tìm thấy hồ sơ nào').waitFor()
  await head.getByRole('button', { name: 'Quyết định' }).first().click()
  const decide = head.getByRole('dialog')
  await decide.getByRole('button', { name: 'Ghi quyết định' }).click()
  await decide.getByText('Chọn một quyết định.').waitFor()
  await decide.getByRole('radio', { name: 'Xóa danh tính', exact: true }).check()
  await isClean(head, 'decide', 'dialog[open]')
  await decide.getByRole('button', { name: 'Ghi quyết định' }).click()
  await decide.waitFor({ state: 'detached' })
  const row = head.getByRole('row').filter({ hasText: /XDT-20\d\d-0001/ })
  await row.waitFor()
  expect(await saved(head, () => row.getByRole('button', { name: 'Tải giấy xác nhận' }).click())).toMatch(
    /^XDT-20\d\d-0001\.pdf$/,
  )
  await isClean(head, 'erased')
  await head.context().close()
})

test('an administrator enters a length that was checked', async () => {
  const page = await site.enter('quantri', '/app/file-lengths')
  const row = page.getByRole('row').filter({ hasText: 'Giữ hồ sơ quản lý người sử dụng' })
  await row.getByText('cần đối chiếu', { exact: true }).waitFor()
  await isClean(page, 'lengths')
  await row.getByRole('button', { name: 'Nhập' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số', { exact: true }).fill('84')
  await dialog.getByLabel('Căn cứ').fill('Thông tư (minh họa), Điều 5')
  await isClean(page, 'length', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Nhập thời hạn đã đối chiếu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('7 năm').waitFor()
  expect(await row.getByText('cần đối chiếu', { exact: true }).count()).toBe(0)
  await page.context().close()
})
