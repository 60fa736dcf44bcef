// What a reader has to load, counted by a real browser with an empty cache as bytes on the wire: the staff application until
// its home screen stands, fonts and answers included; and the front page of the portal, fonts apart, with scripts turned off.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listen } from '../app/listen.ts'
import { buildSite } from '../app/server.ts'
import { buildWebWhenChanged } from '../app/web-build.ts'
import { prepareDemoSignIns } from '../modules/access/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { startThrowAway } from '../platform/database/throw-away.ts'
import { openLog } from '../platform/server/log.ts'
import { readSettings } from '../platform/settings.ts'
import { type Browser, openBrowser, openPage } from '../platform/testing/browser.ts'
import { weigh } from '../platform/testing/weigh.ts'
import { loadKimDong } from '../programmes/kim-dong-2024/load.ts'
import { atMost, type Bench, rounded } from './figure.ts'

type Person = { email: string; password: string }

export const bench: Bench = {
  name: 'weight',
  run: async () => {
    await buildWebWhenChanged()
    const scratch = await startThrowAway()
    await migrate(scratch.url)
    const database = await openDatabase(scratch.url)
    const port = await freePort()
    const data = mkdtempSync(path.join(tmpdir(), 'binhyen-weight-'))
    const settings = readSettings({ BINHYEN_PORT: String(port), BINHYEN_DATA: data })
    const browser = await openBrowser()
    try {
      await loadKimDong(database.db)
      const people = await prepareDemoSignIns(database.db, settings)
      const product = {
        settings,
        secret: 'x'.repeat(32),
        database: { ...database, url: scratch.url, embedded: undefined, migrated: [] },
      }
      const { site } = await buildSite(product, openLog('silent'))
      const listening = await listen(site.fetch, { host: '127.0.0.1', port })
      const origin = `http://localhost:${port}`
      const staff = await weighStaff(browser, origin, people.find((person) => person.email.startsWith('huyen'))!)
      const portal = await weighPortal(browser, origin)
      await listening.close()
      return [atMost('staff_kb', kilobytes(staff), 'kB', 300), atMost('portal_kb', kilobytes(portal), 'kB', 60)]
    } finally {
      await browser.close()
      await database.close()
      await scratch.stop()
      rmSync(data, { recursive: true, force: true })
    }
  },
}

const kilobytes = (bytes: number): number => rounded(bytes / 1000)

async function weighStaff(browser: Browser, origin: string, person: Person): Promise<number> {
  const page = await openPage(browser)
  await page.goto(`${origin}/healthz`)
  const signedIn = await page.evaluate(async ({ email, password }) => {
    const answer = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    return answer.ok
  }, person)
  if (!signedIn) throw new Error('the demonstration person cannot sign in')
  return weigh(page, `${origin}/app/`, async () => {
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
  })
}

async function weighPortal(browser: Browser, origin: string): Promise<number> {
  const page = await openPage(browser, { javaScriptEnabled: false })
  return weigh(page, `${origin}/`, () => page.waitForLoadState('load'), { fonts: false })
}
