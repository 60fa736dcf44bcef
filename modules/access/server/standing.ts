// Where the person who asks stands: over an area, over another person, as the last of the administrators.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Right, Scope } from '../../../platform/server/rights.ts'
import type { Context, Db, SignedInContext } from '../../../platform/server/slice.ts'
import { refusals } from '../contract/refusals.ts'
import { giveRefusal, manage, ownRights } from '../rules.ts'
import { hasAdministrator } from './sign-in/first-administrator.ts'

/** The areas that hold this one, itself included. */
export async function areasAbove(db: Db, areaId: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ ancestor_id: string }>`
    select ancestor_id from area_coverage where unit_id = ${areaId}`.execute(db)
  return new Set(found.rows.map((row) => row.ancestor_id))
}

export const managesEverywhere = (rights: readonly Right[]): boolean =>
  ownRights(rights).some((right) => right.permission === manage && right.areaId === null)

export const permissionsOfRole = async (db: Db, roleId: string): Promise<string[]> => {
  const found = await sql<{ permission: string }>`
    select permission from role_permission where role_id = ${roleId}`.execute(db)
  return found.rows.map((row) => row.permission)
}

/** SQL that is true for a person who ever held a right or a post within the scope. */
export function personWithin(scope: Scope, personColumn: ReturnType<typeof sql.ref>) {
  if (scope.everywhere) return sql<boolean>`true`
  const roots = scope.roots as string[]
  return sql<boolean>`(
    exists (select 1 from access_grant held join area_coverage reach on reach.unit_id = held.area_id
      where held.person_id = ${personColumn} and reach.ancestor_id = any(${roots}::uuid[]))
    or exists (select 1 from post_holder held join post on post.id = held.post_id
      join area_coverage reach on reach.unit_id = post.area_id
      where held.person_id = ${personColumn} and reach.ancestor_id = any(${roots}::uuid[])))`
}

type Held = { role_id: string; area_id: string | null; permissions: string[] }

/**
 * True when the asker could give everything that the person holds or was lent, now or later: only then may they rename, stop or
 * invite them. Whoever could set the password of somebody with more rights would have those rights.
 */
export async function standsOver(
  context: Pick<Context, 'db' | 'rights' | 'scope' | 'today'>,
  personId: string,
): Promise<boolean> {
  if (managesEverywhere(context.rights)) return true
  const roots = context.scope.roots as string[]
  const held = await sql<Held>`
    select access_grant.role_id, area_id, array_agg(permission) filter (where permission is not null) as permissions
    from access_grant left join role_permission on role_permission.role_id = access_grant.role_id
    where (person_id = ${personId} or person_id in (
        select from_person_id from delegation where to_person_id = ${personId} and valid_to > ${context.today}::date
          and (revoked_on is null or revoked_on > ${context.today}::date)))
      and (revoked_on is null or revoked_on > ${context.today}::date)
      and (valid_to is null or valid_to > ${context.today}::date)
    group by access_grant.id`.execute(context.db)
  for (const grant of held.rows) {
    if (grant.area_id === null) return false
    const above = await areasAbove(context.db, grant.area_id)
    if (
      giveRefusal(
        { rights: context.rights, withheld: [] },
        { permissions: grant.permissions ?? [], areaId: grant.area_id, above },
      )
    )
      return false
  }
  const elsewhere = await sql`
    select 1 from post_holder join post on post.id = post_id
    where person_id = ${personId} and (valid_to is null or valid_to > ${context.today}::date)
      and not exists (select 1 from area_coverage reach where reach.unit_id = post.area_id and reach.ancestor_id = any(${roots}::uuid[]))
    limit 1`.execute(context.db)
  return elsewhere.rows.length === 0
}

export type PersonRecord = {
  id: string
  name: string
  email: string
  language: 'vi' | 'en'
  disabled_on: string | null
  version: number
}

/** The person to be changed, locked: in the asker's reach, and with no more rights than the asker manages. */
export async function personToManage(context: SignedInContext, id: string, version?: number): Promise<PersonRecord> {
  const found = await sql<PersonRecord>`
    select id, name, email, language, disabled_on, version from person
    where id = ${id} and ${personWithin(context.scope, sql.ref('person.id'))} for update`.execute(context.db)
  const person = found.rows[0]
  if (!person) throw refuse(platformRefusals.not_found)
  if (!(await standsOver(context, id))) throw refuse(refusals.not_over_person)
  if (version !== undefined && person.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  return person
}

/** Two administrators who stop each other at once wait here for one another. */
export async function holdAdministrators(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('binhyen: administrators'))`.execute(db)
}

/** Called after a change: without an administrator it is taken back. */
export async function keepAnAdministrator(db: Db, today: string): Promise<void> {
  if (!(await hasAdministrator(db, today))) throw refuse(refusals.last_administrator)
}
