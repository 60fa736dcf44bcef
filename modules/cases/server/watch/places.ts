// Which communes somebody watches over, and what they are called; asked outside the files.

import { sql } from 'kysely'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'

export type Place = { id: string; name: string; type: string }

/** Of these communes, those within reach. */
export async function placesWithin(db: Db, scope: Scope, communes: readonly string[]): Promise<Map<string, Place>> {
  if (communes.length === 0) return new Map()
  const { rows } = await sql<Place>`
    select unit.id, unit.name, unit.type from area_unit unit
    where unit.id = any(${communes}::uuid[]) and ${within(scope, sql.ref('unit.id'))}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
