// Migrations: refused by name when files and record disagree; otherwise each runs once, whole or not at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../testing/database.ts'
import { migrate, migrationsFolder, readMigrations } from './migrate.ts'

let folder: string
let database: Awaited<ReturnType<typeof emptyDatabase>>
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'binhyen-migrations-'))
  database = await emptyDatabase()
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
const go = () => migrate(database.url, folder)

async function rowsOf(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as unknown[]
  } finally {
    await client.end()
  }
}
const tables = async () =>
  (await rowsOf(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).map(
    (row) => (row as { tablename: string }).tablename,
  )

describe('refused, by the name of the file', () => {
  test('a file that changed after it ran', async () => {
    write('0001_one.sql', 'CREATE TABLE one (id int);')
    await go()
    write('0001_one.sql', 'CREATE TABLE one (id bigint);')
    await expect(go()).rejects.toMatchObject({
      refusal: 'migration-changed',
      message: expect.stringContaining('0001_one.sql'),
    })
  })

  test('a record of a file that this program does not have', async () => {
    write('0001_one.sql', 'SELECT 1;')
    await go()
    rmSync(path.join(folder, '0001_one.sql'))
    await expect(go()).rejects.toMatchObject({
      refusal: 'migration-missing',
      message: expect.stringContaining('0001_one.sql'),
    })
  })

  test.each(['1_one.sql', '0001-one.sql', '0001_One.sql', 'one.sql'])('the name %s', async (name) => {
    write(name, 'SELECT 1;')
    await expect(go()).rejects.toMatchObject({ refusal: 'migration-misnamed', message: expect.stringContaining(name) })
  })

  test('two files with one number', async () => {
    write('0001_one.sql', 'SELECT 1;')
    write('0001_two.sql', 'SELECT 1;')
    await expect(go()).rejects.toMatchObject({ refusal: 'migration-number-twice' })
  })

  test('a mistake in the SQL: the line is named, and nothing of the file stays', async () => {
    write('0001_one.sql', 'CREATE TABLE one (id int);')
    write('0002_two.sql', 'CREATE TABLE two (id int);\n\nCREATE TABLE three (id strange);')
    await expect(go()).rejects.toMatchObject({
      refusal: 'migration-failed',
      message: expect.stringContaining('0002_two.sql:3'),
    })
    expect(await tables()).toEqual(['one', 'schema_migration'])
    write('0002_two.sql', 'CREATE TABLE two (id int);')
    expect(await go()).toEqual({ applied: ['0002_two.sql'], already: 1 })
  })

  test('a file that ends its own transaction', async () => {
    write('0001_one.sql', 'COMMIT; BEGIN;')
    await expect(go()).rejects.toMatchObject({ refusal: 'migration-failed' })
  })
})

test('in order of name, once', async () => {
  write('0002_two.sql', 'ALTER TABLE one ADD COLUMN name text;')
  write('0001_one.sql', 'CREATE TABLE one (id int);')
  write('README.md', 'not SQL')
  expect(await go()).toEqual({ applied: ['0001_one.sql', '0002_two.sql'], already: 0 })
  expect(await go()).toEqual({ applied: [], already: 2 })
})

test('a file with a lower number that came later still runs', async () => {
  write('0002_two.sql', 'CREATE TABLE two (id int);')
  await go()
  write('0001_one.sql', 'CREATE TABLE one (id int);')
  expect(await go()).toEqual({ applied: ['0001_one.sql'], already: 1 })
})

test('two that start at once do not race', async () => {
  write('0001_one.sql', 'CREATE TABLE one (id int); SELECT pg_sleep(0.2);')
  const outcomes = await Promise.all([go(), go(), go()])
  expect(outcomes.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 1])
})

test('the files of the product have names in order and numbers of their own', () => {
  expect(readMigrations(migrationsFolder).length).toBeGreaterThan(0)
})
