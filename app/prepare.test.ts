// The demonstration is loaded as a whole: a start that was broken off leaves nothing, and the next one brings all of it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideMasterKeys } from '../modules/cases/server/public.ts'
import { providePaperKey } from '../modules/paper/server/public.ts'
import { fingerprintOf } from '../platform/master-keys.ts'
import { provideFingerprintSecret } from '../platform/server/claim.ts'
import { newKey } from '../platform/server/envelope.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { prepareDemonstration } from './prepare.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-prepare-'))
const key = newKey()
provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
providePaperKey(() => 'a secret of this test run, long enough')
provideFingerprintSecret(() => 'another secret of this test run, long enough')

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const prepare = () => prepareDemonstration({ database, settings: readSettings({ BINHYEN_DATA: folder }) } as never)
/** How many there are of each: the first to be loaded, what waits in the drive, the signed sheets, the files of persons. */
const counts = async () => {
  const tables = ['role', 'person', 'commitment_held', 'paper_original', 'cases.file']
  const found: number[] = []
  for (const table of tables)
    found.push(
      (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(database.db))
        .rows[0]?.count ?? -1,
    )
  return found
}

test('broken off at any of its parts it leaves nothing, and the next start loads all of them, once', { timeout: 300_000 }, async () => {
  await sql`create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`.execute(
    database.db,
  )
  for (const table of ['commitment_held', 'cases.file']) {
    await sql`create trigger breaks_off before insert on ${sql.table(table)} execute function breaks_off()`.execute(
      database.db,
    )
    await expect(prepare()).rejects.toThrow('broken off')
    expect(await counts()).toEqual([0, 0, 0, 0, 0])
    await sql`drop trigger breaks_off on ${sql.table(table)}`.execute(database.db)
  }
  const notes = await prepare()
  expect(notes.length).toBeGreaterThan(5)
  const loaded = await counts()
  for (const count of loaded) expect(count).toBeGreaterThan(0)
  await prepare()
  expect(await counts()).toEqual(loaded)
})
