// Opens a finished task again, with the reason. That it counted as finished until then stays on record.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { whyNotReopen } from '../../allowed.ts'
import { ReopenTask } from '../../contract.ts'
import { laneOf } from '../../rules.ts'
import { areaOfTask, checkVersion, factsNow, taskInHand } from '../record.ts'
import { standingOf } from '../standing.ts'

export const reopenTask = carriesOut(
  ReopenTask,
  async (context, input) => {
    const { db, person } = context
    const { task, day } = await taskInHand(context, input.taskId)
    const no = whyNotReopen(standingOf(task), day)
    if (no) throw no
    checkVersion(task, input.version)
    await sql`
      insert into task_reopening (id, task_id, done_on, accepted_on, reopened_on, reopened_by, recorded_at, reason)
      select ${input.id}, id, done_on, accepted_on, ${day}, ${person.id}, ${context.now}, ${input.reason}
      from task where id = ${task.id}`.execute(db)
    await sql`
      update task set done_on = null, accepted_on = null, version = version + 1 where id = ${task.id}`.execute(db)
    return {
      answer: { lane: laneOf(factsNow({ ...task, done_on: null })), version: task.version + 1 },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { doneOn: task.done_on },
        after: { doneOn: null, reopenedOn: day, reason: input.reason },
      },
    }
  },
  (context, input) => areaOfTask(context, input.taskId),
)
