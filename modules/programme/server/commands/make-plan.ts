// Makes the plan of a year: version 1 with its lines.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { MakePlan, planRefusals } from '../../contract.ts'
import { whyNotDates, whyNotLines } from '../../rules.ts'
import { programmeById, programmeToday } from '../programme.ts'
import { lineOf, linkDocument, needDocument, unitsOn, writeLine } from '../write-lines.ts'

export const makePlan = carriesOut(
  MakePlan,
  async (context, input) => {
    const { db } = context
    const programme = await programmeById(db, input.programmeId)
    if (!programme) throw refuse(platformRefusals.not_found)
    const wrong = whyNotDates(input, programmeToday(programme, context.today))
    if (wrong) throw wrong
    await needDocument(db, input.documentId, context.scopeFor('documents.read'))
    const lines = input.lines.map((typed) => lineOf(uuidv7(), typed))
    const units = await unitsOn(db, programme.areaId, input.effectiveOn)
    const wrongLine = whyNotLines(lines, programme, units, (_, place) => `lines.${place}`)
    if (wrongLine) throw wrongLine
    const made = await sql`
      insert into plan (id, programme_id, year, title) values (${input.id}, ${programme.id}, ${input.year}, ${input.title})
      on conflict (programme_id, year) do nothing`.execute(db)
    if (made.numAffectedRows === 0n) throw refuse(planRefusals.plan_exists, { year: input.year }, 'year')
    await sql`
      insert into plan_version (plan_id, number, decided_on, effective_on, document_id, reason)
      values (${input.id}, 1, ${input.decidedOn}, ${input.effectiveOn}, ${input.documentId ?? null}, '')`.execute(db)
    for (const line of lines) await writeLine(db, uuidv7(), input.id, line, 1)
    await linkDocument(db, input.documentId, `plan:${input.id}`)
    return {
      answer: { id: input.id, version: 1 },
      audit: {
        subject: `plan:${input.id}`,
        areaId: programme.areaId,
        after: { year: input.year, title: input.title, lines: lines.length },
      },
    }
  },
  async ({ db }, input) => (await programmeById(db, input.programmeId))?.areaId,
)
