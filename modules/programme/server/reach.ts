// Who may see which programme, and which lines of its plan: one's own areas, and what is asked of the whole above them.

import { type RawBuilder, sql } from 'kysely'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

/** SQL that is true for an area within the scope, or lying over an area of the scope. */
export const concerns = (scope: Scope, areaColumn: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${within(scope, areaColumn)} or exists (
    select 1 from area_coverage led where led.ancestor_id = ${areaColumn} and led.unit_id = any(${scope.roots as string[]}::uuid[])))`

/** Which of these areas concern the scope. */
export async function concerned(db: Db, scope: Scope, areaIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (scope.everywhere) return new Set(areaIds)
  const found = await sql<{ id: string }>`
    select wanted.id from unnest(${[...new Set(areaIds)]}::uuid[]) as wanted (id) where ${concerns(scope, sql.ref('wanted.id'))}`.execute(
    db,
  )
  return new Set(found.rows.map((row) => row.id))
}

/** Which of these areas lie within the scope. */
export async function inside(db: Db, scope: Scope, areaIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (scope.everywhere) return new Set(areaIds)
  const found = await sql<{ id: string }>`
    select wanted.id from unnest(${[...new Set(areaIds)]}::uuid[]) as wanted (id) where ${within(scope, sql.ref('wanted.id'))}`.execute(
    db,
  )
  return new Set(found.rows.map((row) => row.id))
}
