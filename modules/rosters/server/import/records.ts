// The records of imports: reading one, showing it, and what may still be done with it.

import { type RawBuilder, sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Plan, ShowRosterImport } from '../../contract/import.ts'

type Shape = OutputOf<typeof ShowRosterImport>
export type ImportState = Shape['state']
type Result = Partial<
  Pick<Shape, 'places' | 'placeCount' | 'matched' | 'replaced' | 'added' | 'repeats' | 'faults' | 'kinds' | 'refusal'>
> & {
  /** Who asked to undo it. */
  undo?: string
}
export type ImportRecord = {
  id: string
  areaId: string
  startedById: string
  startedBy: string
  startedAt: string
  finishedAt: string | null
  state: ImportState
  dryRun: boolean
  fileName: string
  media: 'csv' | 'xlsx'
  plan: Plan | null
  language: 'vi' | 'en'
  group: { vi: string; en: string } | null
  rowsDone: number
  rowsTotal: number | null
  rowsGood: number
  rowsBad: number
  result: Result
  hasFile: boolean
  hasErrors: boolean
}

const columns = sql`one.id, one.area_id as "areaId", one.started_by as "startedById", person.name as "startedBy",
  one.started_at as "startedAt", one.finished_at as "finishedAt", one.state, one.dry_run as "dryRun",
  one.file_name as "fileName", one.media, one.mapping -> 'plan' as plan,
  coalesce(one.mapping ->> 'language', 'vi') as language, (
    select jsonb_build_object('vi', name_vi, 'en', name_en) from commitment_group
    where id = one.mapping -> 'plan' ->> 'groupId') as "group",
  one.rows_done as "rowsDone", one.rows_total as "rowsTotal", one.rows_good as "rowsGood", one.rows_bad as "rowsBad",
  one.result, (select count(*) > 0 and count(*) = coalesce(one.pieces, count(*)) from roster_import_part
    where import_id = one.id and kind = 'file') as "hasFile",
  exists (select 1 from roster_import_part where import_id = one.id and kind = 'errors') as "hasErrors"`
const from = sql`from roster_import one join person on person.id = one.started_by`

export async function recordOf(
  db: Db,
  id: string,
  how: RawBuilder<unknown> = sql``,
): Promise<ImportRecord | undefined> {
  const found = await sql<ImportRecord>`select ${columns} ${from} where one.id = ${id} ${how}`.execute(db)
  return found.rows[0]
}

/** The same, and nobody else starts, cancels or undoes it meanwhile. */
export const lockedRecord = (db: Db, id: string): Promise<ImportRecord | undefined> =>
  recordOf(db, id, sql`for update of one`)

export async function latestOf(db: Db, areaId: string, personId: string | null): Promise<ImportRecord[]> {
  const found = await sql<ImportRecord>`
    select ${columns} ${from} where one.area_id = ${areaId} and (one.state <> 'draft' or one.started_by = ${personId})
    order by one.started_at desc limit 20`.execute(db)
  return found.rows
}

/** The area that an import belongs to, for the door. */
export async function areaOfImport(
  { db }: { db: Db },
  { importId }: { importId: string },
): Promise<string | undefined> {
  const found = await sql<{ area_id: string }>`select area_id from roster_import where id = ${importId}`.execute(db)
  return found.rows[0]?.area_id
}

export const isRunning = ({ state }: Pick<ImportRecord, 'state'>): boolean => state === 'waiting' || state === 'running'
/** Its rows are on record: it can only be undone. */
export const isOver = ({ state, dryRun }: Pick<ImportRecord, 'state' | 'dryRun'>): boolean =>
  state === 'undone' || (state === 'done' && !dryRun)

export function shapeOf(record: ImportRecord): OutputOf<typeof ShowRosterImport> {
  const { result, plan, group, startedById: _, language: __, media: ___, hasFile, hasErrors, ...row } = record
  return {
    ...row,
    undoing: isRunning(row) && result.undo !== undefined,
    plan: plan && { ...plan, group: group ?? { vi: plan.groupId, en: plan.groupId } },
    places: result.places ?? [],
    placeCount: result.placeCount ?? 0,
    matched: result.matched ?? 0,
    replaced: result.replaced ?? 0,
    added: result.added ?? 0,
    repeats: result.repeats ?? { count: 0, first: [] },
    faults: result.faults ?? [],
    kinds: result.kinds ?? [],
    refusal: result.refusal ?? null,
    may: {
      start: !isRunning(row) && !isOver(row) && hasFile,
      cancel: isRunning(row) && result.undo === undefined,
      undo: row.state === 'done' && !row.dryRun,
      errors: hasErrors,
    },
  }
}
