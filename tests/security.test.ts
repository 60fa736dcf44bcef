// What holds of the whole site, whatever the module: other sites' pages, anonymous bodies, headers.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slices } from '../app/slices.ts'
import { fileLimit } from '../modules/documents/contract.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { codeOf, json, openSiteInHand, origin, password, type SiteInHand } from './support/site-in-hand.ts'

const town = areaId('12280')
const megabyte = 1024 * 1024
const operations = slices.flatMap((slice) => slice.handlers).map(({ operation }) => operation)

let site: SiteInHand
let ask: SiteInHand['ask']
let signIn: SiteInHand['signIn']
beforeAll(async () => {
  site = await openSiteInHand()
  ;({ ask, signIn } = site)
})
afterAll(() => site.database.drop())

/** A body of 2 GB that counts how much of it was taken. */
function endless() {
  let taken = 0
  const piece = new Uint8Array(megabyte / 4)
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        if (taken >= 2048 * megabyte) return stream.close()
        taken += piece.length
        stream.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
  return { init: { method: 'POST', body, duplex: 'half' } as RequestInit, taken: () => taken }
}

describe('pages of other sites', () => {
  test.each<Record<string, string>>([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://' },
    { origin: 'localhost:8080' },
    { origin: 'file://' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin },
    { 'sec-fetch-site': 'nonsense' },
  ])('a change asked for with %o is refused by name', async (headers) => {
    for (const path of ['/api/access/setLanguage', '/api/auth/sign-out', '/api/files?name=a.pdf']) {
      const answer = await ask(path, { method: 'POST', headers: { ...json, ...headers }, body: '{}' })
      expect(answer.status).toBe(403)
      expect(await codeOf(answer)).toBe('platform.cross_site')
    }
  })

  test.each<Record<string, string>>([{ origin }, { 'sec-fetch-site': 'same-origin' }, {}])(
    'our own pages and programs get further, with %o',
    async (headers) => {
      const answer = await ask('/api/access/setLanguage', {
        method: 'POST',
        headers: { ...json, ...headers },
        body: '{}',
      })
      expect(await codeOf(answer)).toBe('platform.not_signed_in')
    },
  )

  test('a form, which needs no leave of ours to be sent, is no command', async () => {
    const headers = { 'content-type': 'text/plain', cookie: await signIn() }
    const answer = await ask('/api/access/setLanguage', { method: 'POST', headers, body: '{"language":"en"}' })
    expect(await codeOf(answer)).toBe('platform.not_json')
  })
})

describe('bodies of 2 GB', () => {
  test('of somebody who is not signed in nothing is read', async () => {
    const uploads = [`/api/files?areaId=${town}&name=a.pdf`, '/api/areas/importUpload', '/api/rosters/importUpload']
    for (const path of [...uploads, '/api/field/push', '/api/field/bundle']) {
      const { init, taken } = endless()
      expect(await codeOf(await ask(path, init)), path).toBe('platform.not_signed_in')
      expect(taken()).toBe(0)
    }
  })

  test('of somebody who may send no such file nothing is read either', async () => {
    const { init, taken } = endless()
    const answer = await ask('/api/areas/importUpload', { ...init, headers: { cookie: await signIn() } })
    expect(await codeOf(answer)).toBe('platform.not_allowed')
    expect(taken()).toBe(0)
  })

  test('a file is refused as soon as it is too large', async () => {
    const { init, taken } = endless()
    const path = `/api/files?areaId=${town}&name=a.pdf`
    const answer = await ask(path, { ...init, headers: { cookie: await signIn() } })
    expect(answer.status).toBe(413)
    expect(taken()).toBeLessThanOrEqual(fileLimit + megabyte)
    const said = await ask(path, {
      method: 'POST',
      headers: { cookie: await signIn(), 'content-length': String(2048 * megabyte) },
      body: 'x',
    })
    expect(await codeOf(said)).toBe('platform.too_large')
  })

  test('sign-in and commands take little', async () => {
    for (const path of ['/api/auth/sign-in/email', '/api/auth/invitation', '/api/access/setLanguage']) {
      const { init, taken } = endless()
      const answer = await ask(path, { ...init, headers: json })
      expect(await codeOf(answer)).toBe('platform.too_large')
      expect(taken()).toBeLessThanOrEqual(2 * megabyte)
    }
  })
})

describe('who may', () => {
  test('every operation that is not public is refused to somebody who is not signed in', async () => {
    const open: string[] = []
    for (const { name, kind, path, permission } of operations) {
      const address = path.replace(/\{\w+\}/g, 'x')
      const answer =
        kind === 'query' ? await ask(address) : await ask(address, { method: 'POST', headers: json, body: '{}' })
      if (answer.status !== 401) open.push(name)
      if (permission === 'public') expect([200, 404, 422]).toContain(answer.status)
    }
    expect(open.toSorted()).toEqual(
      operations
        .filter(({ permission }) => permission === 'public')
        .map(({ name }) => name)
        .toSorted(),
    )
  })

  test('the address of a device is what the socket knows, whatever headers claim', async () => {
    const claimed = '203.0.113.77'
    const headers = {
      'x-binhyen-address': claimed,
      'x-forwarded-for': claimed,
      'x-real-ip': claimed,
      forwarded: `for=${claimed}`,
    }
    const cookie = await signIn(headers)
    const answer = await ask('/api/access/sessions', { headers: { cookie, ...headers } })
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain(claimed)
  })
})

describe('headers', () => {
  test.each(['/', '/tin', '/rss.xml', '/app/', '/app/people', '/api/docs', '/api/auth/error', '/no/such', '/metrics'])(
    '%s is neither framed nor sniffed nor scripted from elsewhere',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'.*base-uri 'none'/)
      expect(policy).not.toContain('unsafe-eval')
    },
  )

  test.each([
    '/app/assets/x.js',
    '/field/assets/x.js',
    '/portal/fonts/x.woff2',
    '/api/openapi.json',
    '/api/access/me',
    '/api/no/such',
  ])('%s, no page, may do nothing by itself', async (path) => {
    const { headers } = await ask(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  })

  test('what is said to one reader is kept by nobody', async () => {
    const cookie = await signIn()
    for (const path of ['/api/access/me', '/api/audit/list', '/api/no/such', `/api/files/${town}`])
      expect((await ask(path, { headers: { cookie } })).headers.get('cache-control'), path).toBe('no-store')
  })

  test('the cookie of a session is out of reach of scripts and of other sites', async () => {
    const answer = await ask('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { ...json, origin },
      body: JSON.stringify({ email: 'xa@demo.example', password }),
    })
    const session = answer.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? ''
    expect(session).toMatch(/HttpOnly/i)
    expect(session).toMatch(/SameSite=Lax/i)
  })
})
