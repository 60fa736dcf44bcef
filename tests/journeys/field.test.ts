// A day in a hamlet with the phone application, in a real browser: pulled with a network, signed without one, sent later;
// and what happens to a phone that is guessed at, lost, or silent for too long.

import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeList } from '../../modules/rosters/server/public.ts'
import { axeViolations, type Page } from '../../platform/testing/browser.ts'
import { bodyId } from '../../programmes/kim-dong-2024/bodies.ts'
import { dateDevices } from '../../programmes/kim-dong-2024/devices.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import {
  backInReach,
  beginPhone,
  carriedLeft,
  draw,
  lyingOn,
  openFirst,
  pin,
  pull,
  pulled,
  sign,
  storeCounts,
  unlock,
} from '../support/phone.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const signedOf = async (): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from commitment_promise where way = 'ink' and void_number = 0`.execute(site.parts.db)
  ).rows[0]?.n ?? 0

/** Which of the others lie under an element. */
async function laidOver(page: Page, above: string, others: readonly string[]): Promise<string[]> {
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox()
    if (!box) throw new Error(`there is no ${selector}`)
    return box
  }
  const box = await boxOf(above)
  const under: string[] = []
  for (const selector of others) {
    const other = await boxOf(selector)
    if (other.y < box.y + box.height && box.y < other.y + other.height) under.push(selector)
  }
  return under
}

test('somebody who is not signed in is asked to, and comes back to the phone', async () => {
  const page = await site.visit('/field/', { size: 'narrow' })
  await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.getByRole('link', { name: 'Đăng nhập' }).first().getAttribute('href')).toContain('back=%2Ffield%2F')
  await page.context().close()
})

test('a browser offers to install it: it has what an application needs, and opens at its own start', async () => {
  const page = await site.visit('/field/', { size: 'narrow' })
  const browser = await page.context().newCDPSession(page)
  const { errors, data } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({ start_url: '/field/', scope: '/field/', display: 'standalone' })
  await page.evaluate(() => navigator.serviceWorker.ready)
  expect((await browser.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  await page.context().close()
})

test('a hamlet is pulled, signed in flight mode, opened again without a network, and sent when there is one', async () => {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  await page.getByLabel('Mã PIN', { exact: true }).fill('123456')
  await page.getByRole('button', { name: 'Bắt đầu dùng máy này' }).click()
  await page.getByText('Mã này quá dễ đoán').waitFor()
  await beginPhone(page)
  await pull(page)
  expect(await axeViolations(page)).toEqual([])
  const before = await signedOf()

  await page.context().setOffline(true)
  await page.reload()
  await unlock(page)
  await pulled(page).click()
  await page.getByText('Không có mạng').first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.locator('a.row').first().click()

  // One dot is no signature, and nothing is kept of it.
  const box = await page.locator('.pad canvas').boundingBox()
  await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + 100)
  await page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await page.getByText('chỉ là một chấm').waitFor()
  await page.getByRole('button', { name: 'Ký lại' }).click()
  expect(await axeViolations(page)).toEqual([])

  const first = await page.locator('h1').innerText()
  await draw(page)
  await page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await page.getByText('Mã kiểm tra').waitFor()
  await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, first)
  const second = await page.locator('h1').innerText()
  expect(await laidOver(page, '.said', ['.house', '.vow', '.pad', '.foot'])).toEqual([])
  await draw(page)
  await page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, second)
  await page.goto(`${site.url}/field/#/outbox`)
  await page.locator('.list .row').first().waitFor()
  expect(await page.locator('.list .row').count()).toBe(2)
  expect(await axeViolations(page)).toEqual([])
  expect(await signedOf()).toBe(before)

  await backInReach(page)
  await page.getByText('Không còn phiếu nào chờ gửi').waitFor()
  expect(await signedOf()).toBe(before + 2)
  expect(faults).toEqual([])
  await page.context().close()
})

test('nothing on the phone can be read without the PIN, whatever is done on it, and ten wrong ones erase it', async () => {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  await beginPhone(page)
  await pull(page)
  const { rows } = await sql<{ word: string }>`
    select distinct unnest(array[name, address]) as word from roster_entry where commune_id = ${areaId('12322')}`.execute(
    site.parts.db,
  )
  const people = rows.flatMap(({ word }) => (word.length > 4 ? word : []))
  expect(people.length).toBeGreaterThan(60)
  const address = 'Ngõ 7, xóm Đình Cao'
  const nothingReadable = async () => {
    const { store, elsewhere } = await lyingOn(page)
    expect(store.length).toBeGreaterThan(1_000)
    // The application itself lies in the cache.
    expect(elsewhere.length).toBeGreaterThan(10_000)
    for (const word of [...people, address, pin])
      expect([store.includes(word), elsewhere.includes(word), word]).toEqual([false, false, word])
    for (const word of ['household-heads', 'Ngọc Thanh', 'commitments.', 'absent']) expect(store).not.toContain(word)
  }
  await nothingReadable()
  await page.context().setOffline(true)
  await openFirst(page)
  await sign(page)
  await nothingReadable()
  await page.getByRole('button', { name: 'Chưa ký được' }).click()
  await page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await page.locator('.pad canvas').waitFor()
  await nothingReadable()
  await page.getByRole('button', { name: 'Sửa thông tin' }).click()
  await page.getByLabel('Địa chỉ').fill(address)
  await page.getByRole('button', { name: 'Lưu thông tin đã sửa' }).click()
  await page.locator('.pad canvas').waitFor()
  await page.goto(`${site.url}/field/#/outbox`)
  await page.locator('.list .row').nth(2).waitFor()
  await nothingReadable()
  await backInReach(page)
  await page.getByText('Không còn phiếu nào chờ gửi').waitFor()
  await nothingReadable()

  await page.goto(`${site.url}/field/#/`)
  await page.getByRole('button', { name: 'Khóa máy bằng mã PIN' }).click()
  for (let wrong = 1; wrong <= 10; wrong += 1) {
    await page.getByLabel('Mã PIN', { exact: true }).fill('000001')
    await page.keyboard.press('Enter')
    if (wrong < 10) await page.getByText(`Còn ${10 - wrong} lần thử`).waitFor()
    // A new try is not to be had by opening the page again.
    if (wrong === 5) await page.reload()
  }
  await page.getByText('Dữ liệu trong máy đã xóa').first().waitFor()
  expect((await lyingOn(page)).store.length).toBeLessThan(50)
  await page.context().close()
})

test('a lost phone is emptied at its next contact, and what was signed there reaches the office', async () => {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  await beginPhone(page, 'Máy rơi ở chợ')
  await pull(page)
  await page.context().setOffline(true)
  await openFirst(page)
  await sign(page)
  // The office orders it on its screen, and sees it confirmed.
  const office = await site.enter('ngocthanh', '/app/field')
  const line = office.locator('tr', { hasText: 'Máy rơi ở chợ' })
  await line.getByRole('button', { name: /^Xóa từ xa/ }).click()
  await office.getByRole('button', { name: 'Ra lệnh xóa máy' }).click()
  await office.getByText('Ghi lý do xóa máy').first().waitFor()
  expect(await axeViolations(office)).toEqual([])
  await office.getByLabel('Lý do').fill('Rơi ở chợ')
  await office.getByRole('button', { name: 'Ra lệnh xóa máy' }).click()
  const ordered = line.getByText('Đã ra lệnh xóa, chờ máy báo xong')
  await ordered.waitFor()
  expect(await axeViolations(office)).toEqual([])

  // It empties itself; what it says of that is lost on the way, and the office says no more than it knows.
  await page.context().route('**/api/field/wiped', (route) => route.abort())
  await backInReach(page)
  await page.getByText('Dữ liệu trong máy đã xóa').first().waitFor()
  const left = { vault: 0, rows: 0, outbox: 0, carried: 0 }
  await expect.poll(() => storeCounts(page)).toEqual({ ...left, wiped: 1 })
  await office.reload()
  await ordered.waitFor()
  await page.context().unroute('**/api/field/wiped')
  await page.reload()
  await expect.poll(() => storeCounts(page)).toEqual({ ...left, wiped: 0 })
  await office.reload()
  await line.getByText(/^Đã xóa/).waitFor()

  // What was signed on it waits there with its ink; accepted, it counts.
  const before = await signedOf()
  await office.getByRole('link', { name: 'từ máy chờ quyết định' }).click()
  await office.getByRole('img', { name: /^Nét ký/ }).waitFor()
  expect(await axeViolations(office)).toEqual([])
  await office.getByRole('button', { name: /^Nhận phiếu/ }).click()
  expect(await axeViolations(office)).toEqual([])
  await office.locator('dialog').getByRole('button', { name: 'Nhận', exact: true }).click()
  await office.getByText('Không có phiếu nào chờ quyết định').waitFor()
  expect(await signedOf()).toBe(before + 1)
  await Promise.all([page.context().close(), office.context().close()])
})

test('the silent phone of the demonstration stands beside its hamlet and beside the whole drive, once', async () => {
  await dateDevices(site.parts.db, new Date())
  const within = areaId('12322')
  const page = await site.enter('ngocthanh', `/app/commitments/${demoId('drive:2024')}?within=${within}`)
  const said = '1 máy đi cơ sở im tiếng quá 3 ngày'
  await page.locator('tr', { hasText: 'Đông' }).getByText(said).waitFor()
  await page.locator('.coverage-total').getByText(said).waitFor()
  expect(await page.locator('tr').getByText('im tiếng').count()).toBe(1)
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
})

test('after seven days unseen the roster is gone; what was signed is only to be sent, by file too', async () => {
  const page = await site.enter('ngocthanh', '/field/', { size: 'narrow' })
  await beginPhone(page)
  await pull(page)
  await page.context().setOffline(true)
  await openFirst(page)
  await sign(page)
  const before = await signedOf()
  await page.clock.install({ time: new Date(Date.now() + 8 * 86_400_000) })
  await page.goto(`${site.url}/field/`)
  await page.reload()
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByText('Máy đã hơn 7 ngày chưa liên lạc').waitFor()
  expect(await axeViolations(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lưu tệp kín' }).click()
  const file = readFileSync(await (await download).path())
  await page.context().close()

  // The office takes in a file that is none, by name; then the real one.
  const office = await site.enter('xa', '/app/field/take')
  const chooser = office.locator('input[type=file]')
  await chooser.setInputFiles({ name: 'cat.byb', mimeType: 'application/octet-stream', buffer: Buffer.from('a cat') })
  await office.getByRole('button', { name: 'Nhận tệp' }).click()
  await office.getByText('Không mở được tệp này').first().waitFor()
  await office.getByRole('button', { name: /^Bỏ tệp/ }).click()
  await chooser.setInputFiles({ name: 'phieu-kin.byb', mimeType: 'application/octet-stream', buffer: file })
  await office.getByRole('button', { name: 'Nhận tệp' }).click()
  await office.getByText('Đã nhận 1 phiếu').waitFor()
  expect(await axeViolations(office)).toEqual([])
  expect(await signedOf()).toBe(before + 1)
  await office.context().close()

  // Another phone, of somebody else, carries the same file: it counts once.
  const other = await site.enter('xa', '/field/', { size: 'narrow' })
  await beginPhone(other)
  await other.goto(`${site.url}/field/#/carry`)
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'phieu-kin.byb', mimeType: 'application/octet-stream', buffer: file })
  await expect.poll(() => carriedLeft(other), { timeout: 15_000 }).toBe(0)
  expect(await signedOf()).toBe(before + 1)
  await other.context().close()
})

test('the head of a school pulls its members and has them sign; what is not theirs to do is not offered', async () => {
  const communeId = areaId('12280')
  await storeList(site.parts.db, {
    id: uuidv7(),
    communeId,
    groupId: 'party-members',
    bodyId: bodyId('12280', 'Trường THCS Lương Bằng'),
    title: 'Chi bộ nhà trường',
    asOf: '2024-10-01',
    source: 'Thử',
    personId: null,
    entries: [{ id: uuidv7(), name: 'Đặng Thị Hòa', address: '' }],
  })
  const page = await site.enter('coquan', '/field/', { size: 'narrow' })
  await beginPhone(page)
  await pull(page)
  await openFirst(page)
  expect(await page.getByRole('button', { name: 'Sửa thông tin' }).count()).toBe(0)
  expect(await axeViolations(page)).toEqual([])
  const before = await signedOf()
  await sign(page)
  await page.goto(`${site.url}/field/#/outbox`)
  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await page.getByText('Không còn phiếu nào chờ gửi').waitFor()
  expect(await signedOf()).toBe(before + 1)
  await page.context().close()
})
