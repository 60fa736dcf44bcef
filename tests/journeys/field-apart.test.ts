// Phones and an office that do not hear of each other: they change the same household, and one fact said two ways is shown on
// every screen until somebody chooses; and what was signed comes to the office by QR codes, from screen to camera.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, type Page } from '../../platform/testing/browser.ts'
import { backInReach, beginPhone, carriedLeft, openFirst, pull, sign } from '../support/phone.ts'
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
  await office.getByText('Chọn cách ghi đúng', { exact: true }).waitFor()
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

/** The pictures of the codes that a phone shows, one after another. */
async function codesOf(page: Page): Promise<Buffer[]> {
  await page.goto(`${site.url}/field/#/carry`)
  await page.getByRole('button', { name: 'Hiện chuỗi mã QR' }).click()
  const figure = page.locator('.codes')
  const [, count = '1'] = /trên (\d+)/.exec(await figure.locator('figcaption').innerText()) ?? []
  const pictures = new Map<string, Buffer>()
  while (pictures.size < Number(count)) {
    const name = await figure.locator('figcaption').innerText()
    // What stands on the screen, not what is still being drawn.
    await figure.locator('img').evaluate((img: HTMLImageElement) => img.decode().catch(() => undefined))
    const code = await figure.locator('img').screenshot()
    // Only one that did not change while it was taken.
    if ((await figure.locator('figcaption').innerText()) === name) pictures.set(name, code)
  }
  return [...pictures.values()]
}

/** A camera that sees these pictures, one after another: the browser's own canvas as the stream of a camera. */
const seeWithCamera = (page: Page, pictures: readonly Buffer[]) =>
  page.addInitScript(
    (sources) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 640
      const pen = canvas.getContext('2d')
      let at = 0
      setInterval(() => {
        const image = new Image()
        image.onload = () => {
          if (!pen) return
          pen.fillStyle = '#777'
          pen.fillRect(0, 0, 640, 640)
          pen.drawImage(image, 90, 90, 460, 460)
        }
        image.src = sources[at % sources.length] ?? ''
        at += 1
      }, 300)
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10))
    },
    pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`),
  )

const promises = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from commitment_promise where way = 'ink'`.execute(site.parts.db))
    .rows[0]?.n ?? 0

test('with no network the outbox goes by QR codes: to another phone’s camera, and to the office by pictures', async () => {
  const first = await phoneOf('Máy không mạng')
  await openFirst(first)
  await sign(first)
  const before = await promises()
  const codes = await codesOf(first)
  await first.context().close()

  // The office chooses a picture without any code, then those of the phone.
  const office = await site.enter('xa', '/app/field/take')
  await office.getByRole('link', { name: 'Đọc mã QR' }).click()
  await office.getByText('Chưa đọc được mã nào').waitFor()
  const chooser = office.locator('input[type=file]')
  const blank = await office.screenshot()
  const pictures = (buffers: Buffer[]) =>
    buffers.map((buffer, at) => ({ name: `${at}.png`, mimeType: 'image/png', buffer }))
  await chooser.setInputFiles(pictures([blank]))
  await office.getByText('Không thấy mã nào').waitFor()
  expect(await axeViolations(office)).toEqual([])
  await chooser.setInputFiles(pictures(codes))
  await office.getByText('Đã nhận 1 phiếu').waitFor()
  expect(await promises()).toBe(before + 1)
  await office.context().close()

  // Another phone saw them too, and brings them again: once is once.
  const other = await site.enter('xa', '/field/', { size: 'narrow' })
  await seeWithCamera(other, codes)
  await other.reload()
  await beginPhone(other)
  await other.goto(`${site.url}/field/#/read`)
  await other.getByText('Đã nhận tệp').waitFor()
  await expect.poll(() => carriedLeft(other), { timeout: 15_000 }).toBe(0)
  expect(await promises()).toBe(before + 1)
  await other.context().close()
})
