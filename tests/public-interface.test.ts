// What others rely on, over HTTP, as it is promised: paths, names of fields, figures of the demonstration, and problems (RFC 9457).

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Listening, listen } from '../app/listen.ts'
import { slices } from '../app/slices.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { readSettings } from '../platform/settings.ts'
import { run } from '../platform/testing/database-server.ts'
import { json, openSiteInHand, type SiteInHand } from './support/site-in-hand.ts'

let site: SiteInHand
let url = ''
let listening: Listening
beforeAll(async () => {
  site = await openSiteInHand()
  const port = await freePort()
  listening = await listen(site.fetch, readSettings({ BINHYEN_PORT: String(port), BINHYEN_LOG_LEVEL: 'silent' }))
  url = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await listening.close()
  await site.database.drop()
})

const get = async <T = unknown>(path: string, status = 200): Promise<T> => {
  const answer = await fetch(url + path)
  expect(answer.status, path).toBe(status)
  return (await answer.json()) as T
}
const areasOn = (query: string) => get<{ on: string; areas: Record<string, string>[] }>(`/api/public/areas?${query}`)

test('the progress of 15/03/2024: 17 communes, 6 drug-free, 11 to reach, under the promised names', async () => {
  const progress = await get<{
    on: string
    asOf: string
    areas: object
    targets: object[]
  }>('/api/public/programmes/kim-dong-2024/progress?on=2024-03-15')
  expect(Object.keys(progress).sort()).toEqual(['areas', 'asOf', 'on', 'targets'])
  expect(progress.on).toBe('2024-03-15')
  expect(new Date(progress.asOf).toISOString()).toBe(progress.asOf)
  expect(progress.areas).toEqual({ total: 17, drugFree: 6, target: 11, kept: 6, converted: 0 })
  expect(progress.targets.length).toBeGreaterThan(5)
  for (const target of progress.targets)
    expect(Object.keys(target).sort()).toEqual(['areas', 'current', 'dueOn', 'kind', 'of', 'title', 'unit', 'value'])
})

test('the communes within 331: 17, then 15, and on 01/07/2025 no unit of that code', async () => {
  const before = await areasOn('on=2024-06-30&within=331&level=commune')
  expect([before.on, before.areas.length]).toEqual(['2024-06-30', 17])
  for (const area of before.areas) expect(Object.keys(area).sort()).toEqual(['code', 'id', 'name', 'type'])
  expect((await areasOn('on=2024-12-31&within=331&level=commune')).areas).toHaveLength(15)
  const gone = await get('/api/public/areas?on=2025-07-01&within=331&level=commune', 404)
  expect(gone).toMatchObject({ code: 'areas.no_such_code', on: '2025-07-01', areas: [] })
})

test('the lineage of 331 names five communes of today, Sơn Nam in part', async () => {
  const lineage = await get<{
    unit: object
    from: object[]
    became: { name: string; share: number | null }[]
  }>('/api/public/areas/lineage?code=331&on=2024-06-30')
  expect(lineage.unit).toMatchObject({ code: '331', name: 'Kim Động', type: 'huyện' })
  expect(Object.keys(lineage.unit).sort()).toEqual(['code', 'id', 'name', 'type'])
  expect(lineage.from).toEqual([])
  expect(lineage.became.map(({ name, share }) => [name, share])).toEqual([
    ['Lương Bằng', 1],
    ['Nghĩa Dân', 1],
    ['Đức Hợp', 1],
    ['Hiệp Cường', null],
    ['Sơn Nam', null],
  ])
  for (const each of lineage.became) expect(Object.keys(each).sort()).toEqual(['code', 'date', 'kind', 'name', 'share'])
})

describe('a refusal is a problem, in the language of whoever asks', () => {
  const post = (path: string, more: RequestInit = {}) =>
    [path, { method: 'POST', headers: json, body: '{}', ...more }] as const
  const cases: [number, string, () => Promise<readonly [string, RequestInit]>][] = [
    [401, 'platform.not_signed_in', async () => ['/api/access/me', {}]],
    [
      403,
      'platform.not_allowed',
      async () => post('/api/areas/recordSuccession', { headers: { ...json, cookie: await site.signIn() } }),
    ],
    [404, 'areas.no_such_code', async () => ['/api/public/areas?within=331&on=2025-07-01', {}]],
    [413, 'platform.too_large', async () => post('/api/access/setLanguage', { body: ' '.repeat(1024 * 1024 + 1) })],
    [422, 'platform.invalid_input', async () => ['/api/public/areas?on=2024-02-30', {}]],
    [
      429,
      'platform.too_many',
      async () => {
        const tried = post('/api/auth/sign-in/email', {
          body: JSON.stringify({ email: 'huyen@demo.example', password: 'không đúng đâu' }),
        })
        for (let tries = 0; tries < 8; tries += 1) await fetch(url + tried[0], tried[1])
        return tried
      },
    ],
  ]
  test.each(cases)('%d %s', async (status, code, asked) => {
    const [path, init] = await asked()
    const said: string[] = []
    for (const language of ['vi', 'en']) {
      const headers = { ...(init.headers as Record<string, string>), 'accept-language': language }
      const answer = await fetch(url + path, { ...init, headers })
      expect(answer.status).toBe(status)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(answer.headers.get('content-language')).toBe(language)
      const problem = (await answer.json()) as Record<string, string>
      expect(problem).toMatchObject({ type: `/problems/${code}`, status, code })
      for (const field of ['title', 'detail']) expect(problem[field]?.length).toBeGreaterThan(10)
      said.push(problem.detail ?? '')
    }
    expect(said[0]).not.toBe(said[1])
    expect(said[0]).toMatch(/[àáảãạăâđêôơưừớờộịỏ]/i)
    expect(said[1]).toMatch(/^[\p{ASCII}]*$/u)
  })
})

test('/metrics counts what was asked, /api/openapi.json describes every operation', async () => {
  const metrics = await fetch(`${url}/metrics`)
  expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')])
  expect(await metrics.text()).toMatch(/binhyen_operation_seconds_count\{operation="areas\.publicList"\} [1-9]/)
  const described = (await get('/api/openapi.json')) as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; responses: object }>>
  }
  expect(described.openapi).toMatch(/^3\.1\./)
  const named = Object.values(described.paths).flatMap((verbs) => Object.values(verbs).map((each) => each.operationId))
  const declared = slices.flatMap((slice) => slice.handlers.map(({ operation }) => operation.name))
  expect(named.toSorted()).toEqual(declared.toSorted())
  expect(Object.keys(described.paths['/api/public/areas']?.get?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '404', '422']),
  )
})

test('/nhan-biet says what drugs look like and where help is', async () => {
  for (const [language, words] of [
    ['vi', ['Thuốc lá điện tử', 'Nước vui', 'Viên nén', 'heroin', 'gọi 115', 'Công an xã', '/giup-do']],
    ['en', ['Vapes', 'Happy water', 'Pills', 'heroin', 'call 115', 'commune police', '/giup-do']],
  ] as const) {
    const answer = await fetch(`${url}/nhan-biet?lang=${language}`)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    for (const word of words) expect(page).toContain(word)
  }
  const help = await (await fetch(`${url}/giup-do`)).text()
  expect(help).toMatch(/href="tel:115"/)
})

// The last one: it takes the database away for a while.
test('/healthz is ok only while the database answers', async () => {
  expect(await get('/healthz')).toEqual({ status: 'ok' })
  const server = inject('databaseServer')
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.database.db)
  const name = rows[0]?.name ?? ''
  await run(server, `alter database ${name} connection limit 0`)
  try {
    await run(
      server,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename = current_user`,
    )
    const away = await fetch(`${url}/healthz`)
    expect(away.status).toBe(503)
    expect(await away.json()).toMatchObject({ code: 'platform.database_away', status: 503 })
  } finally {
    await run(server, `alter database ${name} connection limit -1`)
  }
  await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(200)
})
