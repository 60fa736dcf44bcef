// Which tasks of a programme a reader sees at all.

import { type RawBuilder, sql } from 'kysely'
import { everything, type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

/**
 * True for the tasks of the programme within the scope. A scope over the whole territory of the programme needs no look
 * at each task, since every task lies in that territory.
 */
export async function inReach(db: Db, programmeId: string, scope: Scope): Promise<RawBuilder<boolean>> {
  const whole = scope.everywhere || (await coversProgramme(db, programmeId, scope))
  return sql<boolean>`task.programme_id = ${programmeId} and ${within(whole ? everything : scope, sql.ref('task.area_id'))}`
}

async function coversProgramme(db: Db, programmeId: string, scope: Scope): Promise<boolean> {
  if (scope.roots.length === 0) return false
  const found = await sql`
    select 1 from programme join area_coverage on area_coverage.unit_id = programme.area_id
    where programme.id = ${programmeId} and area_coverage.ancestor_id = any(${scope.roots as string[]}::uuid[]) limit 1`.execute(
    db,
  )
  return found.rows.length > 0
}
