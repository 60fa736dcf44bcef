// Reads entries of the register.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Outcome } from '../standing.ts'

export type EntryRow = {
  id: string
  unit: { id: string; code: string; name: string; type: string }
  outcome: Outcome
  number: string
  decidedOn: PlainDate
  effectiveOn: PlainDate
  validTo: PlainDate | null
  issuer: string
  criteriaVersion: string
  fileId: string | null
  public: boolean
  demo: boolean
  cancelledOn: PlainDate | null
  replacedById: string | null
  version: number
}

/** The columns of an entry for the alias `entry`, its unit as `unit`. */
export const entryColumns = sql`
  entry.id, json_build_object('id', unit.id, 'code', unit.code, 'name', unit.name, 'type', unit.type) as unit,
  entry.outcome, entry.number, entry.decided_on as "decidedOn", entry.effective_on as "effectiveOn",
  entry.valid_to as "validTo", entry.issuer, entry.criteria_version as "criteriaVersion", entry.file_id as "fileId",
  entry.public, entry.demo, entry.cancelled_on as "cancelledOn", entry.version,
  (select newer.id from recognition_decision newer where newer.replaces_id = entry.id limit 1) as "replacedById"`

export async function findEntry(db: Db, id: string): Promise<EntryRow | undefined> {
  const found = await sql<EntryRow>`
    select ${entryColumns} from recognition_decision entry join area_unit unit on unit.id = entry.area_id
    where entry.id = ${id}`.execute(db)
  return found.rows[0]
}

export async function areaOfDecision(db: Db, id: string): Promise<string | undefined> {
  const found = await sql<{ area_id: string }>`select area_id from recognition_decision where id = ${id}`.execute(db)
  return found.rows[0]?.area_id
}
