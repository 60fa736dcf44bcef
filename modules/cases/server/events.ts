// The events of a file: sealed when they are written, opened for whoever reads the file.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import type { FileEvent } from '../events.ts'
import { instantOf, momentOf } from './moment.ts'
import { openJson, sealJson } from './sealing/person.ts'

export type KeptEvent = FileEvent & { folio: number; recordedAt: string; recordedBy: string }
type Row = {
  id: string
  folio: number
  kind: FileEvent['kind']
  happened_at: string
  recorded_at: string
  recorded_by: string
  sealed: Buffer
}

export async function eventsOf(files: Db, communeId: string, fileId: string, key: Buffer): Promise<KeptEvent[]> {
  const { rows } = await sql<Row>`
    select id, folio, kind, happened_at, recorded_at, recorded_by, sealed from cases.event
    where commune_id = ${communeId} and file_id = ${fileId} order by happened_at, folio`.execute(files)
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
