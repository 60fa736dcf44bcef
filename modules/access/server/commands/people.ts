// Adding a person, renaming, stopping, letting in again.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { AddPerson, ChangePerson, DisablePerson, EnablePerson } from '../../contract/people.ts'
import { refusals } from '../../contract/refusals.ts'
import { giveGrant } from '../giving.ts'
import { endAllSessions, ensureSignInUser } from '../sign-in/accounts.ts'
import { holdAdministrators, keepAnAdministrator, managesEverywhere, personToManage } from '../standing.ts'

export const addPerson = carriesOut(AddPerson, async (context, input) => {
  const { db } = context
  if (!input.grant && !managesEverywhere(context.rights)) throw refuse(refusals.grant_needed, {}, 'grant')
  await refuseTakenEmail(context, input.email)
  const added = await sql`
    insert into person (id, name, email, language) values (${input.id}, ${input.name}, ${input.email}, ${input.language})
    on conflict (id) do nothing`.execute(db)
  if (added.numAffectedRows === 0n) throw refuse(refusals.id_taken)
  await ensureSignInUser(db, input.id)
  if (input.grant) await giveGrant(context, { ...input.grant, personId: input.id })
  const { grant, ...after } = input
  return {
    answer: { id: input.id },
    audit: { subject: `person:${input.id}`, areaId: grant?.areaId ?? null, after: { ...after, grant: grant ?? null } },
  }
})

async function refuseTakenEmail({ db }: SignedInContext, email: string, exceptId?: string): Promise<void> {
  const found = await sql<{ id: string }>`select id from person where email = ${email}`.execute(db)
  if (found.rows.some((row) => row.id !== exceptId)) throw refuse(refusals.email_taken, {}, 'email')
}

export const changePerson = carriesOut(ChangePerson, async (context, input) => {
  const { db } = context
  const before = await personToManage(context, input.id, input.version)
  await refuseTakenEmail(context, input.email, input.id)
  const changed = await sql<{ version: number }>`
    update person set name = ${input.name}, email = ${input.email}, version = version + 1 where id = ${input.id}
    returning version`.execute(db)
  await ensureSignInUser(db, input.id)
  return {
    answer: { version: changed.rows[0]?.version ?? 0 },
    audit: {
      subject: `person:${input.id}`,
      before: { name: before.name, email: before.email },
      after: { name: input.name, email: input.email },
    },
  }
})

export const disablePerson = carriesOut(DisablePerson, async (context, input) => {
  const { db, person, today } = context
  await holdAdministrators(db)
  const before = await personToManage(context, input.id, input.version)
  if (before.id === person.id) throw refuse(refusals.not_yourself)
  if (before.disabled_on !== null && before.disabled_on <= today)
    throw refuse(refusals.disabled_already, { on: before.disabled_on })
  const version = await setDisabled(context, input.id, today)
  await keepAnAdministrator(db, today)
  const sessionsEnded = await endAllSessions(db, input.id)
  await sql`update auth.invitation set withdrawn_at = ${context.now}
    where person_id = ${input.id} and used_at is null and withdrawn_at is null`.execute(db)
  return {
    answer: { version },
    audit: {
      subject: `person:${input.id}`,
      before: { disabledOn: before.disabled_on },
      after: { disabledOn: today, reason: input.reason, sessionsEnded },
    },
  }
})

export const enablePerson = carriesOut(EnablePerson, async (context, input) => {
  const before = await personToManage(context, input.id, input.version)
  if (before.disabled_on === null) throw refuse(refusals.enabled_already)
  const version = await setDisabled(context, input.id, null)
  return {
    answer: { version },
    audit: {
      subject: `person:${input.id}`,
      before: { disabledOn: before.disabled_on },
      after: { disabledOn: null, reason: input.reason },
    },
  }
})

async function setDisabled({ db }: SignedInContext, id: string, on: string | null): Promise<number> {
  const changed = await sql<{ version: number }>`
    update person set disabled_on = ${on}, version = version + 1 where id = ${id} returning version`.execute(db)
  const row = changed.rows[0]
  if (!row) throw refuse(platformRefusals.not_found)
  return row.version
}
