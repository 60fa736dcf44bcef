// What is used outside the office's screens, in both widths, themes and languages: the phone application from its PIN to its
// outbox, the page where one signs on a phone of one's own, the check of a promise, and the page about the interfaces. axe finds
// nothing, nothing is scrolled sideways, and no word is left in the other language.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  everyLook,
  type Page,
  scrollsSideways,
  type Theme,
  themesOf,
  violationsInThemes,
} from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { draw, pin } from '../support/phone.ts'
import { openSite, type Site } from '../support/site.ts'
import { type Typed, typedByPeople, wrongTongue } from '../support/tongue.ts'

let site: Site
let typed: Typed
beforeAll(async () => {
  site = await openSite()
  typed = await typedByPeople(site.parts.db)
}, 120_000)
afterAll(() => site?.close())

type Look = { size: 'wide' | 'narrow'; language: 'vi' | 'en'; theme: Theme }
const looks: readonly Look[] = [
  { size: 'narrow', language: 'en', theme: 'dark' },
  { size: 'narrow', language: 'vi', theme: 'light' },
  { size: 'wide', language: 'vi', theme: 'dark' },
  { size: 'wide', language: 'en', theme: 'light' },
]
const chosen = everyLook ? looks : looks.slice(0, 1)

async function reads(page: Page, faults: string[], name: string, themes: readonly Theme[]): Promise<void> {
  for (const violation of await violationsInThemes(page, name, themes)) faults.push(`${name}: ${violation}`)
  if (await scrollsSideways(page)) faults.push(`${name}: scrolls sideways`)
}

/** The page speaks the language that was chosen. */
async function speaks(page: Page, faults: string[], name: string, language: Look['language']): Promise<void> {
  for (const fault of await wrongTongue(page, { language, typed })) faults.push(`${name}: ${fault}`)
}

test.each(chosen)('the phone application at $size, $theme, $language', { timeout: 240_000 }, async (look) => {
  const faults: string[] = []
  const page = await site.enter('ngocthanh', '/field/', { ...look, reducedMotion: 'reduce' })
  page.on('pageerror', (fault) => faults.push(fault.message))
  const isRead = async (screen: string) => {
    const name = `field-${look.size}-${look.language}-${screen}`
    await reads(page, faults, name, themesOf(look))
    await speaks(page, faults, name, look.language)
  }
  const pins = page.locator('input[type=password]')
  await pins.nth(1).waitFor()
  await isRead('pin')
  for (const at of [0, 1]) await pins.nth(at).fill(pin)
  await page.keyboard.press('Enter')
  await page.locator('button.ham').first().waitFor()
  await isRead('places')
  await page.locator('button.ham').first().click()
  await page.locator('a.ham').first().click()
  await page.locator('a.row').first().waitFor()
  await isRead('households')
  await page.context().setOffline(true)
  await page.locator('a.row:not(.signed)').first().click()
  await page.locator('.pad canvas').waitFor()
  const household = page.url()
  await isRead('sign')
  await draw(page)
  await page.locator('.foot button').first().click()
  await page.locator('.said').waitFor()
  await isRead('signed')
  for (const [screen, hash] of [
    ['correct', `${new URL(household).hash}/correct`],
    ['outbox', '#/outbox'],
    ['attention', '#/attention'],
    ['carry', '#/carry'],
    ['settings', '#/settings'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = to
    }, hash)
    await page.locator('h1').waitFor()
    await isRead(screen)
  }
  await page.reload()
  await pins.first().waitFor()
  await isRead('locked')
  await page.context().close()
  expect(faults).toEqual([])
})

/** A link for somebody who has not signed, as the officer of the commune makes it. */
async function makeLink(): Promise<string> {
  const page = await site.enter('xa')
  const communeId = areaId('12280')
  const { rows } = await sql<{ id: string; hamlet_id: string | null }>`
    select id, hamlet_id from roster_entry entry where commune_id = ${communeId} and ended_on is null
      and group_id = 'household-heads' and not exists (select 1 from commitment_promise where entry_id = entry.id)
    order by id desc limit 1`.execute(site.parts.db)
  const made = await page.request.post(`${site.url}/api/links/make`, {
    data: { driveId: demoId('drive:2024'), communeId, hamletId: rows[0]?.hamlet_id, entryIds: [rows[0]?.id] },
    headers: { origin: site.url, 'idempotency-key': uuidv7() },
  })
  expect(made.status(), await made.text()).toBe(200)
  const { links } = (await made.json()) as { links: { token: string }[] }
  await page.context().close()
  return links[0]?.token ?? ''
}

test.each(chosen)('pages for everybody at $size, $theme, $language', { timeout: 240_000 }, async (look) => {
  const faults: string[] = []
  const code = (await sql<{ code: string }>`select code from commitment_promise limit 1`.execute(site.parts.db)).rows[0]
  const pages = {
    link: `/k/${await makeLink()}`,
    'link-gone': `/k/${'x'.repeat(27)}`,
    check: '/v',
    genuine: `/v/${code?.code}`,
    'no-such-code': '/v/0000-0000-0000-0000',
    interfaces: '/api/docs',
  }
  // These follow the theme of the device; there is no switch on them.
  for (const theme of themesOf(look)) {
    const page = await site.visit('/', { ...look, theme })
    for (const [screen, address] of Object.entries(pages)) {
      const name = `outside-${look.size}-${look.language}-${screen}`
      await page.goto(`${site.url}${address}${look.language === 'en' ? '?lang=en' : ''}`, { waitUntil: 'networkidle' })
      await reads(page, faults, name, [theme])
      if (screen !== 'interfaces') await speaks(page, faults, name, look.language)
    }
    await page.context().close()
  }
  expect(faults).toEqual([])
})
