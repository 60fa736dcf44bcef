// Roles as data: an administrator says what each may do; what a person may do changes with the next click.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { permissions } from '../../../../rules/roles.ts'
import { refusals } from '../../contract/refusals.ts'
import { AddRole, ChangeRole } from '../../contract/roles.ts'
import { ownRights } from '../../rules.ts'
import { holdAdministrators, keepAnAdministrator, managesEverywhere, permissionsOfRole } from '../standing.ts'

const known = new Set<string>(Object.keys(permissions))

function refuseUnknown(wanted: readonly string[]): void {
  const strange = wanted.find((permission) => !known.has(permission))
  if (strange !== undefined) throw refuse(refusals.no_such_permission, { permission: strange }, 'permissions')
}

async function setPermissions(db: Db, roleId: string, wanted: readonly string[]): Promise<void> {
  await sql`delete from role_permission where role_id = ${roleId} and permission <> all(${wanted as string[]}::text[])`.execute(
    db,
  )
  await sql`
    insert into role_permission (role_id, permission) select ${roleId}, unnest(${wanted as string[]}::text[])
    on conflict do nothing`.execute(db)
}

export const addRole = carriesOut(AddRole, async ({ db, rights }, input) => {
  if (!managesEverywhere(rights)) throw refuse(refusals.lent_manage)
  refuseUnknown(input.permissions)
  const added = await sql`
    insert into role (id, name_vi, name_en, purpose_vi, purpose_en)
    values (${input.id}, ${input.nameVi}, ${input.nameEn}, ${input.purposeVi}, ${input.purposeEn})
    on conflict do nothing`.execute(db)
  if (added.numAffectedRows === 0n) throw refuse(refusals.role_taken, {}, 'id')
  await setPermissions(db, input.id, [...new Set(input.permissions)])
  return { answer: { id: input.id }, audit: { subject: `role:${input.id}`, after: input } }
})

type Row = { name_vi: string; name_en: string; purpose_vi: string; purpose_en: string; version: number }

export const changeRole = carriesOut(ChangeRole, async ({ db, rights, today }, input) => {
  if (!managesEverywhere(rights)) throw refuse(refusals.lent_manage)
  refuseUnknown(input.permissions)
  await holdAdministrators(db)
  const found = await sql<Row>`
    select name_vi, name_en, purpose_vi, purpose_en, version from role where id = ${input.id} for update`.execute(db)
  const role = found.rows[0]
  if (!role) throw refuse(refusals.no_such_role)
  const before = {
    nameVi: role.name_vi,
    nameEn: role.name_en,
    purposeVi: role.purpose_vi,
    purposeEn: role.purpose_en,
    permissions: (await permissionsOfRole(db, input.id)).sort(),
  }
  if (role.version !== input.version)
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: { ...before, version: role.version } } })
  const added = input.permissions.some((permission) => !before.permissions.includes(permission))
  if (added && ownRights(rights).some((right) => right.role === input.id)) throw refuse(refusals.not_own_role)
  await sql`
    update role set name_vi = ${input.nameVi}, name_en = ${input.nameEn}, purpose_vi = ${input.purposeVi},
      purpose_en = ${input.purposeEn}, version = version + 1 where id = ${input.id}`.execute(db)
  await setPermissions(db, input.id, [...new Set(input.permissions)])
  await keepAnAdministrator(db, today)
  const { id, version, ...after } = input
  return { answer: { version: version + 1 }, audit: { subject: `role:${id}`, before, after } }
})
