// What holds of the whole site, whatever the module: other sites' pages, anonymous bodies, headers, and what leaks to nobody.

import { Writable } from 'node:stream'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { pino } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import * as z from 'zod/mini'
import { buildSite } from '../app/server.ts'
import { slices } from '../app/slices.ts'
import { setPassword } from '../modules/access/server/sign-in/accounts.ts'
import { fileLimit } from '../modules/documents/contract.ts'
import { Refusal } from '../platform/contract/refusal.ts'
import { openLog, toldOf } from '../platform/server/log.ts'
import { rememberedAuthority } from '../platform/server/remembered-authority.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { areaId, personId } from '../programmes/kim-dong-2024/ids.ts'
import { permissions } from '../rules/roles.ts'
import { world } from './support/world.ts'

const origin = 'http://localhost:8080'
const password = 'trăng rằm soi bến đò 41'
const town = areaId('12280')
const megabyte = 1024 * 1024
const operations = slices.flatMap((slice) => slice.handlers).map(({ operation }) => operation)

let database: TestDatabase
let site: Hono
beforeAll(async () => {
  database = await freshDatabase(inject('kimDongTemplate'))
  await setPassword(database.db, personId('xa'), password)
  const product = {
    settings: readSettings({ BINHYEN_PORT: '8080', BINHYEN_LOG_LEVEL: 'silent' }),
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  site = (await buildSite(product, openLog('silent'))).site
})
afterAll(() => database.drop())

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(site.request(`${origin}${path}`, { ...init, headers: { host: 'localhost:8080', ...init.headers } }))
const codeOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: unknown }).code
const json = { 'content-type': 'application/json' }

async function signIn(more: Record<string, string> = {}): Promise<string> {
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
  test.each([
    '/',
    '/tin',
    '/rss.xml',
    '/app/',
    '/app/people',
    '/api/docs',
    '/api/openapi.json',
    '/api/access/me',
    '/no/such',
    '/metrics',
  ])('%s is neither framed nor sniffed nor scripted from elsewhere', async (path) => {
    const { headers } = await ask(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'.*base-uri 'none'/)
    expect(policy).not.toContain('unsafe-eval')
  })

  test.each(['/app/assets/x.js', '/field/assets/x.js', '/portal/fonts/x.woff2'])(
    '%s, part of a page, may do nothing by itself',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    },
  )

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

describe('what leaks to nobody', () => {
  test('/metrics names operations and nothing of people, places or requests', async () => {
    await ask('/api/access/me?text=b%C3%AD+m%E1%BA%ADt', { headers: { cookie: await signIn() } })
    const text = await (await ask('/metrics')).text()
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map((match) => match[1]))
    const allowed = ['operation', 'le', 'type', 'space', 'kind', 'version', 'major', 'minor', 'patch']
    expect([...labels].filter((label) => !allowed.includes(label ?? ''))).toEqual([])
    const named = new Set([...text.matchAll(/operation="([^"]*)"/g)].map((match) => match[1]))
    const known = operations.map(({ name }) => name)
    expect([...named].filter((name) => !known.includes(name as `${string}.${string}`))).toEqual([])
  })

  test('a fault in the log can be found, and holds nothing of the rows', () => {
    const lines: string[] = []
    const into = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const log = pino({ serializers: { fault: toldOf } }, into)
    const fault = Object.assign(new Error('invalid input syntax for type uuid: "Nguyễn Văn A"'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'person_email',
      detail: 'Key (email)=(a@demo.example) already exists.',
      where: 'COPY person, line 1: "Nguyễn Văn A"',
    })
    log.error({ fault }, 'fault')
    log.error({ fault: new TypeError('x is not a function') }, 'fault')
    expect(lines[0]).toContain('person_email')
    expect(lines[0]).toContain('security.test.ts')
    expect(lines[0]).not.toMatch(/Nguyễn|demo\.example/)
    expect(lines[1]).toContain('x is not a function')
  })

  test.each([
    '/app/..%2f..%2fpackage.json',
    '/app/assets/..%2f..%2f..%2fpackage.json',
    '/portal/fonts/..%2f..%2fpackage.json',
    '/media/..%2fpackage.json',
  ])('%s does not leave its folder', async (path) => {
    expect(await (await ask(path)).text()).not.toContain('devDependencies')
  })
})

describe('hostile text', () => {
  type Schema = {
    type?: string
    format?: string
    enum?: string[]
    pattern?: string
    properties?: Record<string, Schema>
  }
  const hostile = [
    '\u0000',
    '\ud800',
    "' or 1=1; --",
    '9999-99-99_------------------------------------',
    '99999999-01-01T00:00:00.000000Z_ffffffff-ffff-ffff-ffff-ffffffffffff',
    '9999-99-99T99:99:99.999999Z_------------------------------------',
    'x|------------------------------------',
    '999999999999999_999999999999999_999999999999999',
    Buffer.from('["\\u0000","ffffffff-ffff-ffff-ffff-ffffffffffff"]').toString('base64url'),
    Buffer.from('{"day":"9999-99-99","id":"x"}').toString('base64url'),
    'ffffffff-ffff-4fff-8fff-ffffffffffff',
    '0000-01-01',
    '9999-12-31',
    '%_\\',
    '(a+)+$',
    'ă'.repeat(10_000),
  ]
  const plausible = (name: string, { type, format, enum: values }: Schema): unknown => {
    if (values) return values[0]
    if (format === 'uuid') return town
    if (format === 'date') return '2024-11-15'
    if (type === 'integer' || type === 'number') return 1
    if (type === 'boolean') return true
    if (type === 'array') return []
    return name === 'programme' || name === 'slug' ? 'kim-dong-2024' : 'x'
  }
  const cases = operations.flatMap((operation) => {
    const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
    const fields = Object.entries(schema.properties ?? {})
    const usual = Object.fromEntries(fields.map(([name, field]) => [name, plausible(name, field)]))
    return fields
      .filter(([, field]) => field.type === 'string' || field.type === undefined)
      .map(([name]) => [`${operation.name} ${name}`, operation, usual, name] as const)
  })

  test('no field of no operation breaks the server: it is answered or refused by name', async () => {
    const { districtLead, database: ofTest, parts } = await world(slices)
    await sql`insert into role (id, name_vi, name_en) values ('all', 'Mọi quyền', 'Everything')`.execute(ofTest.db)
    await sql`insert into role_permission (role_id, permission)
      select 'all', unnest(${Object.keys(permissions)}::text[])`.execute(ofTest.db)
    await sql`insert into access_grant (id, person_id, role_id, valid_from, reason)
      values (${uuidv7()}, ${districtLead.id}, 'all', '2024-01-01', 'thử')`.execute(ofTest.db)
    // As in a running server: to read ninety rights for each of some thousand calls would cost more than the calls.
    parts.authority = rememberedAuthority(parts.authority)
    const broken: string[] = []
    for (const [title, operation, usual, name] of cases)
      for (const text of hostile) {
        const input = { ...usual, [name]: text } as never
        const fault = await (operation.kind === 'query'
          ? districtLead.ask(operation, input)
          : districtLead.send(operation, input)
        ).then(
          () => undefined,
          (thrown: unknown) => (thrown instanceof Refusal ? undefined : thrown),
        )
        if (fault) broken.push(`${title} ${JSON.stringify(text).slice(0, 40)}: ${String(fault).slice(0, 120)}`)
      }
    expect(broken).toEqual([])
  }, 600_000)
})
