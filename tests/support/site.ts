// The whole product on a port of its own, with the demonstration, for journeys in a real browser.
//
//   const site = await openSite()
//   const page = await site.enter('huyen')            // signed in, on the home screen
//   afterAll(() => site.close())

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { listen } from '../../app/listen.ts'
import { buildSite } from '../../app/server.ts'
import { buildWebWhenChanged } from '../../app/web-build.ts'
import { prepareDemoSignIns } from '../../modules/access/server/public.ts'
import { openLog } from '../../platform/server/log.ts'
import type { Parts } from '../../platform/server/slice.ts'
import { readSettings } from '../../platform/settings.ts'
import { type Browser, openBrowser, openPage, type Page, type PageOptions } from '../../platform/testing/browser.ts'
import { freshDatabase } from '../../platform/testing/database.ts'
import { loadKimDong } from '../../programmes/kim-dong-2024/load.ts'

/** The invented people of the demonstration that can sign in, by the first part of their address. */
export type DemoKey = 'tinh' | 'huyen' | 'xa' | 'thon' | 'coquan' | 'kiemtra' | 'quantri' | 'ngocthanh'

export type Site = {
  url: string
  browser: Browser
  parts: Parts
  /** A page in a context of its own, signed in as this person; `address` is where it opens. */
  enter(who: DemoKey, address?: string, options?: PageOptions): Promise<Page>
  /** A page of somebody who is not signed in. */
  visit(address: string, options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-site-'))
  const [database] = await Promise.all([freshDatabase(), buildWebWhenChanged()])
  await loadKimDong(database.db)
  const port = await freePort()
  const settings = readSettings({ BINHYEN_PORT: String(port), BINHYEN_DATA: data, BINHYEN_LOG_LEVEL: 'silent' })
  const signIns = await prepareDemoSignIns(database.db, settings)
  const product = {
    settings,
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  const { site, parts } = await buildSite(product, openLog('silent'))
  const listening = await listen(site.fetch, settings)
  const browser = await openBrowser()
  const url = settings.publicUrl
  const visit = async (address: string, options?: PageOptions): Promise<Page> => {
    const page = await openPage(browser, options)
    await page.goto(url + address, { waitUntil: 'networkidle' })
    return page
  }
  return {
    url,
    browser,
    parts,
    visit,
    enter: async (who, address = '/app/', options) => {
      const page = await openPage(browser, options)
      const known = signIns.find((each) => each.email === `${who}@demo.example`)
      const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
        data: { email: known?.email, password: known?.password },
        headers: { origin: url },
      })
      expect(answer.status(), await answer.text()).toBe(200)
      await page.goto(url + address, { waitUntil: 'networkidle' })
      return page
    },
    close: async () => {
      await browser.close()
      await listening.close()
      await database.drop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
