// The whole site in hand, without a port: every test speaks to it as a browser on http://localhost:8080 does.

import type { Hono } from 'hono'
import { expect, inject } from 'vitest'
import { buildSite } from '../../app/server.ts'
import { setPassword } from '../../modules/access/server/sign-in/accounts.ts'
import { openLog } from '../../platform/server/log.ts'
import { readSettings } from '../../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { personId } from '../../programmes/kim-dong-2024/ids.ts'

export const origin = 'http://localhost:8080'
export const password = 'trăng rằm soi bến đò 41'
export const json = { 'content-type': 'application/json' }

export type SiteInHand = {
  database: TestDatabase
  /** For a port of its own. */
  fetch: Hono['fetch']
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Signs the officer of the town in; answers the cookie. */
  signIn(more?: Record<string, string>): Promise<string>
}

export const codeOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: unknown }).code

export async function openSiteInHand(): Promise<SiteInHand> {
  const database = await freshDatabase(inject('kimDongTemplate'))
  await setPassword(database.db, personId('xa'), password)
  const product = {
    settings: readSettings({ BINHYEN_PORT: '8080', BINHYEN_LOG_LEVEL: 'silent' }),
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  const site: Hono = (await buildSite(product, openLog('silent'))).site
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(site.request(`${origin}${path}`, { ...init, headers: { host: 'localhost:8080', ...init.headers } }))
  const signIn = async (more: Record<string, string> = {}): Promise<string> => {
    const answer = await ask('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { ...json, origin, ...more },
      body: JSON.stringify({ email: 'xa@demo.example', password }),
    })
    expect(answer.status).toBe(200)
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
  return { database, fetch: site.fetch, ask, signIn }
}
