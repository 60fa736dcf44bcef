// Two phones and an office that change the same household while they do not hear of each other: different facts both stand, one
// fact said two ways is shown on every screen until somebody chooses.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, type Page } from '../../platform/testing/browser.ts'
import { backInReach, beginPhone, openFirst, pull } from '../support/phone.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

async function phoneOf(name: string): Promise<Page> {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  await beginPhone(page, name)
  await pull(page)
  await page.context().setOffline(true)
  return page
}

/** Steps the headcount of the household on screen up or down, and keeps it. */
async function count(page: Page, touches: ('Thêm một người' | 'Bớt một người')[]): Promise<void> {
  await page.getByRole('button', { name: 'Sửa thông tin' }).click()
  for (const touch of touches) await page.getByRole('button', { name: touch }).click()
}
const save = (page: Page) => page.getByRole('button', { name: 'Lưu thông tin đã sửa' }).click()

test('two phones say one fact in two ways: both are shown everywhere until the office chooses', async () => {
  const [first, second] = [await phoneOf('Máy một'), await phoneOf('Máy hai')]
  await openFirst(first)
  const title = await first.locator('h1').innerText()
  await first.getByRole('button', { name: 'Sửa thông tin' }).click()
  await save(first)
  await first.getByText('Chưa sửa gì.').waitFor()
  expect(await axeViolations(first)).toEqual([])
  await first.getByRole('button', { name: 'Quay lại' }).click()
  await count(first, ['Thêm một người'])
  await first.getByLabel('Địa chỉ').fill('Ngõ 7, xóm Đình')
  await save(first)
  await first.locator('.pad canvas').waitFor()
  await openFirst(second)
  expect(await second.locator('h1').innerText()).toBe(title)
  await count(second, ['Thêm một người', 'Thêm một người'])
  await save(second)

  await first.goto(`${site.url}/field/#/outbox`)
  await first.getByText('sửa thông tin').waitFor()
  await backInReach(first)
  await first.getByText('Không còn phiếu nào chờ gửi').waitFor()
  await second.goto(`${site.url}/field/#/attention`)
  await backInReach(second)
  await second.getByText('hai nơi ghi khác').waitFor()
  await second.getByText(/^máy này/).waitFor()
  expect(await axeViolations(second)).toEqual([])

  const office = await site.enter('ngocthanh', '/app/field')
  await office.getByRole('link', { name: '1 thông tin hai nơi ghi khác nhau' }).click()
  await office.getByText('Chọn cách ghi đúng').waitFor()
  expect(await axeViolations(office)).toEqual([])
  await office.getByRole('button', { name: /Máy hai/ }).click()
  await office.getByText('Không có thông tin nào hai nơi ghi khác').waitFor()
  await backInReach(second)
  await second.getByText('Không có gì cần xử lý').waitFor()
  // The address that only one of them changed stands too.
  const { rows } = await sql<{ left: number; address: string }>`
    select (select count(*)::int from field_conflict where settled_at is null) as left, address
    from roster_entry order by changed_at desc limit 1`.execute(site.parts.db)
  expect(rows[0]).toEqual({ left: 0, address: 'Ngõ 7, xóm Đình' })
  for (const page of [first, second, office]) await page.context().close()
})
