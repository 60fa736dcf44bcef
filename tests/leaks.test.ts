// What the whole site gives away to nobody, and what no text that is sent to it can break.

import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { slices } from '../app/slices.ts'
import { Refusal } from '../platform/contract/refusal.ts'
import { toldOf } from '../platform/server/log.ts'
import { rememberedAuthority } from '../platform/server/remembered-authority.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { permissions } from '../rules/roles.ts'
import { openSiteInHand, type SiteInHand } from './support/site-in-hand.ts'
import { world } from './support/world.ts'

const town = areaId('12280')
const operations = slices.flatMap((slice) => slice.handlers).map(({ operation }) => operation)

let site: SiteInHand
let ask: SiteInHand['ask']
let signIn: SiteInHand['signIn']
beforeAll(async () => {
  site = await openSiteInHand()
  ;({ ask, signIn } = site)
})
afterAll(() => site.database.drop())

describe('what leaks to nobody', () => {
  test('/metrics names operations and nothing of people, places or requests', async () => {
    await ask('/api/access/me?text=b%C3%AD+m%E1%BA%ADt', { headers: { cookie: await signIn() } })
    const answer = await ask('/metrics')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')])
    const text = await answer.text()
    // What was asked just now is counted: there is something that could tell too much.
    expect(text).toMatch(/^binhyen_operation_seconds_count\{operation="access\.me"\} [1-9]/m)
    expect(text).not.toMatch(/bí mật|b%C3%AD|xa@demo/)
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
    expect(lines[0]).toContain('leaks.test.ts')
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
