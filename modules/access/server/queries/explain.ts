// "Why may she?" for those who may see people and rights in that area.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { type KnownPermission, permissions } from '../../../../rules/roles.ts'
import { Explain } from '../../contract/explain.ts'
import { refusals } from '../../contract/refusals.ts'
import { explainFor } from '../explanation.ts'
import { personWithin } from '../standing.ts'

export const isKnown = (permission: string): permission is KnownPermission => permission in permissions

export const explain = answers(Explain, async ({ db, scope, today }, { personId, permission, areaId, on = today }) => {
  if (!isKnown(permission)) throw refuse(refusals.no_such_permission, { permission }, 'permission')
  const visible = await sql`
    select 1 from person where id = ${personId} and ${personWithin(scope, sql.ref('person.id'))}`.execute(db)
  if (visible.rows.length === 0) throw refuse(refusals.no_such_person, {}, 'personId')
  const found = await explainFor(db, { personId, permission, areaId, on }, scope)
  if (!found) throw refuse(platformRefusals.not_found)
  const { allowed, verdict, steps, person, area } = found
  return { person, area, on, permission: { name: permission, ...permissions[permission] }, allowed, verdict, steps }
})
