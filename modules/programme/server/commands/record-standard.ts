// Records whether an agency, unit or school met the standard of a year; a later decision counts from its own day.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { planRefusals, RecordStandard, standardRefusals } from '../../contract.ts'
import { judgedKinds } from '../measure.ts'
import { programmeToday } from '../programme.ts'
import { linkDocument, needDocument } from '../write-lines.ts'

type Body = { area_id: string; kind: string; valid_from: PlainDate; valid_to: PlainDate | null }

export const recordStandard = carriesOut(
  RecordStandard,
  async (context, input) => {
    const { db, person } = context
    const body = await bodyById(db, input.bodyId)
    if (!body) throw refuse(platformRefusals.not_found)
    if (!(judgedKinds as readonly string[]).includes(body.kind)) throw refuse(standardRefusals.not_judged)
    const plan = await planOver(db, body.area_id, input.year)
    if (plan?.closedOn) throw refuse(planRefusals.plan_closed, { year: input.year, closedOn: plan.closedOn })
    const today = plan ? programmeToday(plan, context.today) : context.today
    const { decidedOn } = input
    if (decidedOn > today) throw refuse(planRefusals.decided_in_future, { decidedOn, today }, 'decidedOn')
    if (decidedOn < body.valid_from || (body.valid_to && decidedOn >= body.valid_to))
      throw refuse(standardRefusals.body_not_there, { decidedOn }, 'decidedOn')
    await needDocument(db, input.documentId, context.scopeFor('documents.read'))
    const before = await resultOn(db, input.bodyId, input.year, decidedOn)
    if (before?.decidedOn === decidedOn && before.met !== input.met)
      throw refuse(standardRefusals.decided_already, { decidedOn }, 'decidedOn')
    await sql`
      insert into body_standard (body_id, year, met, decided_on, document_id, recorded_by)
      values (${input.bodyId}, ${input.year}, ${input.met}, ${decidedOn}, ${input.documentId ?? null}, ${person.id})
      on conflict (body_id, year, decided_on) do nothing`.execute(db)
    await linkDocument(db, input.documentId, `body:${input.bodyId}`)
    const { bodyId, year, met } = input
    return {
      answer: { bodyId, year, met, decidedOn },
      audit: {
        subject: `body:${bodyId}`,
        areaId: body.area_id,
        before: before ?? null,
        after: { year, met, decidedOn },
      },
    }
  },
  async ({ db }, input) => (await bodyById(db, input.bodyId))?.area_id,
)

async function bodyById(db: Db, id: string): Promise<Body | undefined> {
  const found = await sql<Body>`select area_id, kind, valid_from, valid_to from area_body where id = ${id}`.execute(db)
  return found.rows[0]
}

async function resultOn(db: Db, bodyId: string, year: number, on: PlainDate) {
  const found = await sql<{ met: boolean; decidedOn: PlainDate }>`
    select met, decided_on as "decidedOn" from body_standard
    where body_id = ${bodyId} and year = ${year} and decided_on <= ${on}::date order by decided_on desc limit 1`.execute(
    db,
  )
  return found.rows[0]
}

/** The plan of the year that the body's area belongs to, with what its programme's working day needs. */
async function planOver(db: Db, areaId: string, year: number) {
  const found = await sql<{ closedOn: PlainDate | null; demo: boolean; opensOn: PlainDate | null }>`
    select plan.closed_on as "closedOn", programme.demo, programme.opens_on as "opensOn"
    from plan join programme on programme.id = plan.programme_id
    join area_coverage on area_coverage.ancestor_id = programme.area_id
    where unit_id = ${areaId} and year = ${year} order by plan.closed_on nulls first limit 1`.execute(db)
  return found.rows[0]
}
