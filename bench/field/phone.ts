// The phone application in a real browser with touch, its processor slowed four times, three thousand households in its locked
// store and no network: how long from the PIN to the households.

import { sql } from 'kysely'
import { buildWebWhenChanged } from '../../app/web-build.ts'
import { openBrowser, openPage, type Page } from '../../platform/testing/browser.ts'
import type { prepareGround } from '../signing/ground.ts'

const rounds = 5
const slowness = 4
const pin = '482915'

type Ground = Awaited<ReturnType<typeof prepareGround>>

/** Pulled and out of reach, on the list of its households. */
export async function openOffline(ground: Ground, communeId: string): Promise<{ page: Page; close(): Promise<void> }> {
  await sql`
    insert into roster_count (commune_id, place_id, group_id, on_date, entries)
    select commune_id, place_id, group_id, '2024-01-01', count(*) from roster_entry where commune_id = ${communeId}
    group by 1, 2, 3 on conflict do nothing`.execute(ground.db)
  await buildWebWhenChanged()
  const browser = await openBrowser()
  const page = await openPage(browser, { size: 'narrow', hasTouch: true, isMobile: true })
  const cookies = ground.cookie.split('; ').map((cookie) => cookie.split(/=(.*)/s))
  await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: ground.url })))
  await page.goto(`${ground.url}/field/`, { waitUntil: 'networkidle' })
  await page.locator('input').nth(0).fill(pin)
  await page.locator('input').nth(1).fill(pin)
  await page.locator('button.big').click()
  const name = await sql<{ name: string }>`select name from area_unit where id = ${communeId}`.execute(ground.db)
  await page
    .locator('button.ham', { hasText: name.rows[0]?.name ?? '' })
    .first()
    .click()
  await page.locator('a.ham').first().waitFor()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await page.context().setOffline(true)
  await page.goto(`${ground.url}/field/#/h/${communeId}`)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  return { page, close: () => browser.close() }
}

/** Milliseconds of each round, from the PIN being confirmed until the first household can be touched. */
export async function openings(page: Page): Promise<number[]> {
  const found: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.reload()
    await page.locator('input').fill(pin)
    await page.evaluate(() => performance.mark('confirmed'))
    await page.keyboard.press('Enter')
    await page.locator('.rows a.row').first().waitFor()
    // Two frames later it has been painted.
    found.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const confirmed = performance.getEntriesByName('confirmed').at(-1)?.startTime ?? 0
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - confirmed)))
          }),
      ),
    )
  }
  return found
}
