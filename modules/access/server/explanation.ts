// The facts behind "why may she?": everything that the door would look at, and what it would pass over.

import { sql } from 'kysely'
import { unitNames } from '../../../platform/contract/unit-name.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type KnownPermission, permissions } from '../../../rules/roles.ts'
import { type DelegationFacts, type Explanation, explain, type GrantFacts } from '../explaining.ts'
import { areasAbove } from './standing.ts'

export type Question = { personId: string; permission: KnownPermission; areaId: string; on: string }
export type Explained = Explanation & {
  person: { id: string; name: string }
  area: { id: string; code: string; name: string; type: string }
}

type GrantRow = {
  id: string
  person_id: string
  role_id: string
  role_vi: string
  role_en: string
  holds_permission: boolean
  area_id: string | null
  area_name: string | null
  area_type: string | null
  seen: boolean
  valid_from: string
  valid_to: string | null
  revoked_on: string | null
}

/** Undefined when there is no such person or area; names of areas outside the reader's scope are not told. */
export async function explainFor(db: Db, question: Question, reader: Scope): Promise<Explained | undefined> {
  const { personId, permission, areaId, on } = question
  const [person, area] = await Promise.all([personNamed(db, personId), areaNamed(db, areaId)])
  if (!person || !area) return undefined
  const [above, delegations] = await Promise.all([areasAbove(db, areaId), delegationsTo(db, personId)])
  const holders = [personId, ...delegations.map((each) => each.from_person_id)]
  const grants = await grantsOf(db, holders, permission, reader)
  const of = (id: string) => grants.filter((grant) => grant.person_id === id).map((row) => factsOfGrant(row))
  const here = unitNames(area)
  const explanation = explain({
    on,
    permission,
    permissionName: permissions[permission],
    area: here,
    above,
    person: { name: person.name, disabledOn: person.disabled_on },
    grants: of(personId),
    delegations: delegations.map((row) => factsOfDelegation(row, of(row.from_person_id))),
  })
  return { ...explanation, person: { id: personId, name: person.name }, area }
}

async function personNamed(db: Db, id: string) {
  const found = await sql<{ name: string; disabled_on: string | null }>`
    select name, disabled_on from person where id = ${id}`.execute(db)
  return found.rows[0]
}

async function areaNamed(db: Db, id: string) {
  const found = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit where id = ${id}`.execute(db)
  return found.rows[0]
}

async function grantsOf(db: Db, personIds: readonly string[], permission: string, reader: Scope): Promise<GrantRow[]> {
  const found = await sql<GrantRow>`
    select access_grant.id, access_grant.person_id, role.id as role_id, role.name_vi as role_vi, role.name_en as role_en,
      exists (select 1 from role_permission where role_id = role.id and permission = ${permission}) as holds_permission,
      access_grant.area_id, area_unit.name as area_name, area_unit.type as area_type,
      (access_grant.area_id is null or ${within(reader, sql.ref('access_grant.area_id'))}) as seen,
      access_grant.valid_from, access_grant.valid_to, access_grant.revoked_on
    from access_grant join role on role.id = access_grant.role_id left join area_unit on area_unit.id = access_grant.area_id
    where access_grant.person_id = any(${personIds as string[]}::uuid[])
    order by access_grant.valid_from, access_grant.id`.execute(db)
  return found.rows
}

type DelegationRow = {
  id: string
  from_person_id: string
  lender: string
  lender_disabled_on: string | null
  role_id: string | null
  role_vi: string | null
  role_en: string | null
  title_vi: string | null
  title_en: string | null
  valid_from: string
  valid_to: string
  revoked_on: string | null
}

async function delegationsTo(db: Db, personId: string): Promise<DelegationRow[]> {
  const found = await sql<DelegationRow>`
    select delegation.id, from_person_id, lender.name as lender, lender.disabled_on as lender_disabled_on,
      role.id as role_id, role.name_vi as role_vi, role.name_en as role_en, post.title_vi, post.title_en,
      delegation.valid_from, delegation.valid_to, delegation.revoked_on
    from delegation join person lender on lender.id = from_person_id
    left join role on role.id = delegation.role_id left join post on post.id = delegation.post_id
    where to_person_id = ${personId} order by delegation.valid_from, delegation.id`.execute(db)
  return found.rows
}

const everywhere = { vi: 'mọi địa bàn', en: 'everywhere' }
const elsewhere = { vi: 'một địa bàn khác', en: 'another area' }

const factsOfGrant = (row: GrantRow): GrantFacts => ({
  id: row.id,
  role: { vi: row.role_vi, en: row.role_en },
  roleId: row.role_id,
  holdsPermission: row.holds_permission,
  areaId: row.area_id,
  area:
    row.area_id === null
      ? everywhere
      : row.seen
        ? unitNames({ type: row.area_type ?? '', name: row.area_name ?? '' })
        : elsewhere,
  from: row.valid_from,
  to: row.valid_to,
  revokedOn: row.revoked_on,
})

const factsOfDelegation = (row: DelegationRow, lenderGrants: readonly GrantFacts[]): DelegationFacts => ({
  id: row.id,
  lender: { name: row.lender, disabledOn: row.lender_disabled_on },
  roleId: row.role_id,
  role: row.role_id ? { vi: row.role_vi ?? '', en: row.role_en ?? '' } : null,
  post: row.title_vi ? { vi: row.title_vi, en: row.title_en ?? '' } : null,
  from: row.valid_from,
  to: row.valid_to,
  revokedOn: row.revoked_on,
  lenderGrants,
})
