// An emergency from the duty desk to the review, questions about readings, and counts for a lead: each by whose work it is.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { loadDemoFiles } from '../../programmes/kim-dong-2024/files/load.ts'
import { expectMarkOf } from '../support/reader-mark.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
  await loadDemoFiles(site.parts.db, new Date())
}, 120_000)
afterAll(() => site?.close())

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `watch ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
async function isCleanBothWays(page: Page, picture: string): Promise<void> {
  await isClean(page, picture)
  await page.setViewportSize(widths.narrow)
  await isClean(page, `${picture} narrow`)
  await page.setViewportSize(widths.wide)
}

test('an emergency: found, opened loudly, read, closed; told to the head at once, and reviewed', async () => {
  const page = await site.enter('trucban', '/app/files/emergency')
  await page.getByRole('heading', { name: 'Mở hồ sơ khẩn cấp' }).waitFor()
  await page.getByRole('combobox', { name: 'Xã' }).click()
  await page.getByRole('option', { name: /Hiệp Cường/ }).click()
  const field = page.getByLabel('Họ tên, số giấy tờ hoặc số hồ sơ')
  await field.fill('đặng')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByText('Khi khẩn cấp chỉ tìm một người cụ thể', { exact: false }).waitFor()
  await field.fill('dang cong gia')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: /^HC-/ }).first().waitFor()
  await isCleanBothWays(page, 'found')
  const number = await page.getByRole('link', { name: /^HC-/ }).first().innerText()
  await page.getByRole('link', { name: /^HC-/ }).first().click()
  const open = page.getByRole('button', { name: 'Mở khẩn cấp trong 3 giờ' })
  await open.click()
  await page.getByText('Chọn điều đang bị đe dọa.').waitFor()
  await isCleanBothWays(page, 'gate')
  await page.getByRole('radio', { name: 'Tính mạng, sức khỏe của người đó' }).check()
  await page.getByLabel('Căn cứ', { exact: true }).fill('Tin báo lúc 23 giờ')
  await page.getByLabel('Nếu không mở thì điều gì xảy ra').fill('Dọa tự làm hại mình, cần biết đang dùng thuốc gì')
  await open.click()
  await page.getByText('Đang mở khẩn cấp').waitFor()
  await page.getByRole('heading', { name: `Hồ sơ ${number}` }).waitFor()
  await expectMarkOf(page, 'Đinh Thế Vinh (minh họa)')
  expect(await page.getByRole('button', { name: 'Ghi sự việc' }).count()).toBe(0)
  await isCleanBothWays(page, 'opened')
  await page.locator('main').getByRole('button', { name: 'Đóng', exact: true }).click()
  await page.getByText('Đã đóng hồ sơ.').waitFor()
  await page.context().close()

  const head = await site.enter('truongcax', '/app/files/watch')
  await head.getByRole('button', { name: number }).first().waitFor()
  // Told in the bell too; questions and the machine are not for the head.
  expect(await head.getByRole('link', { name: 'Câu hỏi' }).count()).toBe(0)
  await isCleanBothWays(head, 'emergencies')
  await head.getByRole('button', { name: number }).first().click()
  const dialog = head.getByRole('dialog')
  await dialog.getByText('Tin báo lúc 23 giờ').waitFor()
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await dialog.getByText('Chọn một kết quả.').waitFor()
  await isClean(head, 'review', 'dialog[open]')
  await dialog.getByRole('radio', { name: 'Có lý do chính đáng', exact: true }).check()
  await dialog.getByLabel('Lý do', { exact: true }).fill('Đã đối chiếu sổ trực')
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await dialog.waitFor({ state: 'detached' })
  await head.getByRole('link', { name: 'Tất cả' }).click()
  await head.getByText('Có lý do chính đáng').first().waitFor()
  await head.context().close()
})

test('the auditor answers a question and sees what the keeper of the machine did', async () => {
  const page = await site.enter('kiemtra', '/app/files/watch?part=questions')
  await page.getByRole('button', { name: 'Mở nhiều hồ sơ đã kết thúc' }).waitFor()
  await isCleanBothWays(page, 'questions')
  await page.getByRole('button', { name: 'Mở nhiều hồ sơ đã kết thúc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('hồ sơ đã kết thúc ít khi còn việc phải làm', { exact: false }).waitFor()
  await isClean(page, 'question', 'dialog[open]')
  await dialog.getByRole('radio', { name: 'Đã rõ lý do' }).check()
  await dialog.getByLabel('Lý do', { exact: true }).fill('Soát lại theo kế hoạch quý')
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Người giữ máy' }).click()
  await page.getByRole('heading', { name: 'Việc trên toàn bộ hồ sơ' }).waitFor()
  await isCleanBothWays(page, 'keeper')
  await page.context().close()
})

test('a lead sees counts, what is hidden says so, and there is no way to a file', async () => {
  const page = await site.enter('tinh', '/app/files/counts')
  await page.getByRole('heading', { name: 'Số liệu hồ sơ' }).waitFor()
  await page.getByRole('heading', { name: /toàn tỉnh$/ }).waitFor()
  await isCleanBothWays(page, 'counts')
  expect(await page.getByText('được che').count()).toBeGreaterThan(0)
  expect(await page.getByRole('link', { name: 'Hồ sơ người' }).count()).toBe(0)
  await page.goto(`${site.url}/app/files`, { waitUntil: 'networkidle' })
  await page.getByText('Bạn chưa có quyền mở trang này').waitFor()
  await page.context().close()
})
