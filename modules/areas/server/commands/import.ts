// Upload, start and cancel an import of territory. The work itself is done in the background.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { CancelImport, StartImport, UploadImportFile } from '../../contract/import.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { type ImportRow, importById, shapeOf } from '../import/web-imports.ts'

const isOver = (row: ImportRow): boolean => row.finishedAt !== null

export const uploadImportFile = carriesOut(
  UploadImportFile,
  async ({ db, person, bytes }, { importId, part, name }) => {
    if (!isText(bytes)) throw refuse(areaRefusals.not_csv, { name }, 'name')
    const row = await importById(db, importId)
    if (row) await refuseUnlessDraft(row)
    else
      await sql`insert into area_import (id, started_by, state, dry_run) values (${importId}, ${person.id}, 'draft', true)`.execute(
        db,
      )
    await sql`
    insert into area_import_file (import_id, part, name, content)
    values (${importId}, ${part}, ${name}, ${Buffer.from(bytes)})
    on conflict (import_id, part) do update set name = excluded.name, content = excluded.content`.execute(db)
    return {
      answer: { importId, bytes: bytes.length },
      audit: { subject: `area-import:${importId}`, after: { part, name, bytes: bytes.length } },
    }
  },
)

async function refuseUnlessDraft(row: ImportRow): Promise<void> {
  if (isOver(row)) throw refuse(areaRefusals.import_over)
  if (row.state !== 'draft') throw refuse(areaRefusals.import_running)
}

/** A first look at the bytes: text in UTF-8 without the zero byte that every office file holds. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096)
  if (bytes.length === 0 || start.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    return false
  }
}

export const startImport = carriesOut(StartImport, async ({ db }, { importId, dryRun }) => {
  const row = await locked(db, importId)
  await refuseUnlessDraft(row)
  if (row.files.length === 0) throw refuse(areaRefusals.import_incomplete)
  await sql`update area_import set state = 'waiting', dry_run = ${dryRun}, started_at = now() where id = ${importId}`.execute(
    db,
  )
  const after = (await importById(db, importId))!
  return {
    answer: shapeOf(after),
    audit: { subject: `area-import:${importId}`, after: { dryRun, files: row.files.map((file) => file.name) } },
  }
})

export const cancelImport = carriesOut(CancelImport, async ({ db }, { importId }) => {
  const row = await locked(db, importId)
  if (isOver(row)) throw refuse(areaRefusals.import_over)
  if (row.state === 'running') await sql`update area_import set cancel_asked = true where id = ${importId}`.execute(db)
  else {
    await sql`update area_import set state = 'cancelled', finished_at = now(), result = ${JSON.stringify({ files: row.files })}::jsonb
      where id = ${importId}`.execute(db)
    await sql`delete from area_import_file where import_id = ${importId}`.execute(db)
  }
  const after = (await importById(db, importId))!
  return { answer: shapeOf(after), audit: { subject: `area-import:${importId}`, after: { cancelled: true } } }
})

async function locked(db: Db, id: string): Promise<ImportRow> {
  await sql`select 1 from area_import where id = ${id} for update`.execute(db)
  const row = await importById(db, id)
  if (!row) throw refuse(platformRefusals.not_found)
  return row
}
