// The events of a file: sealed when they are written, opened for whoever reads the file.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import type { FileEvent } from '../events.ts'
import { instantOf, momentOf } from './moment.ts'
import { openJson, sealJson } from './sealing/person.ts'

export type KeptEvent = FileEvent & {
  folio: number
  recordedAt: string
  recordedBy: string
  /** The file that was merged into this one, and the number of the paper there. */
  from?: { fileId: string; number: string; folio: number }
}
type Row = {
  id: string
  folio: number
  kind: FileEvent['kind']
  happened_at: string
  recorded_at: string
  recorded_by: string
  sealed: Buffer
  from_file_id: string | null
  from_number: string | null
  from_folio: number | null
}

export async function eventsOf(files: Db, communeId: string, fileId: string, key: Buffer): Promise<KeptEvent[]> {
  const { rows } = await sql<Row>`
    select event.id, event.folio, event.kind, event.happened_at, event.recorded_at, event.recorded_by, event.sealed,
      event.from_file_id, event.from_folio, gone.number as from_number
    from cases.event left join cases.file gone on gone.commune_id = event.commune_id and gone.id = event.from_file_id
    where event.commune_id = ${communeId} and event.file_id = ${fileId} order by event.happened_at, event.folio`.execute(
    files,
  )
  return rows.map(
    (row) =>
      ({
        id: row.id,
        folio: row.folio,
        kind: row.kind,
        at: momentOf(row.happened_at),
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
        details: openJson(key, row.sealed, `event ${row.id}`),
        ...(row.from_file_id && {
          from: { fileId: row.from_file_id, number: row.from_number, folio: row.from_folio },
        }),
      }) as KeptEvent,
  )
}

/** Answers the number of its paper in the file. */
export async function storeEvent(
  files: Db,
  {
    communeId,
    fileId,
    key,
    event,
    by,
    at,
  }: { communeId: string; fileId: string; key: Buffer; event: FileEvent; by: string; at: Date },
): Promise<number> {
  const sealed = sealJson(key, event.details, `event ${event.id}`)
  const { rows } = await sql<{ folio: number }>`
    insert into cases.event (commune_id, file_id, id, folio, kind, happened_at, recorded_at, recorded_by, sealed)
    select ${communeId}, ${fileId}, ${event.id}, 1 + coalesce(max(folio), 0), ${event.kind}, ${instantOf(event.at)}::timestamptz,
      ${at.toISOString()}::timestamptz, ${by}::uuid, ${sealed}::bytea
    from cases.event where commune_id = ${communeId} and file_id = ${fileId} returning folio`.execute(files)
  return rows[0]?.folio ?? 0
}
