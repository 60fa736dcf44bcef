// A promise that a body did not keep, what is done about it, and how it ended. Of a person or a household: never.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { bodyGroups, followingRefusals, ListBreaches, RecordBreach, SettleBreach } from '../../contract/following.ts'
import { drivesKnown } from '../signing/drives.ts'
import { workdayOf } from './workday.ts'

export const isOfBody = (groupId: string): boolean => (bodyGroups as readonly string[]).includes(groupId)

type Breach = {
  id: string
  communeId: string
  commune: string
  promiseId: string
  signer: string
  happenedOn: string
  what: string
  followUp: string
  followUpBy: string | null
  daysLate: number
  settledOn: string | null
  settledHow: string | null
  version: number
  mayDecide: boolean
}

export const listBreaches: Handler = answers(ListBreaches, async ({ db, scope, scopeFor, today }, { driveId }) => {
  const { rows } = await sql<Breach>`
    select breach.id, breach.commune_id as "communeId", unit.name as commune, breach.promise_id as "promiseId", entry.name as signer,
      breach.happened_on as "happenedOn", breach.what, breach.follow_up as "followUp", breach.follow_up_by as "followUpBy",
      case when breach.settled_on is null then coalesce(greatest(works.day - breach.follow_up_by, 0), 0) else 0 end as "daysLate",
      breach.settled_on as "settledOn", breach.settled_how as "settledHow", breach.version,
      ${within(scopeFor('commitments.decide'), sql.ref('breach.commune_id'))} as "mayDecide"
    from commitment_breach breach
    join commitment_promise promise on promise.commune_id = breach.commune_id and promise.id = breach.promise_id
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    join area_unit unit on unit.id = breach.commune_id
    join commitment_drive drive on drive.id = promise.drive_id
    cross join lateral (select ${workdayOf(sql.ref('drive.id'), today)} as day) works
    where promise.drive_id = ${driveId} and ${within(scope, sql.ref('breach.commune_id'))}
    order by breach.settled_on desc nulls first, "daysLate" desc, breach.follow_up_by, breach.happened_on desc, breach.id limit 500`.execute(
    db,
  )
  return { rows }
})

export const recordBreach: Handler = carriesOut(RecordBreach, async ({ db, person, today }, input) => {
  const { id, communeId, promiseId, happenedOn, what, followUp, followUpBy } = input
  const found = await sql<{ drive_id: string; group_id: string; signed_on: string; body_id: string | null }>`
    select promise.drive_id, promise.group_id, promise.signed_on, entry.body_id
    from commitment_promise promise
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where promise.commune_id = ${communeId} and promise.id = ${promiseId} and promise.void_number = 0`.execute(db)
  const promise = found.rows[0]
  if (!promise) throw refuse(platformRefusals.not_found)
  if (!isOfBody(promise.group_id)) throw refuse(followingRefusals.breach_of_person)
  const workday = (await drivesKnown(db, [{ driveId: promise.drive_id, communeId }], today))(
    promise.drive_id,
    communeId,
  )?.workday
  if (happenedOn < promise.signed_on || happenedOn > (workday ?? today))
    throw refuse(followingRefusals.breach_before_signing, { day: promise.signed_on }, 'happenedOn')
  await sql`
    insert into commitment_breach (commune_id, id, promise_id, body_id, happened_on, what, follow_up, follow_up_by, recorded_by, demo)
    select ${communeId}, ${id}, ${promiseId}, ${promise.body_id}::uuid, ${happenedOn}::date, ${what}, ${followUp},
      ${followUpBy ?? null}::date, ${person.id}, demo from commitment_drive where id = ${promise.drive_id}`.execute(db)
  return {
    answer: { id },
    audit: { subject: `commitment-breach:${id}`, areaId: communeId, after: { promiseId, happenedOn, what, followUp } },
  }
})

export const settleBreach: Handler = carriesOut(SettleBreach, async ({ db, today }, input) => {
  const { id, communeId, version, settledHow } = input
  const found = await sql<{ version: number; settled_on: string | null; drive_id: string }>`
    select breach.version, breach.settled_on, promise.drive_id from commitment_breach breach
    join commitment_promise promise on promise.commune_id = breach.commune_id and promise.id = breach.promise_id
    where breach.commune_id = ${communeId} and breach.id = ${id} for update of breach`.execute(db)
  const breach = found.rows[0]
  if (!breach) throw refuse(platformRefusals.not_found)
  if (breach.settled_on) throw refuse(followingRefusals.breach_settled)
  if (breach.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  const drive = (await drivesKnown(db, [{ driveId: breach.drive_id, communeId }], today))(breach.drive_id, communeId)
  await sql`
    update commitment_breach set settled_on = ${drive?.workday ?? today}::date, settled_how = ${settledHow}, version = version + 1
    where commune_id = ${communeId} and id = ${id}`.execute(db)
  return { answer: { id }, audit: { subject: `commitment-breach:${id}`, areaId: communeId, after: { settledHow } } }
})
