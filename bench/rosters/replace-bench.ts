// A newer list of nine hundred thousand replaces one of a million, and is undone again: afterwards everything is as before.

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import { atMost, type Figure, rounded } from '../figure.ts'
import { writeRoster } from './ground.ts'

const limits = { seconds: 180, megabytes: 400 }

/** The older list is there already; `folder` takes the newer one. */
export async function replaceBench(
  db: Kysely<DB>,
  { url, commune, folder, rows }: { url: string; commune: string; folder: string; rows: number },
): Promise<Figure[]> {
  const file = path.join(folder, 'newer.csv')
  await writeRoster(file, rows, true)
  const before = await standing(db)
  const id = uuidv7()
  const replaced = await apart('one-import', [url, commune, file, 'csv', id, '2026-01-01'])
  const between = await standing(db)
  if (between.hash === before.hash || between.rows >= before.rows) throw new Error('the newer list replaced nothing')
  const undone = await apart('one-undo', [url, id])
  const after = await standing(db)
  if (after.hash !== before.hash) throw new Error(`${before.rows} stood before, ${after.rows} stand after the undoing`)
  return [
    atMost('replace_s', rounded(replaced.ms / 1000, 1), 's', limits.seconds),
    atMost('undo_s', rounded(undone.ms / 1000, 1), 's', limits.seconds),
    atMost('replace_peak_mb', Math.round(Math.max(replaced.mb, undone.mb)), 'MB', limits.megabytes),
  ]
}

async function apart(program: string, words: string[]): Promise<{ ms: number; mb: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(import.meta.dirname, `${program}.ts`),
    ...words,
  ])
  return JSON.parse(stdout)
}

/** Who stands on the roster and what is said of each, as one number. */
async function standing(db: Kysely<DB>): Promise<{ rows: number; hash: string }> {
  const found = await sql<{ rows: number; hash: string }>`
    select count(*)::int as rows, sum(hashtextextended(concat_ws('|', id, list_id, number, name, address, headcount), 0))::text as hash
    from roster_entry where ended_on is null`.execute(db)
  return found.rows[0] ?? { rows: 0, hash: '' }
}
