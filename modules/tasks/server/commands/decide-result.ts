// Accepts a result that was handed in, as of the day it was handed in; or returns it with a reason, and the work goes on.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { whyClosed, whyNoReason } from '../../allowed.ts'
import { DecideResult, taskRefusals } from '../../contract.ts'
import { postsHeldBy } from '../posts.ts'
import { areaOfReport, taskInHand } from '../record.ts'

type Report = {
  task_id: string
  person_id: string | null
  reported_on: PlainDate
  done: boolean
  decided_on: PlainDate | null
}

export const decideResult = carriesOut(
  DecideResult,
  async (context, input) => {
    const { db, person } = context
    const report = (
      await sql<Report>`
        select task_id, person_id, reported_on, done, decided_on from task_report where id = ${input.id} for update`.execute(
        db,
      )
    ).rows[0]
    if (!report?.done) throw refuse(platformRefusals.not_found)
    if (report.decided_on !== null) throw refuse(taskRefusals.result_decided, { day: report.decided_on })
    const { task, day } = await taskInHand(context, report.task_id)
    const no =
      whyClosed({ doneOn: task.done_on, cancelledOn: task.cancelled_on }) ?? whyNoReason(input.accepted, input.reason)
    if (no) throw no
    // Nobody accepts what they answer for themselves, whoever wrote the report for them.
    const held = await postsHeldBy(db, person.id, day, context.today)
    if (report.person_id === person.id || held.includes(task.head_post_id)) throw refuse(taskRefusals.own_request)
    await sql`
      update task_report set decided_on = ${day}, decided_by = ${person.id}, decided_at = ${context.now},
        accepted = ${input.accepted}, decision_reason = ${input.reason}
      where id = ${input.id}`.execute(db)
    await sql`
      update task set version = version + 1, done_on = ${input.accepted ? report.reported_on : null},
        accepted_on = ${input.accepted ? day : null}
      where id = ${task.id}`.execute(db)
    return {
      answer: { lane: input.accepted ? ('done' as const) : ('doing' as const), version: task.version + 1 },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { handedInOn: report.reported_on },
        after: { accepted: input.accepted, decidedOn: day, reason: input.reason },
      },
    }
  },
  (context, input) => areaOfReport(context, input.id),
)
