// The demonstration is loaded as a whole: a start that was broken off leaves nothing, and the next one brings all of it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insideFiles } from '../modules/cases/server/public.ts'
import { providePaperKey } from '../modules/paper/server/public.ts'
import { provideFingerprintSecret } from '../platform/server/claim.ts'
import type { Db } from '../platform/server/slice.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { areaId, districtsEndedOn, personId } from '../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../tests/support/master-key.ts'
import { prepareDemonstration } from './prepare.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-prepare-'))
provideMasterKey()
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
const countOf = async (db: Db, table: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)).rows[0]?.count ??
  -1
/** How many there are of each: the first to be loaded, what waits in the drive, the signed sheets, the files of persons. */
const counts = async (): Promise<number[]> => {
  const found: number[] = []
  for (const table of ['role', 'person', 'commitment_held', 'paper_original'])
    found.push(await countOf(database.db, table))
  const way = { communeId: areaId('12322', districtsEndedOn), readerId: personId('conganxa'), purpose: 'list' }
  return [...found, await insideFiles(database.db, way, (files) => countOf(files, 'cases.file'))]
}

test('broken off at any of its parts it leaves nothing, and the next start loads all of them, once', {
  timeout: 300_000,
}, async () => {
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
  expect(Math.min(...loaded), loaded.join()).toBeGreaterThan(0)
  await prepare()
  expect(await counts()).toEqual(loaded)
})
