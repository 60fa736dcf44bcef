// The whole import: read → check → load. All or nothing; with one wrong row nothing is written. The same for command line and web.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { checkSuccessions } from './check-successions.ts'
import { checkTree } from './check-tree.ts'
import { type Changes, type Count, compare } from './compare.ts'
import { joinUnits, withRecorded } from './join-units.ts'
import { load } from './load.ts'
import { type Bytes, type Files, readFiles } from './read-files.ts'
import { readRecorded } from './recorded.ts'
import { type RowError, rowByRow } from './row-errors.ts'

export type ImportStep = 'read' | 'check' | 'load'
export type ImportProgress = { step: ImportStep; done: number; total: number | null }
export type ImportOptions = {
  units?: Bytes
  successions?: Bytes
  dryRun: boolean
  /** Told at every step and batch; throws to stop, and then nothing is written. */
  onProgress?(progress: ImportProgress): Promise<void>
  /** Writes the audit entry in the transaction of the change. */
  audit?(db: Db, counts: Changes['counts']): Promise<void>
}
export type ImportOutcome =
  | { done: true; units: Count; successions: Count }
  | { done: false; errors: RowError[]; rows: number }

export async function importAreas(db: Kysely<DB>, options: ImportOptions): Promise<ImportOutcome> {
  const tell = options.onProgress ?? (async () => undefined)
  await tell({ step: 'read', done: 0, total: null })
  const read = await readFiles(options)
  const total = read.units.length + read.successions.length
  await tell({ step: 'check', done: 0, total })
  const outcome = await db.transaction().execute(async (inside): Promise<ImportOutcome> => {
    // Nobody else changes territory between what is compared here and what is written.
    await sql`select pg_advisory_xact_lock(hashtext('area_unit'))`.execute(inside)
    const checked = await check(inside, read)
    if (checked.errors.length > 0) return { done: false, errors: rowByRow(checked.errors), rows: total }
    const { counts } = checked.changes
    if (!options.dryRun) {
      let done = total - sizeOf(checked.changes)
      await tell({ step: 'load', done, total })
      await load(inside, checked.changes, async (count) => {
        done += count
        await tell({ step: 'load', done, total })
      })
      if (sizeOf(checked.changes) > 0) await options.audit?.(inside, counts)
    }
    return { done: true, ...counts }
  })
  const written = outcome.done && !options.dryRun && outcome.units.added + outcome.successions.added > 0
  // The planner should know at once that the country has grown.
  if (written) await sql`analyze area_unit, area_parent, area_succession, area_coverage`.execute(db)
  return outcome
}

const sizeOf = ({ units, successions }: Changes): number =>
  units.added.length + units.changed.length + successions.added.length + successions.changed.length

type Checked = { changes: Changes; errors: RowError[] }

/** Compares the files with the record. All that is wrong comes at once: the cells, the tree, the successions. */
async function check(db: Db, { doubt, ...files }: Files): Promise<Checked> {
  const recorded = await readRecorded(db)
  const units = joinUnits(files.units, files.successions, recorded, doubt)
  const byCode = withRecorded(units, recorded)
  const treeErrors = checkTree(units, byCode, recorded, doubt)
  const { successions, errors } = checkSuccessions(files.successions, byCode, recorded, doubt)
  return {
    changes: compare(units, successions, recorded),
    errors: [...files.errors, ...treeErrors, ...errors],
  }
}
