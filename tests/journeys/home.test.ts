// Someone who opens the product for the first time understands where Kim Động stands, and finds the records behind it.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { weigh } from '../../platform/testing/weigh.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('nobody signed in is led to the sign-in, and back to where they wanted to go', async () => {
  const page = await site.visit('/app/tasks')
  expect(new URL(page.url()).pathname).toBe('/app/sign-in')
  await page.context().close()
})

test('the vice-chair sees the standing, what is late and by whom, and what waits, on the day of the programme', async () => {
  const page = await site.enter('huyen')
  const text = await page.locator('main').innerText()
  expect(text).toContain('Đang ở đâu so với chỉ tiêu')
  expect(text.replace(/\s+/g, '')).toContain('6/17')
  expect(text).toContain('Tính đến 15/11/2024')
  expect(text).toContain('Mẫu tự đánh giá trường học')
  expect(text).toContain('người trước trễ 5 ngày')
  expect(text).toContain('chưa có số liệu')
  expect(text).not.toMatch(/(^|\s)0%/)
  await page.context().close()
})

test.each(['vi', 'en'] as const)('its three answers stand on one screen, without a scroll, in %s', async (language) => {
  const page = await site.enter('huyen', '/app/', { language })
  const { height } = page.viewportSize() ?? { height: 0 }
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height)
  await page.context().close()
})

test('a number opens the records behind it, and English is one click away', async () => {
  const page = await site.enter('huyen')
  await page.getByRole('link', { name: 'Mẫu tự đánh giá trường học' }).click()
  await page.waitForURL(/\/app\/tasks\//)
  await page.goBack()
  await page.getByRole('button', { name: /Đổi sang tiếng Anh/ }).click()
  await page.getByText('Where we stand against the target').waitFor()
  await page.context().close()
})

test('today is one click away, and the way back to the day of the programme too', async () => {
  const page = await site.enter('huyen')
  await page.getByRole('button', { name: 'Hôm nay' }).click()
  await page.getByRole('button', { name: 'Về 15/11/2024' }).waitFor()
  expect(new URL(page.url()).searchParams.get('on')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await page.getByRole('button', { name: 'Về 15/11/2024' }).click()
  await page.getByText('Tính đến 15/11/2024').first().waitFor()
  await page.context().close()
})

test('once the units are fewer than the target, it is not told of them', async () => {
  const page = await site.enter('huyen', '/app/?on=2025-07-02')
  await page.getByText('theo đơn vị của ngày ấy').waitFor()
  const text = await page.locator('main').innerText()
  expect(text.replace(/\s+/g, '')).toContain('/4xã,thịtrấn')
  expect(text).not.toContain('còn thiếu')
  await page.context().close()
})

test('the bell tells what is new once: closed, it is read', async () => {
  const page = await site.enter('huyen')
  await page.getByRole('button', { name: /Thông báo, \d+ mới/ }).click()
  await page.getByRole('menuitem').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor()
  await page.context().close()
})

test('what travels before the first screen stands is light enough for a slow line', async () => {
  const page = await site.enter('huyen')
  const bytes = await weigh(page, `${site.url}/app/`, async () => {
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
  })
  expect(bytes / 1000).toBeLessThanOrEqual(300)
  await page.context().close()
})
