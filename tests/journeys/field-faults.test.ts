// What goes wrong with a phone in a pocket: closed while it sends, no room left, a clock that is days off, two tabs, a PIN that is
// forgotten. Nothing that was signed is lost, nothing counts twice, and what happened is said.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, type Page } from '../../platform/testing/browser.ts'
import { backInReach, beginPhone, carriedLeft, draw, openFirst, pull, sign, unlock } from '../support/phone.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

async function phone(address = '/field/'): Promise<Page> {
  const page = await site.enter('ngocthanh', address, { size: 'narrow' })
  await beginPhone(page)
  await pull(page)
  return page
}
const promises = async (): Promise<{ n: number; last: string }> => {
  const { rows } = await sql<{ n: number; last: string }>`
    select count(*)::int as n, max(signed_at) as last from commitment_promise where way = 'ink'`.execute(site.parts.db)
  return rows[0] as { n: number; last: string }
}
/** Every write is refused as the browser refuses it on a full disk, until there is room again. */
const noRoom = (page: Page) =>
  page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
    window.addEventListener('room', () => {
      IDBObjectStore.prototype.put = put
    })
  })
const sent = (page: Page) => page.getByText('Không còn phiếu nào chờ gửi').waitFor()

test('closed while it sends, after the office has counted: opened again, all arrives once', async () => {
  const page = await phone()
  const context = page.context()
  await context.setOffline(true)
  await openFirst(page)
  await sign(page)
  const before = (await promises()).n
  const heard = new Promise<void>((resolve) => {
    void context.route('**/api/field/push', async (route) => {
      await route.fetch()
      resolve()
      // The phone never hears the answer.
    })
  })
  await backInReach(page)
  await heard
  await page.close()
  expect((await promises()).n).toBe(before + 1)
  await context.unroute('**/api/field/push')
  const again = await context.newPage()
  await again.goto(`${site.url}/field/`)
  await unlock(again)
  await again.goto(`${site.url}/field/#/outbox`)
  await sent(again)
  expect((await promises()).n).toBe(before + 1)
  await context.close()
})

test('a phone with no room left says so, keeps the ink on the screen, and goes on when there is room', async () => {
  const page = await phone()
  await page.context().setOffline(true)
  await openFirst(page)
  const title = await page.locator('h1').innerText()
  await noRoom(page)
  await draw(page)
  const save = page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' })
  await save.click()
  await page.getByText('CHƯA được lưu').waitFor()
  await page.getByRole('link', { name: 'Chuyển phiếu đang chờ bằng tệp kín' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.locator('h1').innerText()).toBe(title)
  await page.evaluate(() => window.dispatchEvent(new Event('room')))
  await save.click()
  await page.getByText('Mã kiểm tra').waitFor()
  const before = (await promises()).n
  await page.goto(`${site.url}/field/#/outbox`)
  await backInReach(page)
  await sent(page)
  expect((await promises()).n).toBe(before + 1)
  await page.context().close()
})

test('a clock two days ahead: the roster stays, and the moment of signing is the true one', async () => {
  const page = await site.enter('ngocthanh', '/app/', { size: 'narrow' })
  await page.clock.install({ time: new Date(Date.now() + 2 * 86_400_000) })
  await page.goto(`${site.url}/field/`)
  await beginPhone(page)
  await pull(page)
  await openFirst(page)
  await sign(page)
  const before = (await promises()).n
  await page.goto(`${site.url}/field/#/outbox`)
  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await sent(page)
  const { n, last } = await promises()
  expect(n).toBe(before + 1)
  expect(Math.abs(Date.now() - Date.parse(last))).toBeLessThan(10 * 60_000)
  await page.context().close()
})

test('a clock that is set back keeps no roster longer: its age stays, runs on, and after seven days it is gone', async () => {
  const page = await phone()
  await page.context().setOffline(true)
  const day = 86_400_000
  // What it is just hearing of the office is not to be heard by another clock.
  await page.goto('about:blank')
  const now = Date.now()
  await page.clock.install({ time: new Date(now + 6 * day) })
  const openOn = async (days: number): Promise<void> => {
    await page.clock.setSystemTime(new Date(now + days * day))
    await page.goto(`${site.url}/field/`)
    await page.reload()
    await unlock(page)
  }
  await openOn(6)
  expect(await page.locator('a.ham').count()).toBe(1)
  await openOn(-20)
  expect(await page.locator('a.ham').count()).toBe(1)
  await openOn(-18.5)
  await page.getByText('tải khi có mạng').first().waitFor()
  expect(await page.locator('a.ham').count()).toBe(0)
  await page.context().close()
})

test('what the office refuses stays on the phone, over a restart too, until it is settled there', async () => {
  const page = await phone()
  await page.context().setOffline(true)
  await openFirst(page)
  const who = (await page.locator('h1').innerText()).split(',')[0]
  await sign(page)
  const before = (await promises()).n
  // Meanwhile the office stops taking ink.
  await sql`update commitment_drive_group set ways = array_remove(ways, 'ink')`.execute(site.parts.db)
  await backInReach(page)
  const refused = page.locator('section.fix')
  const open = async (at: string) => page.goto(`${site.url}/field/#/${at}`)
  await open('attention')
  await refused.getByText('Đợt này không cho ký theo cách này').waitFor()
  expect(await refused.locator('h2').innerText()).toContain(who)
  expect(await axeViolations(page)).toEqual([])
  // Opened again, once the office takes ink again: what was refused is not sent by itself.
  await sql`update commitment_drive_group set ways = ways || array['ink']`.execute(site.parts.db)
  await open('')
  await page.reload()
  await unlock(page)
  await open('outbox')
  await sent(page)
  await open('attention')
  await refused.waitFor()
  expect((await promises()).n).toBe(before)
  await refused.getByRole('button', { name: 'Ký lại' }).click()
  await sign(page)
  await open('outbox')
  await sent(page)
  await expect.poll(async () => (await promises()).n).toBe(before + 1)
  await open('attention')
  page.once('dialog', (asked) => void asked.accept())
  await refused.getByRole('button', { name: 'Đã rõ, bỏ phiếu này' }).click()
  await page.getByText('Không có gì cần xử lý').waitFor()
  expect((await promises()).n).toBe(before + 1)
  await page.context().close()
})

test('two tabs: the second says where it is open and takes over; the first gives way, and nothing is missing', async () => {
  const first = await phone()
  await first.context().setOffline(true)
  await openFirst(first)
  await sign(first)
  const second = await first.context().newPage()
  await first.context().setOffline(false)
  await second.goto(`${site.url}/field/`)
  await second.getByText('Đang mở ở thẻ khác').waitFor()
  expect(await axeViolations(second)).toEqual([])
  await second.getByRole('button', { name: 'Dùng ở đây' }).click()
  await first.getByText('Đang mở ở thẻ khác').waitFor()
  const before = (await promises()).n
  await unlock(second)
  await second.goto(`${site.url}/field/#/outbox`)
  await sent(second)
  expect((await promises()).n).toBeGreaterThanOrEqual(before)
  await first.context().close()
})

test('ten wrong PINs erase the phone; what was signed on it still reaches the office, sealed', async () => {
  const page = await phone()
  await page.context().setOffline(true)
  await openFirst(page)
  await sign(page)
  await expect.poll(() => carriedLeft(page)).toBe(1)
  await page.goto(`${site.url}/field/#/`)
  await page.getByRole('button', { name: 'Khóa máy bằng mã PIN' }).click()
  for (let wrong = 1; wrong <= 10; wrong += 1) {
    await page.getByLabel('Mã PIN', { exact: true }).fill('000001')
    await page.keyboard.press('Enter')
    if (wrong < 10) await page.getByText(`Còn ${10 - wrong} lần thử`).waitFor()
  }
  await page.getByText('1 phiếu chưa gửi đã được niêm kín').waitFor()
  expect(await axeViolations(page)).toEqual([])
  const before = (await promises()).n
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Dùng lại máy này' }).click()
  await beginPhone(page)
  await expect.poll(() => carriedLeft(page), { timeout: 15_000 }).toBe(0)
  expect((await promises()).n).toBe(before + 1)
  await page.context().close()
})

test('the browser threw the store away: it is said what is gone and what to do, and the office sees that it began anew', async () => {
  const page = await phone()
  await page.goto(`${site.url}/field/#/settings`)
  // Another page of the same origin, so that nothing holds the store open.
  await page.goto(`${site.url}/field/icon.svg`)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('binh-yen-field')
        gone.onsuccess = () => resolve()
        gone.onerror = () => reject(gone.error)
      }),
  )
  await page.goto(`${site.url}/field/`)
  await page.getByText('Trình duyệt đã xóa dữ liệu trong máy này').waitFor()
  await page.getByText('Phiếu chưa gửi đã mất').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await beginPhone(page, 'Máy bắt đầu lại')
  await page.reload()
  await page.getByLabel('Mã PIN', { exact: true }).waitFor()
  expect(await page.getByText('Trình duyệt đã xóa').count()).toBe(0)
  const office = await site.enter('ngocthanh', '/app/field')
  await office.getByText('bắt đầu lại: trình duyệt đã xóa dữ liệu của').waitFor()
  await office.getByText('Mất dữ liệu, đã bắt đầu lại').waitFor()
  await office.context().close()
  await page.context().close()
})

test('a browser that cannot keep the application says so, before anybody goes out of reach', async () => {
  const page = await site.enter('ngocthanh', '/app/', { size: 'narrow' })
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('not here', 'SecurityError'))
  })
  await page.goto(`${site.url}/field/`)
  await beginPhone(page)
  await pull(page)
  await page.getByText('chỉ mở được khi có mạng').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
})
