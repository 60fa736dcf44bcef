// Reads rows of the register as they are shown.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { MediaType } from '../contract/files.ts'

export type Named = { id: string; kind: string; number: string; issuedOn: PlainDate | null; title: string }
export type DocumentRow = {
  id: string
  kind: string
  number: string
  issuedOn: PlainDate | null
  issuer: string
  title: string
  area: { id: string; code: string; name: string; type: string }
  file: { id: string; name: string; mediaType: MediaType; size: number } | null
  public: boolean
  demo: boolean
  links: number
  replacedBy: Named | null
}
type Row = {
  id: string
  kind: string
  number: string
  issued_on: PlainDate | null
  issuer: string
  title: string
  area_id: string
  code: string
  area_name: string
  area_type: string
  file_id: string | null
  file_name: string
  media_type: MediaType
  size: number
  public: boolean
  demo: boolean
  links: number
  later: Named | null
}

/** Rows that the condition lets through, the newest first; `on` is the day whose state is shown. */
export async function documentRows(
  db: Db,
  condition: RawBuilder<boolean>,
  on: PlainDate,
  limit: number,
): Promise<DocumentRow[]> {
  const found = await sql<Row>`
    select document.id, document.kind, number, issued_on, issuer, title, document.area_id, area_unit.code, area_unit.name as area_name,
      area_unit.type as area_type, file_id, file.name as file_name, file.media_type, file.size, document.public, document.demo,
      (select count(*)::int from document_link where document_id = document.id)
        + (select count(*)::int from task where task.document_id = document.id and assigned_on <= ${on}::date) as links,
      (select json_build_object('id', later.id, 'kind', later.kind, 'number', later.number, 'issuedOn', later.issued_on, 'title', later.title)
        from document later where later.replaces_id = document.id and (later.issued_on is null or later.issued_on <= ${on}::date)
        order by later.issued_on desc nulls last limit 1) as later
    from document join area_unit on area_unit.id = document.area_id left join file on file.id = file_id
    where ${condition}
    order by coalesce(issued_on, '0001-01-01') desc, document.id desc limit ${limit}`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    title: row.title,
    area: { id: row.area_id, code: row.code, name: row.area_name, type: row.area_type },
    file: row.file_id ? { id: row.file_id, name: row.file_name, mediaType: row.media_type, size: row.size } : null,
    public: row.public,
    demo: row.demo,
    links: row.links,
    replacedBy: row.later,
  }))
}

/** What was issued by the day; a document whose day of issue is not known is shown on every day. */
export const issuedBy = (on: PlainDate): RawBuilder<boolean> =>
  sql<boolean>`(document.issued_on is null or document.issued_on <= ${on}::date)`
