// Files of communes that are no more, at the desk of the head of the police of their successor: seen by number, chosen where the
// commune was divided, taken over on a ground, in both languages.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { enterFiles } from '../../modules/cases/server/public.ts'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { identity } from '../support/kept-files.ts'
import { event, positive } from '../support/lives.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

const here = areaId('12322', '2025-07-01')
// Song Mai was merged into Hiệp Cường; Ngọc Thanh was divided between Hiệp Cường and Sơn Nam.
const [merged, divided] = [areaId('12301'), areaId('12322')]

let site: Site
beforeAll(async () => {
  site = await openSite()
  const keptBy = (communeId: string, name: string, residence: string) => {
    const events = [
      event('tested', '2026-08-03T09:00', positive, uuidv7()),
      event('managed', '2026-08-04T15:00', {}, uuidv7()),
    ]
    const whole = { id: uuidv7(), personId: uuidv7(), identity: identity({ name, papers: [], residence }), events }
    const entering = { communeId, by: personId('conganxa'), now: new Date(), demo: false }
    return site.parts.db.transaction().execute((db) => enterFiles(db, entering, [whole]))
  }
  await keptBy(merged, 'Tống Văn Cựu', 'Thôn Cũ')
  await keptBy(merged, 'Tống Thị Xưa', 'Thôn Cũ')
  await keptBy(divided, 'Mạc Đình Chia', 'Thôn Phía Bắc')
  await keptBy(divided, 'Mạc Thị Nửa', '')
}, 120_000)
afterAll(() => site?.close())

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `take-over ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
async function inBothWidths(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  await isClean(page, picture, within)
  await page.setViewportSize(widths.narrow)
  await isClean(page, `${picture} narrow`, within)
  await page.setViewportSize(widths.wide)
}

const address = `/app/hand-overs?commune=${here}&show=before`
test.each([
  { language: 'vi' as const, open: 'Xem danh sách', names: /T\. V\. C\*\*\*/ },
  { language: 'en' as const, open: 'Show the list', names: /T\. V\. C\*\*\*/ },
])(
  'what communes of before still keep is seen by number and masked name, in $language',
  async ({ language, open, names }) => {
    const page = await site.enter('truongcax', address, { language })
    await page.getByText('Song Mai').first().waitFor()
    await inBothWidths(page, `${language} communes`)
    await page.getByRole('button', { name: new RegExp(`^${open}.*Song Mai`) }).click()
    await page.getByRole('dialog').getByText(names).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Tống|Mạc/)
    await inBothWidths(page, `${language} merged`, 'dialog[open]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(`^${open}.*Ngọc Thanh`) }).click()
    await page.getByRole('dialog').getByText('Thôn Phía Bắc').waitFor()
    await inBothWidths(page, `${language} divided`, 'dialog[open]')
    await page.context().close()
  },
)

test('taken over on a ground: each gets a number of this commune, and the list is empty', async () => {
  const page = await site.enter('truongcax', address)
  await page.getByRole('button', { name: /^Xem danh sách.*Song Mai/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Nhận giữ hồ sơ' }).click()
  await dialog.getByRole('alert').first().waitFor()
  await inBothWidths(page, 'ground missing', 'dialog[open]')
  await dialog.getByLabel('Căn cứ').fill('Nghị quyết sắp xếp đơn vị hành chính')
  await dialog.getByRole('button', { name: 'Nhận giữ hồ sơ' }).click()
  await page.getByRole('dialog').last().getByRole('button', { name: 'Nhận giữ hồ sơ' }).click()
  await dialog
    .getByText(/^HC-.* → HC-/)
    .first()
    .waitFor()
  expect(await dialog.getByText(/^HC-.* → HC-/).count()).toBe(2)
  await inBothWidths(page, 'taken', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Xong' }).click()
  await page.getByText('Ngọc Thanh').first().waitFor()
  expect(await page.getByText('Song Mai').count()).toBe(0)
  await page.context().close()
})
