// What may not be connected to, and how values come back from PostgreSQL.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StartupRefusal } from '../startup-refusal.ts'
import type { TestDatabase } from '../testing/database.ts'
import { freshDatabase } from '../testing/database.ts'
import { openDatabase, refusalOfServer } from './connect.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('refused', () => {
  const good = { version: '18.4', number: 180_004, encoding: 'UTF8', bypasses: false, role: 'binhyen' }

  test.each([
    ['database-too-old', { version: '14.9', number: 140_009 }, '14.9'],
    ['database-not-utf8', { encoding: 'SQL_ASCII' }, 'SQL_ASCII'],
    ['database-role-too-strong', { bypasses: true, role: 'postgres' }, 'postgres'],
  ])('%s', (name, difference, named) => {
    const refusal = refusalOfServer({ ...good, ...difference })
    expect(refusal?.refusal).toBe(name)
    expect(refusal?.sentence.vi).toContain(named)
    expect(refusal?.sentence.en).toContain(named)
  })

  test('15 and 18 are good enough', () => {
    expect(refusalOfServer(good)).toBe(undefined)
    expect(refusalOfServer({ ...good, version: '15.0', number: 150_000 })).toBe(undefined)
  })

  test('a server that is not there, in one sentence without the password', async () => {
    const refusal = await openDatabase('postgresql://an:matkhau@127.0.0.1:1/binhyen').catch((fault: unknown) => fault)
    expect(refusal).toBeInstanceOf(StartupRefusal)
    expect((refusal as StartupRefusal).refusal).toBe('database-unreachable')
    expect((refusal as StartupRefusal).message).toContain('127.0.0.1:1')
    expect((refusal as StartupRefusal).message).not.toContain('matkhau')
  })

  test('a role that the server does not know', async () => {
    const address = new URL(database.url)
    address.username = 'nguoi_la'
    await expect(openDatabase(address.href)).rejects.toMatchObject({ refusal: 'database-unreachable' })
  })
})

test('a connection that is cut in the middle of a transaction is a fault of that transaction, and of nothing else', async () => {
  const { db, close } = await openDatabase({ url: database.url, onLost: () => undefined })
  try {
    const cut = db.transaction().execute(async (inside) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(inside)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
      // Nobody asks anything of it just now: the server's word comes while it is idle.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(inside)
    })
    await expect(cut).rejects.toThrow()
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  } finally {
    await close()
  }
})

async function readBack(expression: string): Promise<unknown> {
  const { rows } = await database.pool.query<{ value: unknown }>(`SELECT ${expression} AS value`)
  return rows[0]?.value
}

test.each([
  [`DATE '2024-03-15'`, '2024-03-15'],
  [`TIMESTAMPTZ '2024-03-15 08:00:00.123456+07'`, '2024-03-15T01:00:00.123456Z'],
  [`TIMESTAMPTZ '2024-03-15 08:00:00+07'`, '2024-03-15T01:00:00Z'],
  [`TIMESTAMPTZ 'infinity'`, 'infinity'],
  [`9007199254740991::bigint`, 9_007_199_254_740_991],
  [`count(*)`, 1],
  [`64.71::numeric`, 64.71],
  [`INTERVAL '24 hours'`, 'PT24H'],
  [`ARRAY[DATE '2024-03-15', NULL]`, ['2024-03-15', null]],
  [`ARRAY[1, 2]::bigint[]`, [1, 2]],
  [`ARRAY[0.5]::numeric[]`, [0.5]],
  [`ARRAY[TIMESTAMPTZ '2024-03-15 08:00:00+07']`, ['2024-03-15T01:00:00Z']],
  [`ARRAY['0192d3f0-0000-7000-8000-000000000000']::uuid[]`, ['0192d3f0-0000-7000-8000-000000000000']],
  [`daterange('2024-01-01', '2025-07-01')::text`, '[2024-01-01,2025-07-01)'],
  [`'{"tên": "Lương Bằng"}'::jsonb`, { tên: 'Lương Bằng' }],
])('%s', async (expression, value) => {
  expect(await readBack(expression)).toEqual(value)
})

test('a bigint that does not fit is an error, never a wrong number', async () => {
  await expect(readBack('9007199254740993::bigint')).rejects.toThrow('9007199254740993')
})

test('other users of the driver keep their own parsers', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ value: unknown }>(`SELECT DATE '2024-03-15' AS value`)
  await client.end()
  expect(rows[0]?.value).toBeInstanceOf(Date)
})

test('every session: UTC, an end to long statements, our name, whatever the address says', async () => {
  const address = new URL(database.url)
  address.searchParams.set('options', '-c TimeZone=Asia/Tokyo -c work_mem=9MB')
  const other = await openDatabase(address.href)
  const { rows } = await sql<{ zone: string; limit: string; name: string; memory: string }>`
    SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS "limit",
           current_setting('application_name') AS name, current_setting('work_mem') AS memory`.execute(other.db)
  await other.close()
  expect(rows[0]).toEqual({ zone: 'UTC', limit: '1min', name: 'binhyen', memory: '9MB' })
})

test('row-level security binds the role, even as owner of the table', async () => {
  await database.pool.query(`
    CREATE TABLE kept (id int); INSERT INTO kept VALUES (1);
    ALTER TABLE kept ENABLE ROW LEVEL SECURITY; ALTER TABLE kept FORCE ROW LEVEL SECURITY;`)
  expect((await database.pool.query('SELECT * FROM kept')).rowCount).toBe(0)
})

test('what goes by key is planned once and never reads a whole table', async () => {
  await database.pool.query('CREATE TABLE keyed (id int PRIMARY KEY); INSERT INTO keyed VALUES (1)')
  const plan = (name: string) => sql<{ found: number }>`
    select (select count(*)::int from pg_prepared_statements) as found from keyed where id = ${name === 'one' ? 1 : 2}`
  for (const name of ['one', 'two', 'one']) await plan(name).execute(database.byKey)
  expect((await plan('one').execute(database.byKey)).rows).toEqual([{ found: 1 }])
  const { rows } = await sql<Record<string, string>>`explain select * from keyed where id = ${1}`.execute(
    database.byKey,
  )
  expect(JSON.stringify(rows)).toContain('Index Only Scan')
  expect(
    (await sql<{ jit: string }>`select current_setting('enable_seqscan') as jit`.execute(database.db)).rows,
  ).toEqual([{ jit: 'on' }])
})

test('a pool that was never used closes all the same', async () => {
  const other = await openDatabase(database.url)
  await other.close()
  expect(other.pool.ended).toBe(true)
})
