// A batch at a meeting, by people of the town: refused without minutes, ticked by keys, by search and all at once, proved by the
// minutes or by their paper; and anybody may check one of the promises.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, type Page, scrollsSideways, widths } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { meetingId } from '../../programmes/kim-dong-2024/meetings.ts'
import { qrOn } from '../support/qr.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const entries = `/app/commitments/${demoId('drive:2024')}/areas/${areaId('12280')}`

async function isClean(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
const counts = (page: Page, present: number, absent: number) =>
  page.getByText(`${present} có mặt, ${absent} vắng`, { exact: true }).waitFor()
const send = (page: Page, n: number) => page.getByRole('button', { name: `Ghi nhận ${n} bản ký` }).click()

test('those present sign in one batch with the minutes as proof, and a promise of it is genuine to anybody', async () => {
  const page = await site.enter('xa', `${entries}?state=unsigned&group=household-heads`)
  await page.getByRole('link', { name: 'Ký tại cuộc họp' }).click()
  await counts(page, 0, 22)
  await isClean(page)

  // Without a meeting, and with one that has no minutes, nothing is signed.
  await page.getByRole('button', { name: 'Tất cả có mặt' }).click()
  await counts(page, 22, 0)
  await send(page, 22)
  await page.getByText('Chọn một cuộc họp.').waitFor()
  await page.getByLabel('Cuộc họp').selectOption(meetingId('2024-11-15'))
  await page.getByText(/^Chưa có biên bản: /).waitFor()
  await send(page, 22)
  await page
    .getByRole('alert')
    .getByText(/^Cuộc họp chưa có biên bản/)
    .first()
    .waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Không ai có mặt' }).click()
  await counts(page, 0, 22)

  // Two by the keys, one more found by its number; who is filtered away stays as they were.
  await page.locator('tbody tr').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await counts(page, 2, 20)
  await page.getByLabel('Lọc danh sách').fill('30')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
  await page.getByRole('button', { name: 'Tất cả có mặt' }).click()
  await counts(page, 3, 19)
  await page.getByLabel('Lọc danh sách').fill('')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 22)
  const first = page.locator('tbody tr').first().locator('td.first')
  const name = (await first.evaluate((cell) => cell.childNodes[1]?.textContent ?? '')).trim()

  await page.getByLabel('Cuộc họp').selectOption(meetingId('2024-11-10'))
  await page.getByText('Biên bản đã khóa').waitFor()
  await page.getByLabel('Người chứng kiến').fill('Bùi Văn Lộc')
  await page.getByLabel(/^Ghi 19 người vắng để đến lại/).check()
  await isClean(page)
  await page.setViewportSize(widths.narrow)
  await isClean(page)
  await page.setViewportSize(widths.wide)
  await send(page, 3)
  await page.getByText(/^Đã ghi nhận 3 bản ký, đã ghi \d+ người vắng$/).waitFor()

  // The absent are those to come again; whoever signed is not among them.
  await page.goto(`${site.url}${entries}?state=again&group=household-heads`, { waitUntil: 'networkidle' })
  await page.locator('tbody tr').nth(18).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(19)
  expect(await page.locator('tbody').innerText()).not.toContain(`${name}\n`)

  await page.goto(`${site.url}${entries}?state=signed&group=household-heads`, { waitUntil: 'networkidle' })
  await page.locator('tbody tr').filter({ hasText: 'tại cuộc họp' }).first().getByRole('link').first().click()
  await page.getByRole('heading', { name: `Bản cam kết: ${name}` }).waitFor()
  await page.getByText('Cuộc họp: Hội nghị nhân dân ký cam kết không ma túy, 10/11/2024').waitFor()
  await page.getByText('Người chứng kiến: Bùi Văn Lộc').waitFor()
  const [address = ''] = await qrOn(await page.locator('.sheet .qr').screenshot())
  expect(address).toMatch(new RegExp(`^${site.url}/v/[0-9A-Z]{16}$`))
  await isClean(page)
  await page.context().close()

  const anybody = await site.visit(new URL(address).pathname, { size: 'narrow' })
  await anybody.getByRole('heading', { name: 'Bản cam kết này là thật' }).waitFor()
  const told = await anybody.locator('body').innerText()
  for (const hidden of [name, 'Bùi Văn Lộc']) expect(told).not.toContain(hidden)
  await anybody.context().close()
})

test('where the meeting has no minutes on record, their paper proves it', async () => {
  const page = await site.enter('xa', `${entries}/meeting?group=conditional-businesses`)
  await counts(page, 0, 4)
  await page.getByLabel('Cuộc họp').selectOption(meetingId('2024-11-15'))
  await page.locator('tbody input[type=checkbox]').first().check()
  await page.locator('input[type=file]').setInputFiles({
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await page.getByText('bien-ban.pdf').waitFor()
  await isClean(page)
  await send(page, 1)
  await page.getByText('Đã ghi nhận 1 bản ký').waitFor()
  await page.context().close()
})
