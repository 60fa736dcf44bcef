// Imports started from a screen: their files wait in the database, a chore of this process carries them out, the screen asks
// how far they are. A cancelled one changes nothing; one that the end of the process broke off says so.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db, Parts } from '../../../../platform/server/slice.ts'
import { type ImportOutcome, type ImportProgress, importAreas } from './import-areas.ts'
import type { RowError } from './row-errors.ts'

export type ImportRow = {
  id: string
  startedBy: string
  startedAt: string
  finishedAt: string | null
  state: 'draft' | 'waiting' | 'running' | 'done' | 'refused' | 'cancelled' | 'interrupted' | 'failed'
  dryRun: boolean
  step: 'read' | 'check' | 'load'
  rowsDone: number
  rowsTotal: number | null
  files: { part: 'units' | 'successions'; name: string }[]
  result: { units?: Count; successions?: Count; errors?: RowError[]; errorCount?: number }
}
type Count = { added: number; changed: number; unchanged: number }

/** More errors than anybody mends at once are counted and not kept. */
const mostErrorsKept = 5_000
const errorsShown = 20

const columns = sql`area_import.id, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt", state,
  dry_run as "dryRun", step, rows_done as "rowsDone", rows_total as "rowsTotal", result, coalesce((
    select jsonb_agg(jsonb_build_object('part', part, 'name', area_import_file.name) order by part desc)
    from area_import_file where import_id = area_import.id), result -> 'files', '[]') as files`

export async function importById(db: Db, id: string): Promise<ImportRow | undefined> {
  const found = await sql<ImportRow>`select ${columns} from area_import where id = ${id}`.execute(db)
  return found.rows[0]
}

export async function latestImports(db: Db): Promise<ImportRow[]> {
  const found = await sql<ImportRow>`
    select ${columns} from area_import where state <> 'draft' order by started_at desc limit 20`.execute(db)
  return found.rows
}

export const shapeOf = ({ result, startedBy: _, ...row }: ImportRow) => ({
  ...row,
  units: result.units ?? null,
  successions: result.successions ?? null,
  errorCount: result.errorCount ?? 0,
  errors: (result.errors ?? []).slice(0, errorsShown),
})

class Cancelled extends Error {}

/** Carries out what waits, one after the other. What was found running was broken off: only one process works at a time. */
export async function runWaitingImports(parts: Pick<Parts, 'db' | 'recordAudit' | 'clock'>): Promise<void> {
  const { db } = parts
  await sql`
    update area_import set state = 'interrupted', finished_at = now() where state = 'running'`.execute(db)
  await sql`delete from area_import_file using area_import
    where area_import.id = import_id and (state = 'interrupted' or (state = 'draft' and started_at < now() - interval '1 day'))`.execute(
    db,
  )
  for (;;) {
    const taken = await sql<{ id: string }>`
      update area_import set state = 'running' where id = (
        select id from area_import where state = 'waiting' order by started_at limit 1 for update skip locked)
      returning id`.execute(db)
    const id = taken.rows[0]?.id
    if (!id) return
    await runOne(parts, id)
  }
}

async function runOne(parts: Pick<Parts, 'db' | 'recordAudit' | 'clock'>, id: string): Promise<void> {
  const { db } = parts
  const row = await importById(db, id)
  if (!row) return
  try {
    const outcome = await importAreas(db, {
      units: await contentOf(db, id, 'units'),
      successions: await contentOf(db, id, 'successions'),
      dryRun: row.dryRun,
      onProgress: (progress) => report(db, id, progress),
      audit: (inside, counts) =>
        parts.recordAudit(inside, [
          {
            subject: `area-import:${id}`,
            operation: 'areas.importStart',
            personId: row.startedBy,
            actingForId: null,
            commandId: null,
            at: parts.clock.now(),
            after: { files: row.files.map((file) => file.name), ...counts },
          },
        ]),
    })
    await finish(db, row, outcome)
  } catch (fault) {
    const state = fault instanceof Cancelled ? 'cancelled' : 'failed'
    await end(db, row, state, {})
    if (state === 'failed') throw fault
  }
}

async function contentOf(db: Db, id: string, part: string): Promise<Uint8Array[] | undefined> {
  const found = await sql<{ content: Uint8Array }>`
    select content from area_import_file where import_id = ${id} and part = ${part}`.execute(db)
  const content = found.rows[0]?.content
  if (!content) return undefined
  // In slices, so that the process answers others between them.
  const slices: Uint8Array[] = []
  for (let at = 0; at < content.length; at += 65_536) slices.push(content.subarray(at, at + 65_536))
  return slices
}

/** On a connection of its own, outside the transaction of the import, so that others see it at once. */
async function report(db: Kysely<DB>, id: string, { step, done, total }: ImportProgress): Promise<void> {
  const told = await sql<{ cancelAsked: boolean }>`
    update area_import set step = ${step}, rows_done = ${done}, rows_total = ${total} where id = ${id}
    returning cancel_asked as "cancelAsked"`.execute(db)
  if (told.rows[0]?.cancelAsked) throw new Cancelled()
}

async function finish(db: Db, row: ImportRow, outcome: ImportOutcome): Promise<void> {
  if (outcome.done) {
    const { units, successions } = outcome
    await end(db, row, 'done', { units, successions })
    return
  }
  const { errors } = outcome
  await end(db, row, 'refused', { errors: errors.slice(0, mostErrorsKept), errorCount: errors.length })
}

async function end(db: Db, row: ImportRow, state: ImportRow['state'], result: ImportRow['result']): Promise<void> {
  const kept = JSON.stringify({ ...result, files: row.files })
  await sql`
    update area_import set state = ${state}, finished_at = now(), result = ${kept}::jsonb,
      rows_done = case when ${state} = 'done' then coalesce(rows_total, rows_done) else rows_done end
    where id = ${row.id}`.execute(db)
  await sql`delete from area_import_file where import_id = ${row.id}`.execute(db)
}
