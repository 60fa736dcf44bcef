// Giving a right: the checks that every way of giving passes, and the row.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { SignedInContext } from '../../../platform/server/slice.ts'
import { refusals } from '../contract/refusals.ts'
import { giveRefusal } from '../rules.ts'
import { areasAbove, permissionsOfRole } from './standing.ts'

export type NewGrant = {
  id: string
  personId: string
  roleId: string
  areaId: string | null
  from: string
  to: string | null
  reason: string
}

export async function giveGrant(context: SignedInContext, grant: NewGrant): Promise<void> {
  const { db, person } = context
  if (grant.personId === person.id) throw refuse(refusals.not_yourself, {}, 'personId')
  if (grant.to !== null && grant.to <= grant.from) throw refuse(refusals.dates_reversed, {}, 'to')
  await refuseUnknown(context, grant)
  const above = grant.areaId ? await areasAbove(db, grant.areaId) : new Set<string>()
  if (grant.areaId && above.size === 0) throw refuse(platformRefusals.not_found)
  const permissions = await permissionsOfRole(db, grant.roleId)
  const refused = giveRefusal(context, { permissions, areaId: grant.areaId, above })
  if (refused) throw refused
  await refuseTwice(context, grant)
  const given = await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, valid_to, granted_by, reason)
    values (${grant.id}, ${grant.personId}, ${grant.roleId}, ${grant.areaId}, ${grant.from}, ${grant.to}, ${person.id},
      ${grant.reason}) on conflict (id) do nothing`.execute(db)
  if (given.numAffectedRows === 0n) throw refuse(refusals.id_taken)
}

async function refuseUnknown({ db, today }: SignedInContext, grant: NewGrant): Promise<void> {
  const role = await sql`select 1 from role where id = ${grant.roleId}`.execute(db)
  if (role.rows.length === 0) throw refuse(refusals.no_such_role, {}, 'roleId')
  const found = await sql<{ disabled_on: string | null }>`
    select disabled_on from person where id = ${grant.personId} for share`.execute(db)
  const known = found.rows[0]
  if (!known) throw refuse(refusals.no_such_person, {}, 'personId')
  if (known.disabled_on !== null && known.disabled_on <= today) throw refuse(refusals.person_disabled, {}, 'personId')
}

async function refuseTwice({ db }: SignedInContext, grant: NewGrant): Promise<void> {
  const twice = await sql`
    select 1 from access_grant where person_id = ${grant.personId} and role_id = ${grant.roleId}
      and area_id is not distinct from ${grant.areaId} and revoked_on is null and id <> ${grant.id}
      and daterange(valid_from, valid_to) && daterange(${grant.from}::date, ${grant.to}::date)`.execute(db)
  if (twice.rows.length > 0) throw refuse(refusals.grant_twice)
}
