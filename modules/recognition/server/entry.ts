// One entry of the register on its way in: checked against the unit, the criteria and what is known, then written.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import { unitNames } from '../../../platform/contract/unit-name.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { within } from '../../../platform/server/rights.ts'
import type { Db, SignedInContext } from '../../../platform/server/slice.ts'
import { findCriteria } from '../../../rules/criteria/criteria.ts'
import type { RegisterDecision } from '../contract.ts'
import { recognitionRefusals as refusals } from '../refusals.ts'
import { type Entry, whyNotEnter } from '../registering.ts'
import { standingOn } from '../standing.ts'
import { historiesOn } from './histories.ts'
import { known } from './known.ts'
import { statusOn } from './status.ts'
import { dayOfWork } from './work-day.ts'

export type Written = z.output<(typeof RegisterDecision)['input']>

/** Refuses, or writes the entry as a new row. `replacesId`: the entry that it corrects, cancelled before. */
export async function enter(context: SignedInContext, input: Written, replacesId: string | null): Promise<void> {
  const { db, person } = context
  const entry: Entry = {
    ...input,
    effectiveOn: input.effectiveOn ?? input.decidedOn,
    validTo: input.validTo ?? null,
  }
  await check(context, input.areaId, entry)
  if (input.fileId && !(await fileIsThere(context, input.fileId))) throw refuse(refusals.file_not_there, {}, 'fileId')
  await sql`
    insert into recognition_decision (id, area_id, outcome, number, decided_on, effective_on, valid_to, issuer,
      criteria_version, reason, source, file_id, public, replaces_id, recorded_by, recorded_at)
    values (${input.id}, ${input.areaId}, ${entry.outcome}, ${entry.number}, ${entry.decidedOn}, ${entry.effectiveOn},
      ${entry.validTo}, ${input.issuer}, ${entry.criteriaVersion}, ${input.reason}, ${entry.source}, ${input.fileId ?? null},
      ${input.public}, ${replacesId}, ${person.id}, ${context.now})`.execute(db)
}

async function check(context: SignedInContext, areaId: string, entry: Entry): Promise<void> {
  const all = await known(context.db)
  const unit = all.units.get(areaId)
  if (!unit) throw refuse(platformRefusals.not_found)
  const histories = historiesOn(all, entry.effectiveOn, false)
  const standing = standingOn(histories, areaId, entry.effectiveOn)?.standing ?? 'none'
  const today = await dayOfWork(context.db, areaId, context.today)
  const refusal = whyNotEnter(
    entry,
    { ...unit, name: unitNames(unit) },
    standing,
    findCriteria(entry.criteriaVersion),
    today,
  )
  if (refusal) throw refusal
}

// A file that somebody else sent up is none of this writer's, unless it is in their part of the register already.
async function fileIsThere({ db, person, scope }: SignedInContext, fileId: string): Promise<boolean> {
  const found = await sql`
    select 1 from file where id = ${fileId}
      and (uploaded_by = ${person.id} or exists (select 1 from recognition_decision entry
        where entry.file_id = file.id and ${within(scope, sql.ref('entry.area_id'))}))`.execute(db)
  return found.rows.length > 0
}

/** Takes an entry out of force openly: it stays on the record with the day, the reason and who did it. */
export async function takeOutOfForce(
  context: SignedInContext,
  id: string,
  version: number,
  because: string,
): Promise<void> {
  const { db, person } = context
  const found = await sql<{ version: number; cancelled_on: PlainDate | null }>`
    select version, cancelled_on from recognition_decision where id = ${id} for update`.execute(db)
  const row = found.rows[0]
  if (!row) throw refuse(platformRefusals.not_found)
  if (row.cancelled_on) throw refuse(refusals.cancelled_already, { day: row.cancelled_on })
  if (row.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  await sql`
    update recognition_decision
    set cancelled_on = ${context.today}, cancelled_reason = ${because}, cancelled_by = ${person.id}, version = version + 1
    where id = ${id}`.execute(db)
}

/** What the unit shows once the entry stands. */
export async function statusAfter(db: Db, areaId: string, today: PlainDate) {
  const [unit] = await statusOn(db, { areaIds: [areaId], on: await dayOfWork(db, areaId, today) })
  return unit?.status ?? 'outside'
}
