// The units that a reader reaches, as the database says, kept until the territory changes.

import { sql } from 'kysely'
import type { Scope } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Pulse } from './pulse.ts'

export type InReach = (unitId: string) => boolean

const mostKept = 500
const kept = new Map<string, ReadonlySet<string>>()

export async function inReachOf(db: Db, scope: Scope, pulse: Pulse): Promise<InReach> {
  if (scope.everywhere) return () => true
  const key = `${pulse.territory} ${[...scope.roots].sort().join()}`
  const known = pulse.writing ? undefined : kept.get(key)
  const units = known ?? (await unitsBelow(db, scope.roots))
  if (!known && !pulse.writing) {
    kept.set(key, units)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  }
  return (unitId) => units.has(unitId)
}

async function unitsBelow(db: Db, roots: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unit_id: string }>`
    select distinct unit_id from area_coverage where ancestor_id = any(${roots as string[]}::uuid[])`.execute(db)
  return new Set(rows.map((row) => row.unit_id))
}
