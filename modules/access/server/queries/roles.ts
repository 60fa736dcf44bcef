// The roles and what each may do, for the matrix.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { permissions } from '../../../../rules/roles.ts'
import { ListRoles } from '../../contract/roles.ts'
import { grantWithin } from '../person-rows.ts'

type Row = {
  id: string
  name_vi: string
  name_en: string
  purpose_vi: string
  purpose_en: string
  permissions: string[] | null
  held: number
  version: number
}

export const roles = answers(ListRoles, async ({ db, scope, scopeFor, today }) => {
  const found = await sql<Row>`
    select role.id, name_vi, name_en, purpose_vi, purpose_en, version,
      (select array_agg(permission order by permission) from role_permission where role_id = role.id) as permissions,
      (select count(*) from access_grant where role_id = role.id and valid_from <= ${today}::date
        and (valid_to is null or valid_to > ${today}::date) and (revoked_on is null or revoked_on > ${today}::date)
        and ${grantWithin(scope)}) as held
    from role order by name_vi, id`.execute(db)
  return {
    permissions: Object.entries(permissions).map(([name, words]) => ({ name, ...words })),
    roles: found.rows.map((row) => ({
      id: row.id,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      purposeVi: row.purpose_vi,
      purposeEn: row.purpose_en,
      permissions: row.permissions ?? [],
      held: row.held,
      version: row.version,
    })),
    may: { change: scopeFor('access.manage').everywhere },
  }
})
