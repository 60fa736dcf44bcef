// What must hold of every table, asked of a real, migrated database.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablesPage } from '../app/docs/tables-page.ts'
import { migrationsFolder } from '../platform/database/migrate.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ours = sql`not in ('pg_catalog', 'information_schema', 'pgboss', 'auth')`

test('no foreign key is without an index', async () => {
  const found = await sql<{ missing: string }>`
    select reference.conrelid::regclass || ' ' || reference.conname as missing
    from pg_constraint reference
    where reference.contype = 'f' and reference.connamespace::regnamespace::text ${ours}
      and not exists (
        select 1 from pg_index index
        where index.indrelid = reference.conrelid
          -- One that leaves out only those rows that refer to nothing serves as well.
          and (index.indpred is null or pg_get_expr(index.indpred, index.indrelid) = (
            select format('(%I IS NOT NULL)', attname) from pg_attribute
            where attrelid = reference.conrelid and array[attnum] = reference.conkey))
          and (index.indkey::int2[])[0:cardinality(reference.conkey) - 1] @> reference.conkey
          and (index.indkey::int2[])[0:cardinality(reference.conkey) - 1] <@ reference.conkey)`.execute(database.db)
  expect(found.rows.map((row) => row.missing)).toEqual([])
})

test('no table is without a comment or a primary key', async () => {
  const found = await sql<{ table: string; comment: string | null; keyed: boolean }>`
    select class.oid::regclass::text as table, obj_description(class.oid, 'pg_class') as comment,
      exists (select 1 from pg_constraint where conrelid = class.oid and contype = 'p') as keyed
    from pg_class class
    where class.relkind in ('r', 'p') and class.relnamespace::regnamespace::text ${ours}
      and class.relname <> 'schema_migration'`.execute(database.db)
  expect(found.rows.length).toBeGreaterThan(20)
  expect(found.rows.filter((row) => !row.comment || !row.keyed)).toEqual([])
})

test('every check, unique and exclusion constraint has a name that was chosen', async () => {
  const found = await sql<{ conname: string }>`
    select conname from pg_constraint
    where contype in ('c', 'x') and connamespace::regnamespace::text ${ours} and conname ~ '_check\\d*$|_excl\\d*$'`.execute(
    database.db,
  )
  expect(found.rows).toEqual([])
})

test('every table of the files of persons is held against the rules of its rows, whoever owns it', async () => {
  const found = await sql<{ table: string; enabled: boolean; forced: boolean; rules: number }>`
    select class.oid::regclass::text as table, relrowsecurity as enabled, relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = class.oid) as rules
    from pg_class class
    where class.relkind in ('r', 'p') and class.relnamespace::regnamespace::text in ('cases', 'handover')`.execute(
    database.db,
  )
  expect(found.rows.filter(({ table }) => table.startsWith('cases.')).length).toBeGreaterThan(25)
  expect(found.rows.filter(({ table }) => table.startsWith('handover.')).length).toBeGreaterThan(12)
  expect(found.rows.filter(({ enabled, forced, rules }) => !enabled || !forced || rules === 0)).toEqual([])
})

test('times are kept with their zone', async () => {
  const found = await sql`
    select table_name, column_name from information_schema.columns
    where table_schema ${ours} and data_type = 'timestamp without time zone'`.execute(database.db)
  expect(found.rows).toEqual([])
})

test('every migration has a number of its own, and a name', () => {
  const names = readdirSync(migrationsFolder)
  expect(names.filter((name) => !/^\d{4}_[a-z][a-z0-9_]*\.sql$/.test(name))).toEqual([])
  const numbers = names.map((name) => name.slice(0, 4))
  expect(numbers).toEqual([...new Set(numbers)])
})

test('db/TABLES.md shows the tables as they are', async () => {
  const written = readFileSync(path.resolve(migrationsFolder, '../TABLES.md'), 'utf8')
  expect(written, 'run npm run docs').toBe(await tablesPage(database.db))
})
