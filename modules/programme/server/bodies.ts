// Agencies, units and schools with the result that holds for each on a day.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { AreaName, DocumentName } from './lines.ts'
import { judgedKinds } from './measure.ts'

export type BodyRecord = {
  id: string
  name: string
  kind: string
  area: AreaName
  met: boolean | null
  decidedOn: PlainDate | null
  document: DocumentName | null
  demo: boolean
  mayRecord: boolean
}
type Row = {
  id: string
  name: string
  kind: string
  demo: boolean
  area_id: string
  code: string
  area_name: string
  type: string
  level: AreaName['level']
  met: boolean | null
  decided_on: PlainDate | null
  document_id: string | null
  document_kind: string
  document_number: string
  issued_on: PlainDate | null
  title: string
  may_record: boolean
}

/** The bodies under an area that the filter lets through, those that have not met the standard first. */
export async function bodiesUnder(
  db: Db,
  question: { areaId: string; year: number; on: PlainDate; filter: RawBuilder<boolean>; managing: Scope },
): Promise<BodyRecord[]> {
  const { areaId, year, on, filter, managing } = question
  const found = await sql<Row>`
    select area_body.id, area_body.name, area_body.kind, area_body.demo, area_body.area_id, area_unit.code,
      area_unit.name as area_name, area_unit.type, area_unit.level, result.met, result.decided_on, result.document_id,
      document.kind as document_kind, document.number as document_number, document.issued_on, document.title,
      ${within(managing, sql.ref('area_body.area_id'))} as may_record
    from area_coverage
    join area_body on area_body.area_id = unit_id and area_body.kind = any(${[...judgedKinds]}::text[])
      and area_body.valid_from <= ${on}::date and (area_body.valid_to is null or area_body.valid_to > ${on}::date)
    join area_unit on area_unit.id = area_body.area_id
    left join lateral (
      select met, decided_on, document_id from body_standard
      where body_id = area_body.id and year = ${year} and decided_on <= ${on}::date order by decided_on desc limit 1
    ) result on true
    left join document on document.id = result.document_id
    where ancestor_id = ${areaId} and ${filter}
    order by coalesce(result.met, false), area_unit.code, area_body.name`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    area: { id: row.area_id, code: row.code, name: row.area_name, type: row.type, level: row.level },
    met: row.met,
    decidedOn: row.decided_on,
    document: row.document_id
      ? {
          id: row.document_id,
          kind: row.document_kind,
          number: row.document_number,
          issuedOn: row.issued_on,
          title: row.title,
        }
      : null,
    demo: row.demo,
    mayRecord: row.may_record,
  }))
}
