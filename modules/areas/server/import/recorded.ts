// The territory that is on record already, read once, to compare an import with.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Level } from '../../contract/kinds.ts'

export type ParentLink = { parentId: string; validFrom: string; validTo: string | null }
export type RecordedUnit = {
  id: string
  code: string
  name: string
  type: string
  level: Level
  validFrom: string
  validTo: string | null
  parents: ParentLink[]
}
export type RecordedSuccession = {
  id: string
  date: string
  document: string
  kind: string
  fromId: string
  toId: string | null
  share: number | null
}
export type Recorded = { units: RecordedUnit[]; successions: RecordedSuccession[] }

export async function readRecorded(db: Db): Promise<Recorded> {
  const units = await sql<RecordedUnit>`
    select id, code, name, type, level, valid_from as "validFrom", valid_to as "validTo" from area_unit`.execute(db)
  const parents = await sql<ParentLink & { unitId: string }>`
    select unit_id as "unitId", parent_id as "parentId", valid_from as "validFrom", valid_to as "validTo"
    from area_parent order by valid_from`.execute(db)
  const successions = await sql<RecordedSuccession>`
    select id, on_date as date, document, kind, from_id as "fromId", to_id as "toId", share from area_succession`.execute(
    db,
  )
  const byId = new Map(units.rows.map((unit) => [unit.id, { ...unit, parents: [] as ParentLink[] }]))
  for (const { unitId, ...link } of parents.rows) byId.get(unitId)?.parents.push(link)
  return { units: [...byId.values()], successions: successions.rows }
}
