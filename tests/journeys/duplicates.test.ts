// Likely duplicates in a real browser, without a mouse: walk the pairs, merge one, keep one apart, put one off, take back.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const commune = areaId('12322')
const standing = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from roster_entry where commune_id = ${commune} and ended_on is null`.execute(
    site.parts.db,
  )
  return rows[0]?.n ?? 0
}

/** On a busy machine an answer takes a while. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

test('four pairs of the demonstration are decided by keys, and each decision is taken back', {
  timeout: 120_000,
}, async () => {
  const before = await standing()
  const page = await site.enter('ngocthanh', `/app/rosters/${commune}/duplicates`, { language: 'en' })
  const pairs = page.locator('[data-pair]')
  await soon(() => pairs.count()).toBe(4)
  await pairs.first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await pairs.nth(1).evaluate((card) => card === document.activeElement)).toBe(true)
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'Merge', exact: true }).focus()
  await page.keyboard.press('Enter')
  await soon(() => pairs.count()).toBe(3)
  expect(await standing()).toBe(before - 1)
  // The keys go on with the pair that stands in the place of the decided one.
  await soon(() => pairs.nth(1).evaluate((card) => card === document.activeElement)).toBe(true)
  await page.keyboard.press('2')
  await soon(() => pairs.count()).toBe(2)
  await soon(() => pairs.nth(1).evaluate((card) => card === document.activeElement)).toBe(true)
  await page.keyboard.press('3')
  await soon(() => pairs.count()).toBe(1)
  await page.getByRole('button', { name: 'Decided (2)' }).focus()
  await page.keyboard.press('Enter')
  await soon(() => pairs.count()).toBe(2)
  for (const left of [1, 0]) {
    await pairs.first().getByRole('button', { name: /^Undo/ }).focus()
    await page.keyboard.press('Enter')
    await soon(() => pairs.count()).toBe(left)
  }
  expect(await standing()).toBe(before)
})
