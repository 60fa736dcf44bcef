// One person, as far as the reader's reach goes: posts, grants and delegations there, the rest only counted.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context } from '../../../../platform/server/slice.ts'
import { ViewPerson } from '../../contract/people.ts'
import { giveRefusal, manage } from '../../rules.ts'
import { type Delegation, readDelegations } from '../delegation-rows.ts'
import { type Grant, readGrants } from '../grant-rows.ts'
import { readHeldPosts } from '../held-posts.ts'
import { grantWithin, readPeople } from '../person-rows.ts'
import { areasAbove, managesEverywhere, permissionsOfRole, personWithin, standsOver } from '../standing.ts'

export const person = answers(ViewPerson, async (context, { id }) => {
  const { db, scope, today, now } = context
  const which = sql<boolean>`person.id = ${id} and ${personWithin(scope, sql.ref('person.id'))}`
  const [found] = await readPeople(db, { which, scope, on: today, today, now })
  if (!found) throw refuse(platformRefusals.not_found)
  const posts = await readHeldPosts(db, id, within(scope, sql.ref('post.area_id')))
  const grants = await readGrants(db, sql<boolean>`access_grant.person_id = ${id} and ${grantWithin(scope)}`, today)
  const delegations = await readDelegations(db, delegationsOf(context, id), today)
  const { authenticator, passkeys, ...shown } = found
  return {
    person: shown,
    posts,
    grants: await withMay(context, grants),
    delegations: delegations.map((each) => ({ ...each, may: { end: mayEnd(context, each) } })),
    elsewhere: await countElsewhere(context, id),
    authenticator,
    passkeys,
    may: await mayDo(context, id, shown.disabledOn),
  }
})

/** Lent rights show themselves to those who see the lender and the receiver. */
function delegationsOf({ scope }: Context, id: string) {
  const other = sql.ref('other.id')
  return sql<boolean>`(${id} in (from_person_id, to_person_id)) and exists (
    select 1 from person other where other.id in (from_person_id, to_person_id) and other.id <> ${id} and ${personWithin(scope, other)})`
}

const mayEnd = ({ person, rights }: Context, { inForce, from, to }: Delegation): boolean =>
  inForce && (managesEverywhere(rights) || person?.id === from.id || person?.id === to.id)

async function withMay(context: Context, grants: readonly Grant[]) {
  const rows = []
  for (const grant of grants) rows.push({ ...grant, may: { revoke: await mayRevoke(context, grant) } })
  return rows
}

async function mayRevoke({ db, rights, withheld, today }: Context, grant: Grant): Promise<boolean> {
  if (grant.revokedOn !== null || (grant.to !== null && grant.to <= today)) return false
  if (!rights.some((right) => right.permission === manage)) return false
  const above = grant.area ? await areasAbove(db, grant.area.id) : new Set<string>()
  const permissions = await permissionsOfRole(db, grant.role.id)
  return giveRefusal({ rights, withheld }, { permissions, areaId: grant.area?.id ?? null, above }) === undefined
}

async function countElsewhere({ db, scope }: Context, id: string): Promise<number> {
  if (scope.everywhere) return 0
  const found = await sql<{ count: number }>`
    select (select count(*) from access_grant where person_id = ${id} and not ${grantWithin(scope)})
      + (select count(*) from post_holder join post on post.id = post_id
          where person_id = ${id} and not ${within(scope, sql.ref('post.area_id'))}) as count`.execute(db)
  return found.rows[0]?.count ?? 0
}

async function mayDo(context: Context, id: string, disabledOn: string | null) {
  const manages = context.scopeFor(manage)
  const some = manages.everywhere || manages.roots.length > 0
  const over = some && (await standsOver({ ...context, scope: manages }, id))
  const other = context.person?.id !== id
  const enabled = disabledOn === null || disabledOn > context.today
  return {
    change: over,
    disable: over && other,
    invite: over && other && enabled,
    grant: some && other && enabled,
    sessions: managesEverywhere(context.rights),
  }
}
