// A time limit of the law is counted at a desk: from when, what does not count, until when, and why.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('forty days in custody make management end forty days later; what cannot be is refused, and nothing is sent', async () => {
  const page = await site.enter('xa', '/app/law?on=2026-07-10')
  await page.getByRole('link', { name: 'Thời hạn quản lý' }).click()
  const result = page.getByRole('status').filter({ hasText: 'Kéo dài đến hết' })
  await result.getByText('10/07/2027').waitFor()

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.getByRole('button', { name: 'Thêm khoảng không tính' }).click()
  const days = page.getByLabel('Ngày', { exact: true })
  const type = async (at: number, day: string) => {
    await days.nth(at).fill(day)
    await days.nth(at).press('Tab')
  }
  // Nothing is told that leaves out a time whose beginning is not known yet.
  await page.getByText('Nhập đủ ngày giờ bắt đầu để tính.').waitFor()
  await type(1, '01/08/2026')
  await page.getByText('Chưa có ngày kết thúc').waitFor()
  await type(2, '31/07/2026')
  await page.getByRole('alert').getByText('Kết thúc trước khi bắt đầu.').waitFor()
  await type(2, '10/09/2026')
  await result.getByText('19/08/2027').waitFor()
  await page.getByText('Không tính 40 ngày: Bị tạm giữ, tạm giam, chấp hành án.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  // The first of two is taken away, and the other keeps what is typed in it.
  await page.getByRole('button', { name: 'Thêm khoảng không tính' }).click()
  await type(3, '01/10/2026')
  await type(4, '11/10/2026')
  await result.getByText('29/08/2027').waitFor()
  await page.getByRole('button', { name: 'Bỏ khoảng này' }).first().click()
  await result.getByText('20/07/2027').waitFor()
  expect(await days.nth(1).inputValue()).toBe('01/10/2026')
  expect(sent.filter((url) => url.includes('/api/'))).toEqual([])

  // Before 1 July 2026 another law counted in working days.
  await page.goto(`${site.url}/app/law?on=2026-06-30`)
  await page.getByRole('link', { name: 'Quyết định quản lý' }).waitFor()
  await page
    .getByRole('row', { name: /Quyết định quản lý/ })
    .getByText('3 ngày làm việc')
    .waitFor()
  await page.context().close()
})

test('an administrator enters the holidays of a year, and whoever counts at a desk counts by them', async () => {
  const page = await site.enter('quantri', '/app/law/holidays')
  await page.getByRole('heading', { name: 'Ngày nghỉ lễ, ngày làm bù' }).waitFor()
  await page.getByText('Ghi theo trí nhớ, cần đối chiếu: 01/09/2022').waitFor()
  expect(await violationsInBothThemes(page, 'law holidays')).toEqual([])
  await page.setViewportSize(widths.narrow)
  expect(await scrollsSideways(page)).toBe(false)
  await page.setViewportSize(widths.wide)

  await page.getByRole('button', { name: /^Nhập lại.*Năm 2027$/ }).click()
  const dialog = page.getByRole('dialog')
  const off = dialog.getByLabel('Ngày thường được nghỉ')
  await off.fill('01/01/2027\n32/01/2027')
  await dialog.getByRole('button', { name: 'Ghi ngày nghỉ' }).click()
  await dialog.getByText('Không đọc được ngày: 32/01/2027').waitFor()
  await off.fill('01/01/2027\n02/01/2027')
  await dialog.getByRole('button', { name: 'Ghi ngày nghỉ' }).click()
  // The server says which day, and why.
  await dialog.getByText(/rơi vào thứ Bảy, Chủ nhật.*2027/).waitFor()
  await off.fill('01/01/2027\n15/07/2027')
  await dialog.getByLabel('Số, ngày của thông báo').fill('Thông báo thử số 1')
  await dialog.getByRole('radio', { name: 'Đã có thông báo' }).check()
  expect(await violationsInBothThemes(page, 'law holidays entering', 'dialog[open]')).toEqual([])
  await dialog.getByRole('button', { name: 'Ghi ngày nghỉ' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('01/01/2027, 15/07/2027').waitFor()
  await page.context().close()

  const desk = await site.enter('xa', '/app/law?on=2027-07-14&limit=start-voluntary')
  await desk.getByRole('status').filter({ hasText: '19/07/2027' }).waitFor()
  await desk.context().close()
})
