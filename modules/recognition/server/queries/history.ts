// How a unit stood over time: its own steps, what its plans asked of it, and what became of its standing afterwards.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ShowHistory } from '../../contract.ts'
import { historyOf } from '../history.ts'
import { statusOn } from '../status.ts'
import { dayOfWork } from '../work-day.ts'

export const showHistory = answers(ShowHistory, async ({ db, scopeFor, today }, input) => {
  const on: PlainDate = input.on ?? (await dayOfWork(db, input.areaId, today))
  const [unit] = await statusOn(db, { areaIds: [input.areaId], on })
  if (!unit) throw refuse(platformRefusals.not_found)
  const reach = await sql<{ yes: boolean }>`
    select ${within(scopeFor('recognition.decide'), sql`${input.areaId}::uuid`)} as yes`.execute(db)
  return {
    on,
    status: unit.status,
    standing: unit.standing,
    steps: await historyOf(db, input.areaId, on),
    may: { register: reach.rows[0]?.yes ?? false },
  }
})
