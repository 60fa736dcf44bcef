// Whether the reader may also change the rosters of a place that they see.

import { sql } from 'kysely'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

export async function mayManage(db: Db, scopeFor: (permission: string) => Scope, areaId: string): Promise<boolean> {
  const { everywhere, roots } = scopeFor('rosters.manage')
  if (everywhere) return true
  const found = await sql<{ manage: boolean }>`
    select exists (select 1 from area_coverage where unit_id = ${areaId}
      and ancestor_id = any(${roots as string[]}::uuid[])) as manage`.execute(db)
  return found.rows[0]?.manage ?? false
}
