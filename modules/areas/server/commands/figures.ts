// Adds and corrects denominators: a figure of a day, with its source.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import { type Context, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { AddFigure, CorrectFigure } from '../../contract/figures.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { isValidOn } from '../../rules/links.ts'
import { unitById } from '../units-on.ts'

type Row = {
  id: string
  area_id: string
  measure: string
  as_of: string
  value: number
  source: string
  version: number
}

export const addFigure = carriesOut(AddFigure, async ({ db, today }, input) => {
  await checkDay(db, input.areaId, input.asOf, today)
  await sql`
    insert into area_denominator (id, area_id, measure, as_of, value, source)
    values (${input.id}, ${input.areaId}, ${input.measure}, ${input.asOf}, ${input.value}, ${input.source})`.execute(db)
  const { id, areaId, ...after } = input
  return { answer: { id, version: 1 }, audit: { subject: `denominator:${id}`, areaId, after } }
})

export const correctFigure = carriesOut(
  CorrectFigure,
  async ({ db, today }, input) => {
    const found = await sql<Row>`
      select id, area_id, measure, as_of, value, source, version from area_denominator where id = ${input.id} for update`.execute(
      db,
    )
    const row = found.rows[0]
    if (!row) throw refuse(platformRefusals.not_found)
    if (row.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: row } })
    await checkDay(db, row.area_id, input.asOf, today)
    await sql`
      update area_denominator set as_of = ${input.asOf}, value = ${input.value}, source = ${input.source},
        version = version + 1 where id = ${row.id}`.execute(db)
    return {
      answer: { id: row.id, version: row.version + 1 },
      audit: {
        subject: `denominator:${row.id}`,
        areaId: row.area_id,
        before: { measure: row.measure, asOf: row.as_of, value: row.value, source: row.source },
        after: { measure: row.measure, asOf: input.asOf, value: input.value, source: input.source },
      },
    }
  },
  async ({ db }: Context, { id }) =>
    (await sql<{ area_id: string }>`select area_id from area_denominator where id = ${id}`.execute(db)).rows[0]
      ?.area_id,
)

/** A figure is of a day on which the unit was one, and not of a day to come. */
async function checkDay(db: Db, areaId: string, asOf: string, today: string): Promise<void> {
  if (asOf > today) throw refuse(areaRefusals.in_the_future, {}, 'asOf')
  const unit = await unitById(db, areaId)
  if (!unit || !isValidOn(unit, asOf))
    throw refuse(areaRefusals.outside_validity, { name: unit ? unitNames(unit) : '' }, 'asOf')
}
