// Over a real socket: who calls is what the socket or a trusted proxy says, and how often they may is counted by that.

import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Listening, listen } from '../app/listen.ts'
import { buildSite } from '../app/server.ts'
import { setPassword } from '../modules/access/server/sign-in/accounts.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { openLog } from '../platform/server/log.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { personId } from '../programmes/kim-dong-2024/ids.ts'

const password = 'trăng rằm soi bến đò 41'
const made = '203.0.113.77'
const told = '198.51.100.9'

let database: TestDatabase
const opened: Listening[] = []
beforeAll(async () => {
  database = await freshDatabase(inject('kimDongTemplate'))
  await setPassword(database.db, personId('xa'), password)
})
afterAll(async () => {
  for (const each of opened) await each.close()
  await database.drop()
})

async function openPort(more: Record<string, string> = {}): Promise<string> {
  const port = await freePort()
  const settings = readSettings({ BINHYEN_PORT: String(port), ...more })
  const product = {
    settings,
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  const { site } = await buildSite(product, openLog('silent'))
  opened.push(await listen(site.fetch, settings))
  return `http://127.0.0.1:${port}`
}

async function signIn(url: string, forwarded: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'x-forwarded-for': forwarded },
    body: JSON.stringify({ email: 'xa@demo.example', password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

const devices = async (url: string, cookie: string): Promise<string> =>
  (await fetch(`${url}/api/access/sessions`, { headers: { cookie } })).text()

async function knock(url: string, times: number, headers: Record<string, string> = {}) {
  const began = performance.now()
  const answers = await Promise.all(Array.from({ length: times }, () => fetch(`${url}/api/no/such`, { headers })))
  const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as { code: string }))
  const refused = answers.filter((answer) => answer.status === 429)
  const seconds = (performance.now() - began) / 1000
  return { let: times - refused.length, refused, codes: new Set(bodies.map(({ code }) => code)), seconds }
}

test('an address that a caller makes up is not written down', async () => {
  const url = await openPort()
  const list = await devices(url, await signIn(url, made))
  expect(list).toContain('127.0.0.1')
  expect(list).not.toContain(made)
})

test('behind a trusted proxy the address is what the proxy adds, not what stood there before', async () => {
  const url = await openPort({ BINHYEN_TRUSTED_PROXIES: '127.0.0.1' })
  const list = await devices(url, await signIn(url, `${made}, ${told}`))
  expect(list).toContain(told)
  expect(list).not.toContain(made)
})

test('too many are refused by name, with the time to wait; another address and a person signed in are not', async () => {
  const url = await openPort({ BINHYEN_TRUSTED_PROXIES: '1', BINHYEN_REQUESTS_PER_ADDRESS: '5' })
  const cookie = await signIn(url, told)
  await devices(url, cookie)
  const { let: through, refused, codes, seconds } = await knock(url, 60, { 'x-forwarded-for': `${made}, ${told}` })
  // Four seconds' worth at once, and what came back while a busy machine took its time.
  expect(through).toBeLessThanOrEqual(20 + Math.ceil(5 * seconds))
  expect(codes).toEqual(new Set(['platform.not_found', 'platform.too_many']))
  expect(refused[0]?.headers.get('retry-after')).toBe('1')
  expect(refused[0]?.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await knock(url, 1, { 'x-forwarded-for': '198.51.100.10' })).let).toBe(1)
  expect((await knock(url, 200, { 'x-forwarded-for': told, cookie })).let).toBe(200)
})

test('the limit holds without any setting; a proxy that nobody named does not make one caller of all', async () => {
  const url = await openPort()
  let refused = 0
  // On a busy machine some of the bucket comes back while one knocks.
  for (let tries = 0; refused === 0 && tries < 10; tries += 1) refused = (await knock(url, 260)).refused.length
  expect(refused).toBeGreaterThan(0)
  expect((await knock(url, 260, { 'x-forwarded-for': told })).let).toBe(260)
})
