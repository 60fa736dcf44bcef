// The roles that any installation starts with; a role that is there already is left as the administrator made it.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { startingRoles } from '../../../rules/roles.ts'

export async function loadRoles(db: Db): Promise<void> {
  for (const role of startingRoles) {
    const made = await sql`
      insert into role (id, name_vi, name_en, purpose_vi, purpose_en)
      values (${role.id}, ${role.name.vi}, ${role.name.en}, ${role.purpose.vi}, ${role.purpose.en}) on conflict do nothing`.execute(
      db,
    )
    if (made.numAffectedRows === 0n) continue
    await sql`insert into role_permission (role_id, permission) select ${role.id}, unnest(${role.permissions}::text[])`.execute(
      db,
    )
  }
}
