// The pictures of the README are taken from the real screens. `BINHYEN_TEST_PICTURES=docs/pictures npx vitest run
// tests/journeys/pictures.test.ts` takes them anew; without it they are taken to a folder that goes away.

import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

const folder = process.env.BINHYEN_TEST_PICTURES ?? mkdtempSync(path.join(tmpdir(), 'binhyen-pictures-'))
// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const staff = [
  ['home', '/app/'],
  ['area', `/app/areas/${areaId('12307')}?on=2026-11-22`],
  ['tasks', '/app/tasks'],
  ['programme', '/app/programme'],
] as const

test.each(staff)('the picture %s shows a real screen', async (name, address) => {
  const page = await site.enter('huyen', address)
  const file = path.join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  expect(statSync(file).size).toBeGreaterThan(30_000)
  await page.context().close()
})

test('the picture portal shows the public page', async () => {
  const page = await site.visit('/')
  const file = path.join(folder, 'portal.png')
  await page.screenshot({ path: file })
  expect(statSync(file).size).toBeGreaterThan(30_000)
  await page.context().close()
})
