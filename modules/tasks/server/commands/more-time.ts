// Asking for more time, taking the request back, deciding on it, and giving it unasked to several tasks. The chain keeps every earlier deadline.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import {
  whyClosed,
  whyDecided,
  whyNoReason,
  whyNotAfterParent,
  whyNotMoreTime,
  whyNotWithdraw,
  whyPlanClosed,
} from '../../allowed.ts'
import { AskMoreTime, DecideMoreTime, GiveMoreTime, taskRefusals, WithdrawRequest } from '../../contract.ts'
import { postsHeldBy } from '../posts.ts'
import { areaOfExtension, areaOfTask, areasOfTasks, type TaskInHand, taskInHand } from '../record.ts'
import { standingOf } from '../standing.ts'

export const askMoreTime = carriesOut(
  AskMoreTime,
  async (context, input) => {
    const { db, person } = context
    const { task, day } = await taskInHand(context, input.taskId)
    const no = whyNotMoreTime(standingOf(task), input.newDueOn, day)
    if (no) throw no
    await sql`
      insert into task_extension (id, task_id, asked_on, asked_by, old_due_on, new_due_on, reason)
      values (${input.id}, ${task.id}, ${day}, ${person.id}, ${task.due_on}, ${input.newDueOn}, ${input.reason})`.execute(
      db,
    )
    return {
      answer: { version: task.version },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { dueOn: task.due_on },
        after: { askedFor: input.newDueOn, reason: input.reason },
      },
    }
  },
  (context, input) => areaOfTask(context, input.taskId),
)

/** Nobody decides on a task that they answer for themselves. */
async function checkNotOwn(context: SignedInContext, { task, day }: TaskInHand, askedBy?: string): Promise<void> {
  const held = await postsHeldBy(context.db, context.person.id, day, context.today)
  if (askedBy === context.person.id || held.includes(task.head_post_id)) throw refuse(taskRefusals.own_request)
}

type Request = {
  taskId: string
  askedBy: string
  newDueOn: PlainDate
  decidedOn: PlainDate | null
  withdrawn: boolean
}

/** The request, locked: a decision and a withdrawal cannot both come first. */
async function requestInHand({ db }: SignedInContext, id: string): Promise<Request> {
  const found = await sql<Request>`
    select task_id as "taskId", asked_by as "askedBy", new_due_on as "newDueOn", decided_on as "decidedOn", withdrawn
    from task_extension where id = ${id} for update`.execute(db)
  const request = found.rows[0]
  if (!request) throw refuse(platformRefusals.not_found)
  return request
}

export const withdrawRequest = carriesOut(
  WithdrawRequest,
  async (context, input) => {
    const { db, person } = context
    const request = await requestInHand(context, input.id)
    const no = whyNotWithdraw(request, person.id)
    if (no) throw no
    const { task, day } = await taskInHand(context, request.taskId)
    await sql`
      update task_extension set decided_on = ${day}, decided_by = ${person.id}, decided_at = ${context.now}, approved = false,
        withdrawn = true
      where id = ${input.id}`.execute(db)
    return {
      answer: { version: task.version },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { askedFor: request.newDueOn },
        after: { askedFor: null, withdrawn: true },
      },
    }
  },
  (context, input) => areaOfExtension(context, input.id),
)

export const decideMoreTime = carriesOut(
  DecideMoreTime,
  async (context, input) => {
    const { db, person } = context
    const request = await requestInHand(context, input.id)
    const decided = whyDecided(request)
    if (decided) throw decided
    const inHand = await taskInHand(context, request.taskId)
    const { task, day } = inHand
    const standing = standingOf(task)
    const no =
      whyClosed(standing) ??
      whyPlanClosed(standing.plan, day) ??
      whyNoReason(input.approved, input.reason) ??
      (input.approved ? whyNotAfterParent(standing, request.newDueOn) : undefined)
    if (no) throw no
    await checkNotOwn(context, inHand, request.askedBy)
    await sql`
      update task_extension set decided_on = ${day}, decided_by = ${person.id}, decided_at = ${context.now},
        approved = ${input.approved}, decision_reason = ${input.reason}
      where id = ${input.id}`.execute(db)
    const dueOn = input.approved ? request.newDueOn : task.due_on
    await sql`update task set due_on = ${dueOn}, version = version + 1 where id = ${task.id}`.execute(db)
    return {
      answer: { dueOn, version: task.version + 1 },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { dueOn: task.due_on },
        after: { approved: input.approved, dueOn, reason: input.reason },
      },
    }
  },
  (context, input) => areaOfExtension(context, input.id),
)

export const giveMoreTime = carriesOut(
  GiveMoreTime,
  async (context, input) => {
    const { db, person } = context
    const ids = [...new Set(input.taskIds)].sort()
    const audit = []
    for (const id of ids) {
      const inHand = await taskInHand(context, id)
      const { task, day } = inHand
      const no = whyNotMoreTime(standingOf(task), input.newDueOn, day)
      // One task that cannot be extended leaves all as they were, and says which it is.
      if (no)
        throw new Refusal(no.kind, { values: no.values, field: no.field, extra: { taskId: id, title: task.title } })
      await checkNotOwn(context, inHand)
      await sql`
        insert into task_extension (id, task_id, asked_on, asked_by, old_due_on, new_due_on, reason, decided_on, decided_by,
          decided_at, approved)
        values (${uuidv7()}, ${id}, ${day}, ${person.id}, ${task.due_on}, ${input.newDueOn}, ${input.reason}, ${day},
          ${person.id}, ${context.now}, true)`.execute(db)
      await sql`update task set due_on = ${input.newDueOn}, version = version + 1 where id = ${id}`.execute(db)
      audit.push({
        subject: `task:${id}`,
        areaId: task.area_id,
        before: { dueOn: task.due_on },
        after: { dueOn: input.newDueOn, reason: input.reason },
      })
    }
    return { answer: { tasks: ids.length }, audit }
  },
  (context, input) => areasOfTasks(context, input.taskIds),
)
