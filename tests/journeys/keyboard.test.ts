// The whole way without a mouse: skip to the content, find by the palette, filter a list, open a row, fill in a form.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('the first stop is the way past the menu, and it leads to the content', async () => {
  const page = await site.enter('huyen')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('content')
  await page.context().close()
})

test('Ctrl K finds a place without diacritics, arrows choose, Enter opens it', async () => {
  const page = await site.enter('huyen')
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('nhan la')
  const palette = page.getByRole('dialog')
  // The answer to all that was typed: an earlier one that is replaced takes the choice with it.
  await palette.locator('[aria-busy="false"]').getByText('Xã Nhân La').first().waitFor()
  // Down until it is the place itself: tasks and papers of the place are found as well.
  const chosen = palette.locator('[data-selected]')
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await chosen.innerText()).startsWith('Xã Nhân La')) break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/app\/areas\//)
  await page.getByRole('heading', { level: 1, name: 'Xã Nhân La' }).waitFor()
  await page.context().close()
})

test('/ goes to the filter, arrows move over the rows, Enter opens one, and the way back keeps the filter', async () => {
  const page = await site.enter('huyen', '/app/tasks')
  await page.getByRole('searchbox').first().waitFor()
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search')
  await page.keyboard.type('ngoc thanh')
  await page.waitForURL(/q=ngoc/)
  // Those of the commune, and no others any more.
  const rows = page.locator('.tasks-card tbody tr[data-row]')
  await expect.poll(() => rows.count()).toBe(5)
  const at = () => rows.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement))
  // From the filter into the table as anybody goes there, one stop after the other.
  for (let stops = 0; stops < 40 && (await at()) < 0; stops += 1) await page.keyboard.press('Tab')
  expect(await at()).toBe(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await at()).toBe(2)
  await page.keyboard.press('ArrowUp')
  expect(await at()).toBe(1)
  const title = await rows.nth(1).locator('a.job').innerText()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/app\/tasks\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.goBack()
  await page.waitForURL(/q=ngoc/)
  expect(await page.getByRole('searchbox').first().inputValue()).toBe('ngoc thanh')
  await page.context().close()
})

test('a form is filled in, refused with the reason beside the field, and nothing typed is lost', async () => {
  const page = await site.enter('ngocthanh', '/app/obstacles/new')
  const title = page.getByLabel('Vướng ở đâu')
  await title.focus()
  await page.keyboard.type('Thiếu mẫu phiếu cho thôn 2')
  await page.keyboard.press('Enter')
  await page.locator('[aria-invalid="true"]').first().waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  expect(await title.inputValue()).toBe('Thiếu mẫu phiếu cho thôn 2')
  await page.context().close()
})

test('a dialog begins in its first field; Escape closes the list, then the dialog, and the focus is back where it was', async () => {
  const page = await site.enter('quantri', '/app/posts')
  const opener = page.getByRole('button', { name: 'Thêm chức danh' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const area = dialog.getByLabel('Địa bàn')
  await expect.poll(() => area.evaluate((field) => field === document.activeElement)).toBe(true)
  // Once the list behind the field is there one can type, and is in the field still.
  await expect.poll(() => area.getAttribute('readonly')).toBe(null)
  await page.keyboard.type('nhan la')
  await dialog.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog.getByRole('option').first().waitFor({ state: 'hidden' })
  expect(await dialog.count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await dialog.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await area.inputValue()).toContain('Nhân La')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.context().close()
})

test('the map goes through time by the keys of its slider, and plays until it is stopped', async () => {
  const page = await site.enter('huyen', '/app/areas')
  const slider = page.getByRole('slider', { name: 'Ngày của bản đồ' }).first()
  const day = () => slider.getAttribute('aria-valuetext')
  await slider.focus()
  await page.keyboard.press('End')
  const last = await day()
  await page.keyboard.press('Home')
  await expect.poll(day).not.toBe(last)
  const first = await day()
  expect(first).toMatch(/^\d\d\/\d\d\/\d{4}$/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(day).not.toBe(first)
  const second = await day()
  await page.getByRole('button', { name: 'Chạy theo thời gian' }).first().click()
  await expect.poll(day).not.toBe(second)
  await page.getByRole('button', { name: 'Dừng', exact: true }).first().click()
  await page.getByRole('button', { name: 'Chạy theo thời gian' }).first().waitFor()
  await page.context().close()
})
