// Two drives are open at once, the yearly one and one of the commune's own: whoever holds the phone chooses which is signed at the
// doors. What was taken for either is kept, sent and refused for that one.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { backInReach, beginPhone, pull, pulled, sign, unlock } from '../support/phone.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

const yearly = demoId('drive:2024')
const own = uuidv7()
const ownName = 'Đợt ký bổ sung của xã sau rà soát'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function openOwnDrive(): Promise<void> {
  const { db } = site.parts
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${own}, ${areaId('12322')}, ${ownName}, 'The commune’s additional drive', 'once', 2026, ${dayFrom(-9)}, ${dayFrom(60)},
      ${dayFrom(-10)})`.execute(db)
  await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways)
    values (${own}, 'household-heads', 'hamlet', '{ink}')`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${own}, 'household-heads', 1, ${dayFrom(-9)}, 'Lời', 'Gia đình tôi cam kết thêm:',
      ${['báo cho thôn khi có người lạ đến ở', 'không cho thuê nhà khi chưa khai báo']})`.execute(db)
}
const promisesOf = async (driveId: string): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from commitment_promise where drive_id = ${driveId} and way = 'ink'`.execute(
      site.parts.db,
    )
  ).rows[0]?.n ?? 0
const choice = (page: Page) => page.getByLabel('Đợt ký')
const chosen = (page: Page) => choice(page).locator('option:checked').innerText()
const open = (page: Page, at: string) => page.goto(`${site.url}/field/#/${at}`)

test('with one drive open nothing is to be chosen; with two, each household stands as in the chosen one', async () => {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  await beginPhone(page)
  await pull(page)
  expect(await choice(page).count()).toBe(0)
  const before = await promisesOf(yearly)

  await openOwnDrive()
  await page.reload()
  await unlock(page)
  await choice(page).waitFor()
  expect(await chosen(page)).toContain(ownName)
  expect(await page.locator('a.ham .m').innerText()).toMatch(/^0\//)
  expect(await violationsInBothThemes(page, 'phone-drives-hamlets')).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)

  // The older one, which had no door before.
  await page.context().setOffline(true)
  await choice(page).selectOption(yearly)
  expect(await page.locator('a.ham .m').innerText()).not.toMatch(/^0\//)
  await pulled(page).click()
  await page.locator('a.row:not(.signed)').first().click()
  await page.locator('.pad canvas').waitFor()
  const household = (await page.locator('h1').innerText()).split(',')[0] ?? ''
  expect(await page.locator('.vow').innerText()).not.toContain(ownName)
  expect(await violationsInBothThemes(page, 'phone-drives-sign')).toEqual([])
  await sign(page)

  // The same door in the other drive has not signed.
  await page.getByRole('link', { name: /^Quay lại/ }).click()
  await choice(page).selectOption(own)
  await page.getByLabel('Số hộ hoặc tên chủ hộ').fill(household.replace(/\D/g, ''))
  const row = page.locator('a.row:not(.signed)', { hasText: household }).first()
  await row.waitFor()
  expect(await violationsInBothThemes(page, 'phone-drives-households')).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await row.click()
  await page.locator('.vow').getByText('Gia đình tôi cam kết thêm').waitFor()
  expect(await page.locator('.vow').innerText()).toContain(ownName)
  const here = await page.locator('h1').innerText()
  await sign(page)
  await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, here)

  // Remembered behind the PIN; what waits says which drive it is of, whatever is chosen.
  await open(page, '')
  await page.reload()
  await unlock(page)
  expect(await chosen(page)).toContain(ownName)
  await open(page, 'outbox')
  await page.locator('.list .row').nth(1).waitFor()
  const waiting = await page.locator('.list .row').allInnerTexts()
  expect(waiting.map((text) => [text.includes(household), text.includes(ownName)])).toEqual([
    [true, false],
    [true, true],
  ])
  expect(await violationsInBothThemes(page, 'phone-drives-outbox')).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)

  // The commune closes its own: what was signed for it is refused by name and stays, and only one is left to sign.
  await sql`update commitment_drive_group set ways = '{paper}' where drive_id = ${own}`.execute(site.parts.db)
  await backInReach(page)
  await page.getByText('Không còn phiếu nào chờ gửi').waitFor()
  await open(page, 'attention')
  const refused = page.locator('section.fix')
  await refused.getByText(ownName).waitFor()
  expect(await refused.count()).toBe(1)
  // To sign again would be to sign something else, as the phone knows once it has pulled what is open now.
  await refused.getByRole('button', { name: 'Ký lại' }).waitFor({ state: 'detached' })
  expect(await violationsInBothThemes(page, 'phone-drives-attention')).toEqual([])
  await open(page, '')
  await pulled(page).waitFor()
  await choice(page).waitFor({ state: 'detached' })
  expect([await promisesOf(yearly), await promisesOf(own)]).toEqual([before + 1, 0])
  await page.context().close()
})
