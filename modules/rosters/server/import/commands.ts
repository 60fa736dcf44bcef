// Upload a roster file in pieces, check or import it, cancel, undo. The work itself is done in the background.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { kindOfBytes } from '../../../../platform/server/spreadsheet/encoding.ts'
import {
  CancelRosterImport,
  mostPieces,
  type Plan,
  pieceBytes,
  StartRosterImport,
  UndoRosterImport,
  UploadRosterPiece,
} from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { lookAtRoster, rememberColumns } from './look.ts'
import { fixedPlace, type Territory, territoryOf } from './places.ts'
import { areaOfImport, type ImportRecord, isOver, isRunning, lockedRecord, shapeOf } from './records.ts'
import { refuseUndo } from './undo.ts'
import { uploadedSource } from './uploaded.ts'

const uploadPiece: Handler = carriesOut(UploadRosterPiece, async ({ db, person, bytes }, input) => {
  const { importId, areaId, name, position } = input
  if (position >= mostPieces)
    throw refuse(importRefusals.file_too_large, { limit: (mostPieces * pieceBytes) / 1024 / 1024 })
  if (position === 0) await begin(db, person.id, input, bytes)
  const record = await lockedRecord(db, importId)
  if (!record || record.areaId !== areaId || record.startedById !== person.id) throw refuse(platformRefusals.not_found)
  refuseBusy(record)
  await sql`
    insert into roster_import_part (import_id, kind, position, content)
    values (${importId}, 'file', ${position}, ${Buffer.from(bytes)})
    on conflict (import_id, kind, position) do update set content = excluded.content`.execute(db)
  return {
    answer: { importId, position, bytes: bytes.length },
    audit: { subject: `roster-import:${importId}`, areaId, after: { name, position, bytes: bytes.length } },
  }
})

/** The first piece says what kind of file it is; another first piece under the same id begins the file anew. */
async function begin(
  db: Db,
  personId: string,
  { importId, areaId, name, pieces }: { importId: string; areaId: string; name: string; pieces?: number | undefined },
  bytes: Uint8Array,
): Promise<void> {
  const kind = kindOfBytes(bytes)
  if (kind === 'empty') throw refuse(importRefusals.empty_file, { name }, 'name')
  if (kind === 'old_excel' || kind === 'wrong_kind') throw refuse(importRefusals[kind], { name }, 'name')
  const before = await lockedRecord(db, importId)
  if (before) refuseBusy(before)
  if (before && (before.startedById !== personId || before.areaId !== areaId)) throw refuse(platformRefusals.id_taken)
  await sql`delete from roster_import_part where import_id = ${importId}`.execute(db)
  await sql`
    insert into roster_import (id, area_id, started_by, state, file_name, media, pieces)
    values (${importId}, ${areaId}, ${personId}, 'draft', ${name}, ${kind}, ${pieces ?? null})
    on conflict (id) do update set file_name = excluded.file_name, media = excluded.media, pieces = excluded.pieces,
      state = 'draft'`.execute(db)
}

function refuseBusy(record: ImportRecord): void {
  if (isOver(record)) throw refuse(importRefusals.import_over)
  if (isRunning(record)) throw refuse(importRefusals.import_running)
}

const startImport: Handler = carriesOut(
  StartRosterImport,
  async ({ db, person, today, language }, { importId, dryRun, plan }) => {
    const record = await lockedRecord(db, importId)
    if (!record) throw refuse(platformRefusals.not_found)
    refuseBusy(record)
    await refusePlan(db, record.areaId, plan, today)
    const source = await uploadedSource(db, importId)
    if (!source) throw refuse(importRefusals.piece_missing)
    const { header } = await lookAtRoster(source, record.media, plan.mapping)
    await rememberColumns(db, person.id, header, plan.mapping.columns)
    await sql`
      update roster_import set state = 'waiting', dry_run = ${dryRun}, started_at = now(), started_by = ${person.id},
        finished_at = null, cancel_asked = false, header = ${header}, rows_done = 0, rows_total = null, rows_good = 0,
        rows_bad = 0, result = '{}', mapping = ${JSON.stringify({ plan, language })}::jsonb, version = version + 1
      where id = ${importId}`.execute(db)
    const after = (await lockedRecord(db, importId)) as ImportRecord
    const { mapping: _, ...said } = plan
    return {
      answer: shapeOf(after),
      audit: {
        subject: `roster-import:${importId}`,
        areaId: record.areaId,
        after: { dryRun, fileName: record.fileName, ...said },
      },
    }
  },
  areaOfImport,
)

/** What can be seen without reading the file. */
export async function refusePlan(db: Db, areaId: string, plan: Plan, today: string): Promise<Territory> {
  if (plan.asOf > today) throw refuse(importRefusals.as_of_in_future, {}, 'plan.asOf')
  const { columns } = plan.mapping
  if (columns.name === undefined) throw refuse(importRefusals.name_not_mapped, {}, 'plan.mapping.columns.name')
  const used = Object.values(columns).filter((column) => column !== undefined)
  if (new Set(used).size < used.length) throw refuse(importRefusals.column_twice, {}, 'plan.mapping.columns')
  const group = await sql<{ known: boolean }>`
    select exists (select 1 from commitment_group where id = ${plan.groupId}) as known`.execute(db)
  if (!group.rows[0]?.known) throw refuse(importRefusals.no_such_group, {}, 'plan.groupId')
  const territory = await territoryOf(db, areaId, plan.asOf)
  if (territory.communes.length === 0) throw refuse(importRefusals.no_such_place, {}, 'plan.asOf')
  if (plan.place.kind === 'hamlet' || plan.place.kind === 'body') {
    if (!(await fixedPlace(db, territory, plan))) throw refuse(importRefusals.no_such_place, {}, 'plan.place')
    return territory
  }
  const missing = (column: string, field: string) =>
    refuse(importRefusals.column_missing, { column }, `plan.mapping.columns.${field}`)
  if (territory.communes.length > 1 && columns.commune === undefined)
    throw missing('xã, phường, thị trấn / commune', 'commune')
  if (plan.place.kind === 'hamlet-column' && columns.hamlet === undefined)
    throw missing('thôn, tổ dân phố / hamlet', 'hamlet')
  return territory
}

const cancelImport: Handler = carriesOut(
  CancelRosterImport,
  async ({ db }, { importId }) => {
    const record = await lockedRecord(db, importId)
    if (!record) throw refuse(platformRefusals.not_found)
    if (!isRunning(record) || record.result.undo !== undefined) throw refuse(importRefusals.import_over)
    // What waits is over at once; what runs hears of it within a few thousand rows.
    await sql`
      update roster_import set cancel_asked = state = 'running',
        finished_at = case when state = 'waiting' then now() end,
        state = case when state = 'waiting' then 'cancelled' else state end
      where id = ${importId}`.execute(db)
    const after = (await lockedRecord(db, importId)) as ImportRecord
    return {
      answer: shapeOf(after),
      audit: { subject: `roster-import:${importId}`, areaId: record.areaId, after: { cancelled: true } },
    }
  },
  areaOfImport,
)

const undo: Handler = carriesOut(
  UndoRosterImport,
  async ({ db, person }, { importId }) => {
    const record = await lockedRecord(db, importId)
    if (!record) throw refuse(platformRefusals.not_found)
    if (record.state !== 'done' || record.dryRun) throw refuse(importRefusals.not_imported)
    await refuseUndo(db, importId)
    await sql`
      update roster_import set state = 'waiting', finished_at = null,
        result = result - 'refusal' || jsonb_build_object('undo', ${person.id}::text)
      where id = ${importId}`.execute(db)
    const after = (await lockedRecord(db, importId)) as ImportRecord
    return {
      answer: shapeOf(after),
      audit: { subject: `roster-import:${importId}`, areaId: record.areaId, after: { undo: true } },
    }
  },
  areaOfImport,
)

export const importCommands: readonly Handler[] = [uploadPiece, startImport, cancelImport, undo]
