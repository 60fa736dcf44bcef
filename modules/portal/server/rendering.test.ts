// The portal in a real browser: readable by everybody, light and dark, wide and narrow, light in weight, without a script.

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  axeViolations,
  type Browser,
  everyLook,
  look,
  openBrowser,
  openPage,
  type Page,
  scrollsSideways,
  widths,
} from '../../../platform/testing/browser.ts'
import { type World, world } from '../../../tests/support/world.ts'
import { portalRoutes } from './public.ts'
import { slice } from './slice.ts'

const pages = {
  home: '/',
  news: '/tin',
  article: '/tin/hoi-nghi-phat-dong-xay-dung-huyen-kim-dong-khong-co-ma-tuy',
  corrected: '/tin/ra-soat-co-so-kinh-doanh-co-dieu-kien-ve-an-ninh-trat-tu',
  areas: '/dia-ban',
  'areas-2025': '/dia-ban?ngay=2025-07-02',
  area: '/dia-ban/12307?ngay=2025-07-02',
  recognise: '/nhan-biet',
  help: '/giup-do',
  documents: '/van-ban',
  check: '/kiem-tra?so=1',
  accessibility: '/tiep-can',
  missing: '/khong-co-trang-nay',
}

let w: World
let browser: Browser
let origin = ''
let close: () => void
beforeAll(async () => {
  w = await world([slice])
  browser = await openBrowser()
  const server = serve({
    fetch: portalRoutes(w.parts, { publicUrl: 'http://localhost', logLevel: 'silent' }).fetch,
    port: 0,
  })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(async () => {
  await browser.close()
  close()
  await w.database.drop()
})

/** What stands on the page, its figures left out: each visit is counted. */
async function wordsOf(page: Page): Promise<string[]> {
  const words = (await page.locator('body').innerText()).replace(/[\d.,]+/g, '#').split(/\s+/)
  expect(words.length).toBeGreaterThan(20)
  return words
}

const inEnglish = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}lang=en`

// Each width and each theme once with each language; before a release all of them.
const looks = (Object.keys(widths) as (keyof typeof widths)[]).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['vi', 'en'] as const)
      .filter((language) => everyLook || (language === 'vi') === ((size === 'wide') === (theme === 'light')))
      .map((language) => ({ size, theme, language })),
  ),
)
for (const { size, theme, language } of looks)
  test(`every page is sound at ${widths[size].width}, ${theme}, ${language}, and reads the same with scripts switched off`, {
    timeout: 120_000,
  }, async () => {
    const page = await openPage(browser, { size, theme })
    // Nothing can be asked of a page without scripts but what it shows: axe looks at the other one.
    const plain = await openPage(browser, { size, theme, javaScriptEnabled: false })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (request) => request.url().startsWith(origin) || faults.push(request.url()))
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(origin + (language === 'en' ? inEnglish(address) : address))
      expect(await page.getAttribute('html', 'lang'), name).toBe(language)
      await plain.goto(page.url())
      expect(await wordsOf(plain), name).toEqual(await wordsOf(page))
      expect(await axeViolations(page), name).toEqual([])
      expect(await scrollsSideways(page), name).toBe(false)
      await look(page, `portal-${name}-${size}-${language}-${theme}`, { full: true })
    }
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await page.context().close()
    await plain.context().close()
  })

test('no page weighs more than 60 kB with the typefaces kept, the pictures counted', { timeout: 60_000 }, async () => {
  const page = await openPage(browser, { javaScriptEnabled: false })
  let bytes = 0
  page.on('response', async (response) => {
    if (response.url().includes('/portal/fonts/')) return
    bytes += (await response.body().catch(() => Buffer.alloc(0))).length
  })
  for (const address of Object.values(pages)) {
    bytes = 0
    await page.goto(origin + address, { waitUntil: 'networkidle' })
    expect(bytes, address).toBeLessThan(60 * 1024)
  }
  await page.context().close()
})

test('a reader finds the way by keyboard: skip link, menu, the map', { timeout: 60_000 }, async () => {
  const page = await openPage(browser)
  await page.goto(origin)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
  await page.locator('a.hx', { hasText: 'Song' }).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/dia-ban/12301')
  expect(await page.locator('h1').textContent()).toBe('Xã Song Mai')
  await page.context().close()
})

test('what an item is made of stands apart: paragraphs, lists, headings, pictures', { timeout: 60_000 }, async () => {
  const page = await openPage(browser)
  await page.goto(origin + pages.article)
  const gaps = await page.locator('.text').evaluate((text) => {
    const boxes = [...text.children].map((block) => block.getBoundingClientRect())
    const above = text.previousElementSibling?.getBoundingClientRect()
    return boxes.map((box, at) => box.top - (boxes[at - 1] ?? above ?? box).bottom)
  })
  expect(gaps.length).toBeGreaterThan(3)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8)
  await page.context().close()
})

test('the day of the list is a plain form', { timeout: 60_000 }, async () => {
  const page = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${origin}/dia-ban`)
  await page.fill('#ngay', '02/07/2025')
  await page.click('.day button')
  await page.waitForURL('**/dia-ban?ngay=02%2F07%2F2025')
  expect(await page.locator('.list tbody tr').count()).toBe(4)
  await page.click('nav a[lang=en]')
  expect(await page.locator('h1').textContent()).toBe('Recognised areas')
  expect(await page.inputValue('#ngay')).toBe('02/07/2025')
  await page.context().close()
})
