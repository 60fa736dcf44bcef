// What a form keeps and what it says: rows that can be taken away, and a drive that is no draft any more.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('a link of a document is taken away, and the one below keeps what is typed in it', async () => {
  const page = await site.enter('huyen', '/app/documents/new')
  const add = page.getByRole('button', { name: 'Gắn thêm' })
  await add.click()
  await add.click()
  const [relations, subjects] = [page.getByLabel('Quan hệ'), page.getByLabel('Nội dung')]
  await relations.nth(1).selectOption({ index: 1 })
  const chosen = await relations.nth(1).inputValue()
  await subjects.nth(1).fill('Chốt danh')
  await page
    .getByRole('option', { name: /^Chốt danh/ })
    .first()
    .click()
  const below = await subjects.nth(1).elementHandle()
  const subject = await subjects.nth(1).inputValue()
  await page
    .getByRole('button', { name: /^Bỏ gắn/ })
    .first()
    .click()
  expect(await relations.count()).toBe(1)
  expect(await relations.inputValue()).toBe(chosen)
  expect(await subjects.inputValue()).toBe(subject)
  // The field itself is still the same one, with all that a browser keeps in it.
  expect(await below?.evaluate((field) => field.isConnected)).toBe(true)
  await page.context().close()
})

test('an open drive offers no form of a draft, and says what can still change', async () => {
  const id = demoId('drive:2024')
  const page = await site.enter('huyen', `/app/commitments/${id}/edit`)
  await page.getByText('Đợt ký đã mở').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('bản soạn')
  expect(await page.locator('main form').count()).toBe(0)
  await page.getByRole('link', { name: 'Xem lời cam kết' }).click()
  await page
    .getByRole('button', { name: /^Thay lời/ })
    .first()
    .waitFor()
  await page.context().close()
})
