// A long table on paper: it begins under its heading, and each sheet says again what its columns are.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pagesOf } from '../support/pdf.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('the tasks on A4', async () => {
  const page = await site.enter('huyen', '/app/tasks')
  const first = await page.locator('.tbl .job').first().innerText()
  const sheets = await pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))
  expect(sheets[0]).toContain('Số liệu ngày 15/11/2024')
  expect(sheets[0]).toContain(first)
  expect(sheets.length).toBeGreaterThan(3)
  for (const heading of ['Việc', 'Trách nhiệm', 'Thời gian', 'Thẩm quyền']) expect(sheets[1]).toContain(heading)
  await page.context().close()
})
