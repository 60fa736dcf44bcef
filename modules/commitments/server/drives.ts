// A drive as everybody sees it, with where it stands on a day.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

type Row = {
  id: string
  name_vi: string
  name_en: string
  area_id: string
  area_name: string
  area_type: string
  opens_on: string
  closes_on: string
  published_on: string | null
  closed_on: string | null
  recurs: 'once' | 'yearly'
  demo: boolean
}

/** Drives that reach into the scope: of an area in it, or of one above it once they are published there. */
export async function drivesWithin(db: Db, scope: Scope, on: PlainDate, driveId?: string) {
  const reaching = scope.everywhere
    ? sql<boolean>`true`
    : sql<boolean>`(${within(scope, sql.ref('drive.area_id'))} or drive.published_on is not null and exists (select 1 from area_coverage above
        where above.ancestor_id = drive.area_id and above.unit_id = any(${scope.roots as string[]}::uuid[])))`
  const { rows } = await sql<Row>`
    select drive.id, drive.name_vi, drive.name_en, drive.area_id, unit.name as area_name, unit.type as area_type, drive.opens_on,
      drive.closes_on, drive.published_on, drive.closed_on, drive.recurs, drive.demo
    from commitment_drive drive join area_unit unit on unit.id = drive.area_id
    where ${reaching} and (${driveId ?? null}::uuid is null or drive.id = ${driveId ?? null}::uuid)
    order by drive.opens_on desc, drive.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: { vi: row.name_vi, en: row.name_en },
    area: { id: row.area_id, name: row.area_name, type: row.area_type },
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: stateOn(row, on),
    recurs: row.recurs,
    demo: row.demo,
  }))
}

function stateOn(row: Row, on: PlainDate): 'draft' | 'before' | 'open' | 'closed' {
  if (!row.published_on || row.published_on > on) return 'draft'
  if (row.closes_on < on || (row.closed_on && row.closed_on <= on)) return 'closed'
  return row.opens_on > on ? 'before' : 'open'
}
