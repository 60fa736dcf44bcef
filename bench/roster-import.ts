// How quickly a csv of a million rows is read, judged and stored, beside bare COPY of the same rows in the same run, and the
// most memory that the importing process held, then the same rows as a workbook; how long they take to leave the house again;
// and a newer list that replaces them and is undone.

import { execFile } from 'node:child_process'
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/schema.generated.ts'
import { rebuildCoverage } from '../modules/areas/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { onOneConnection } from '../platform/database/copying.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { atLeast, atMost, type Bench, rounded } from './figure.ts'
import { exportBench } from './rosters/export-bench.ts'
import { makeGround, makeQuarter, writeRoster, writeWorkbook } from './rosters/ground.ts'
import { replaceBench } from './rosters/replace-bench.ts'

/** Fewer, to see that everything works: the figures are promised for a million. */
const rows = Number(process.env.BENCH_ROWS ?? 1_000_000)
const least = 0.35
const mostMegabytes = 400
const mostSeconds = 120
const columns = `commune_id, id, list_id, group_id, hamlet_id, body_id, number, name, name_key, name_bag, address, headcount,
  birth_year, identity_hashes, since, changed_by`

export const bench: Bench = {
  name: 'roster-import',
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-'))
    // Started by root, the server runs as another account, which has to pass through.
    chmodSync(folder, 0o711)
    const embedded = await startEmbedded({ data: path.join(folder, 'data') })
    const database = await openDatabase({ url: embedded.url, statementTimeout: 0 })
    try {
      await migrate(embedded.url)
      const commune = await makeGround(database.db)
      const csv = path.join(folder, 'roster.csv')
      await writeRoster(csv, rows)
      const rowsText = path.join(folder, 'rows.txt')
      // Once beforehand: the first to write also makes the files of the log that the next ones use again.
      await importApart([embedded.url, commune, csv])
      const [imports, copies] = [[] as Outcome[], [] as number[]]
      for (let turn = 0; turn < 2; turn += 1) {
        await emptyRosters(database.db)
        const imported = await importApart([embedded.url, commune, csv])
        const stored = await storedRows(database.db)
        if (stored !== imported.good || stored + imported.bad !== rows)
          throw new Error(`${stored} rows are stored, ${imported.good} were said to be`)
        imports.push(imported)
        copies.push(await bareCopy(database.db, rowsText))
      }
      const workbook = await importWorkbook(database.db, folder, { url: embedded.url, commune })
      const quickest = Math.min(...imports.map(({ ms }) => ms))
      const bare = Math.min(...copies)
      console.log(`${perSecond(quickest)} rows/s, bare COPY ${perSecond(bare)} rows/s`)
      const share = bare / quickest
      const mb = Math.max(...imports.map((one) => one.mb))
      await sql`analyze roster_entry`.execute(database.db)
      await rebuildCoverage(database.db)
      return [
        atLeast('share_of_copy', rounded(share, 2), 'ratio', least),
        atMost('peak_mb', Math.round(mb), 'MB', mostMegabytes),
        atMost('xlsx_import_s', rounded(workbook.ms / 1000, 1), 's', mostSeconds),
        atMost('xlsx_peak_mb', Math.round(workbook.mb), 'MB', mostMegabytes),
        ...(await exportBench(embedded.url, commune, await makeQuarter(database.db, commune))),
        ...(await replaceBench(database.db, { url: embedded.url, commune, folder, rows })),
      ]
    } finally {
      await database.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const perSecond = (ms: number): number => Math.round(rows / (ms / 1000))

type Outcome = { ms: number; mb: number; good: number; bad: number }

async function importApart(words: string[]): Promise<Outcome> {
  const program = path.join(import.meta.dirname, 'rosters', 'one-import.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words])
  return JSON.parse(stdout) as Outcome
}

/** As many rows come out of a workbook as out of the csv; afterwards they are there. */
async function importWorkbook(
  db: Kysely<DB>,
  folder: string,
  { url, commune }: { url: string; commune: string },
): Promise<Outcome> {
  const file = path.join(folder, 'roster.xlsx')
  await writeWorkbook(file, rows)
  const before = await storedRows(db)
  await emptyRosters(db)
  const imported = await importApart([url, commune, file, 'xlsx'])
  const stored = await storedRows(db)
  if (stored !== before || imported.good !== stored)
    throw new Error(`${stored} rows of the workbook are stored, ${before} of the csv were`)
  return imported
}

async function storedRows(db: Kysely<DB>): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from roster_entry`.execute(db)
  return found.rows[0]?.n ?? 0
}

async function emptyRosters(db: Kysely<DB>): Promise<void> {
  await sql`truncate roster_list, roster_entry, roster_count cascade`.execute(db)
}

/** The rows as they were stored, once more into a table with the same columns, keys, checks and indexes. */
async function bareCopy(db: Kysely<DB>, place: string): Promise<number> {
  return onOneConnection(db, async (one) => {
    await pipeline(one.copyOut(`copy roster_entry (${columns}) to stdout`), createWriteStream(place))
    await sql`create table bare_entry (like roster_entry including all)`.execute(one.db)
    const began = performance.now()
    await one.copyIn(`copy bare_entry (${columns}) from stdin`, createReadStream(place, { highWaterMark: 65_536 }))
    const ms = performance.now() - began
    await sql`drop table bare_entry`.execute(one.db)
    return ms
  })
}
