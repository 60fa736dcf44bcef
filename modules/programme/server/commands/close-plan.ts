// Closes a plan: from then on nothing in it can be changed.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { ClosePlan, planRefusals } from '../../contract.ts'
import { planById } from '../lines.ts'
import { programmeById, programmeToday } from '../programme.ts'
import { areaOfPlan } from './amend.ts'

export const closePlan = carriesOut(
  ClosePlan,
  async ({ db, today: realToday }, input) => {
    const plan = await planById(db, input.planId, true)
    const programme = plan && (await programmeById(db, plan.programmeId))
    if (!plan || !programme) throw refuse(platformRefusals.not_found)
    if (plan.closedOn) throw refuse(planRefusals.plan_closed, { year: plan.year, closedOn: plan.closedOn })
    const today = programmeToday(programme, realToday)
    if (input.closedOn > today)
      throw refuse(planRefusals.decided_in_future, { decidedOn: input.closedOn, today }, 'closedOn')
    if (plan.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: plan.version } })
    const version = plan.version + 1
    await sql`update plan set closed_on = ${input.closedOn}, version = ${version} where id = ${plan.id}`.execute(db)
    return {
      answer: { planId: plan.id, version },
      audit: {
        subject: `plan:${plan.id}`,
        areaId: programme.areaId,
        before: { closedOn: null },
        after: { closedOn: input.closedOn },
      },
    }
  },
  ({ db }, input) => areaOfPlan(db, input.planId),
)
