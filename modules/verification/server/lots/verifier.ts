// Who verifies a lot: somebody from elsewhere, refused by name otherwise.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Context, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { AssignVerifier, ListVerifiers } from '../../contract/lots.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { type NotFromElsewhere, type Verifier, whyNot } from '../../rules/elsewhere.ts'
import { areaOfLot, drawnOf, type Lot, lotById, openLot } from './find.ts'

type Candidate = Verifier & { id: string; name: string; where: string }

const held = (table: string, today: string) => sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${today}::date
  and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${today}::date)`

/** People with a right in the manager's own reach, and what speaks against each; of one person when `only` is given. */
async function candidates(
  { db, scope, today }: Pick<Context, 'db' | 'scope' | 'today'>,
  lot: Lot,
  only?: string,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with own as (
      select grant_held.person_id, grant_held.area_id, grant_held.role_id from access_grant grant_held
      where ${held('grant_held', today)} and (grant_held.revoked_on is null or grant_held.revoked_on > ${today}::date)
    ), near as (
      select distinct person.id, person.name from own join person on person.id = own.person_id
      where (person.disabled_on is null or person.disabled_on > ${today}::date) and ${inReach(scope)}
        and (${only ?? null}::uuid is null or person.id = ${only ?? null}::uuid)
    ), homes as (
      select person_id, area_id from own where area_id is not null
      union
      select holder.person_id, unnest(array[post.area_id, body.area_id]) from post_holder holder
      join post on post.id = holder.post_id left join area_body body on body.id = post.body_id
      where ${held('holder', today)}
    )
    select near.id, near.name,
      coalesce((select string_agg(distinct unit.name, ', ') from homes join area_unit unit on unit.id = homes.area_id
        where homes.person_id = near.id), '') as "where",
      exists (select 1 from own join role_permission permitted on permitted.role_id = own.role_id
        where own.person_id = near.id and permitted.permission = 'verification.visit') as "mayVisit",
      exists (select 1 from commitment_promise promise
        left join commitment_link link on link.commune_id = promise.commune_id and link.promise_id = promise.id
        where promise.commune_id = ${lot.communeId} and promise.id = any(${lot.members}::uuid[])
          and (promise.recorded_by = near.id or promise.countersigned_by = near.id or link.made_by = near.id)) as "tookSignatures",
      ${fromThere(lot)} as "fromThere"
    from near order by near.name, near.id limit 200`.execute(db)
  return rows
}

const inReach = (scope: Scope) => within(scope, sql.ref('own.area_id'))

/**
 * A post or right in the commune of the lot, in its hamlets and bodies, or in the commune that has taken it over: its officers answer
 * for the figure that is verified. Whoever works above it, or in another commune, comes from elsewhere.
 */
const fromThere = ({ communeId, hamletId }: Lot) =>
  sql<boolean>`exists (select 1 from homes join area_coverage reach
      on (reach.ancestor_id = ${communeId}::uuid and reach.unit_id = homes.area_id)
        or (reach.unit_id in (${communeId}::uuid, ${hamletId}::uuid) and reach.ancestor_id = homes.area_id)
      join area_unit home on home.id = homes.area_id
      where homes.person_id = near.id and (reach.ancestor_id = ${communeId}::uuid or home.level in ('commune', 'village')))`

export const listVerifiers: Handler = answers(
  ListVerifiers,
  async (context, { id }) => {
    const lot = await lotById(context.db, id)
    const found = await candidates(context, lot)
    return {
      rows: found
        .map((each) => ({ id: each.id, name: each.name, where: each.where, why: whyNot(each) ?? null }))
        .filter(({ why }) => why !== 'may_not_visit'),
    }
  },
  areaOfLot,
)

const refusals: Record<NotFromElsewhere, (typeof verificationRefusals)[NotFromElsewhere]> = {
  may_not_visit: verificationRefusals.may_not_visit,
  took_signatures: verificationRefusals.took_signatures,
  from_there: verificationRefusals.from_there,
}

export const assignVerifier: Handler = carriesOut(
  AssignVerifier,
  async (context, { id, version, verifierId }) => {
    const { db } = context
    const lot = await openLot(db, { id, version })
    if (await hasBegun(db, lot)) throw refuse(verificationRefusals.visits_begun)
    const [verifier] = await candidates(context, lot, verifierId)
    if (!verifier) throw refuse(platformRefusals.not_found, {}, 'verifierId')
    const why = whyNot(verifier)
    if (why) throw refuse(refusals[why], { name: verifier.name }, 'verifierId')
    await sql`update verification_lot set verifier_id = ${verifierId}, version = version + 1
      where commune_id = ${lot.communeId} and id = ${id}`.execute(db)
    return {
      answer: { id, version: version + 1 },
      audit: {
        subject: `verification-lot:${id}`,
        areaId: lot.hamletId ?? lot.communeId,
        before: { verifierId: lot.verifierId },
        after: { verifierId },
      },
    }
  },
  areaOfLot,
)

async function hasBegun(db: Db, lot: Lot): Promise<boolean> {
  return (await drawnOf(db, lot)).some(({ outcome, tries }) => outcome !== null || tries > 0)
}
