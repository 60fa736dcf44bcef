// Cancels a task with its open subtasks. The record stays, with the reason.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { whyClosed, whyPlanClosed } from '../../allowed.ts'
import { CancelTask } from '../../contract.ts'
import { areaOfTask, checkVersion, taskInHand } from '../record.ts'
import { standingOf } from '../standing.ts'

export const cancelTask = carriesOut(
  CancelTask,
  async (context, input) => {
    const { db } = context
    const { task, day } = await taskInHand(context, input.id)
    const standing = standingOf(task)
    const no = whyClosed(standing) ?? whyPlanClosed(standing.plan, day)
    if (no) throw no
    checkVersion(task, input.version)
    const cancelled = await sql<{ id: string; area_id: string; title: string }>`
      with recursive below as (
        select id from task where id = ${task.id}
        union all
        select child.id from task child join below on child.parent_id = below.id
        where child.done_on is null and child.cancelled_on is null
      )
      update task set cancelled_on = ${day}, cancel_reason = ${input.reason}, version = version + 1
      where id in (select id from below) returning id, area_id, title`.execute(db)
    return {
      answer: { version: task.version + 1, subtasks: cancelled.rows.length - 1 },
      audit: cancelled.rows.map((row) => ({
        subject: `task:${row.id}`,
        areaId: row.area_id,
        before: { title: row.title, cancelledOn: null },
        after: { cancelledOn: day, reason: input.reason },
      })),
    }
  },
  (context, input) => areaOfTask(context, input.id),
)
