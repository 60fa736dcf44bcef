// Giving and taking back rights; a right taken back stays on the record.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Context, carriesOut } from '../../../../platform/server/slice.ts'
import { GiveGrant, RevokeGrant } from '../../contract/grants.ts'
import { refusals } from '../../contract/refusals.ts'
import { giveRefusal } from '../../rules.ts'
import { giveGrant } from '../giving.ts'
import { areasAbove, holdAdministrators, keepAnAdministrator, permissionsOfRole, personWithin } from '../standing.ts'

export const give = carriesOut(GiveGrant, async (context, input) => {
  const known = await sql`
    select 1 from person where id = ${input.personId} and ${personWithin(context.scope, sql.ref('person.id'))}`.execute(
    context.db,
  )
  if (known.rows.length === 0) throw refuse(refusals.no_such_person, {}, 'personId')
  await giveGrant(context, input)
  const { id, personId, ...after } = input
  return {
    answer: { id },
    audit: { subject: `person:${personId}`, areaId: input.areaId, after: { grant: id, ...after } },
  }
})

type Row = {
  person_id: string
  role_id: string
  area_id: string | null
  revoked_on: string | null
  valid_from: string
  valid_to: string | null
}

export const revoke = carriesOut(
  RevokeGrant,
  async ({ db, rights, withheld, today, person }, { id, reason }) => {
    await holdAdministrators(db)
    const found = await sql<Row>`
      select person_id, role_id, area_id, revoked_on, valid_from, valid_to from access_grant where id = ${id} for update`.execute(
      db,
    )
    const grant = found.rows[0]
    if (!grant) throw refuse(platformRefusals.not_found)
    if (grant.revoked_on !== null) throw refuse(refusals.revoked_already, { on: grant.revoked_on })
    const above = grant.area_id ? await areasAbove(db, grant.area_id) : new Set<string>()
    const permissions = await permissionsOfRole(db, grant.role_id)
    const refused = giveRefusal({ rights, withheld }, { permissions, areaId: grant.area_id, above })
    if (refused) throw refused
    await sql`update access_grant set revoked_on = ${today}, revoked_by = ${person.id} where id = ${id}`.execute(db)
    await keepAnAdministrator(db, today)
    return {
      answer: { id },
      audit: {
        subject: `person:${grant.person_id}`,
        areaId: grant.area_id,
        before: { grant: id, role: grant.role_id, from: grant.valid_from, to: grant.valid_to },
        after: { revokedOn: today, reason },
      },
    }
  },
  areaOfGrant,
)

/** A right everywhere has no place; who may take it is then decided by the rule of giving. */
async function areaOfGrant({ db }: Context, { id }: { id: string }): Promise<readonly string[] | undefined> {
  const found = await sql<{ area_id: string | null }>`select area_id from access_grant where id = ${id}`.execute(db)
  const row = found.rows[0]
  return row ? (row.area_id ? [row.area_id] : []) : undefined
}
