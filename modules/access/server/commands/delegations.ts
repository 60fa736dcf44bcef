// Lending one's own rights for a time, and ending it early.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Context, carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { Delegate, EndDelegation } from '../../contract/delegations.ts'
import { refusals } from '../../contract/refusals.ts'
import { type Lending, lendRefusal } from '../../rules.ts'
import { isColleague } from '../colleagues.ts'
import { managesEverywhere } from '../standing.ts'

export const delegate = carriesOut(Delegate, async (context, input) => {
  const { db, person, today } = context
  const { id, toPersonId, roleId, postId, from, to, reason } = input
  if (toPersonId !== person.id && !(await isColleague(context, toPersonId)))
    throw refuse(refusals.no_such_person, {}, 'toPersonId')
  // What this session may not use it may not lend either, to somebody whose session may.
  if (context.withheld.some(({ role, actingFor }) => !actingFor && (roleId === null || roleId === role)))
    throw refuse(platformRefusals.two_factors_needed)
  const ownRoles = await rolesHeldOn(context, from)
  const post = postId ? await timeInPost(context, postId, from) : undefined
  const lending: Lending = { giverId: person.id, receiverId: toPersonId, today, from, to, ownRoles, roleId, post }
  const refused = lendRefusal(lending)
  if (refused) throw refused
  await sql`select 1 from person where id = ${person.id} for update`.execute(db)
  const twice = await sql`
    select 1 from delegation where from_person_id = ${person.id} and to_person_id = ${toPersonId} and revoked_on is null
      and role_id is not distinct from ${roleId} and post_id is not distinct from ${postId} and id <> ${id}
      and daterange(valid_from, valid_to) && daterange(${from}::date, ${to}::date)`.execute(db)
  if (twice.rows.length > 0) throw refuse(refusals.delegation_twice)
  const lent = await sql`
    insert into delegation (id, from_person_id, to_person_id, post_id, role_id, valid_from, valid_to, reason)
    values (${id}, ${person.id}, ${toPersonId}, ${postId}, ${roleId}, ${from}, ${to}, ${reason})
    on conflict (id) do nothing`.execute(db)
  if (lent.numAffectedRows === 0n) throw refuse(refusals.id_taken)
  return {
    answer: { id },
    audit: {
      subject: `person:${person.id}`,
      after: { delegation: id, to: toPersonId, roleId, postId, from, until: to, reason },
    },
  }
})

/** Roles by grants of one's own that hold on the day the lending begins. */
async function rolesHeldOn({ db, person }: SignedInContext, on: string): Promise<string[]> {
  const found = await sql<{ role_id: string }>`
    select distinct role_id from access_grant where person_id = ${person.id} and valid_from <= ${on}::date
      and (valid_to is null or valid_to > ${on}::date) and (revoked_on is null or revoked_on > ${on}::date)`.execute(db)
  return found.rows.map((row) => row.role_id)
}

async function timeInPost({ db, person }: SignedInContext, postId: string, on: string): Promise<Lending['post']> {
  const found = await sql<{ from: string; to: string | null }>`
    select valid_from as "from", valid_to as "to" from post_holder where post_id = ${postId} and person_id = ${person.id}
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`.execute(db)
  return found.rows[0] ?? 'not-held'
}

type Row = {
  from_person_id: string
  to_person_id: string
  valid_from: string
  valid_to: string
  revoked_on: string | null
}

export const endDelegation = carriesOut(EndDelegation, async (context, { id }) => {
  const { db, today } = context
  const found = await sql<Row>`
    select from_person_id, to_person_id, valid_from, valid_to, revoked_on from delegation where id = ${id} for update`.execute(
    db,
  )
  const lent = found.rows[0]
  if (!lent || !mayEnd(context, lent)) throw refuse(platformRefusals.not_found)
  if (lent.revoked_on !== null || lent.valid_to <= today) throw refuse(refusals.ended_already)
  await sql`update delegation set revoked_on = ${today} where id = ${id}`.execute(db)
  return {
    answer: { id },
    audit: {
      subject: `person:${lent.from_person_id}`,
      before: { delegation: id, to: lent.to_person_id, from: lent.valid_from, until: lent.valid_to },
      after: { revokedOn: today },
    },
  }
})

/** The one who lends, the one who was lent to, and an administrator. */
const mayEnd = ({ person, rights }: Context, { from_person_id, to_person_id }: Row): boolean =>
  person?.id === from_person_id || person?.id === to_person_id || managesEverywhere(rights)
