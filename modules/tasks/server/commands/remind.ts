// Reminds the heads of chosen tasks by hand, and takes such reminders back for a while.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { RemindHeads, taskRefusals, WithdrawReminders } from '../../contract.ts'
import { mayStillWithdraw, withdrawWithinMinutes } from '../../reminding.ts'
import { viewOfProgramme } from '../programme-in-view.ts'
import { areasOfTasks } from '../record.ts'

type Candidate = {
  id: string
  programme_id: string
  area_id: string
  head_post_id: string
  due_on: PlainDate
  finished: boolean
  waits: boolean
}

/** The day of each programme, asked once. */
function dayByProgramme(context: SignedInContext) {
  const days = new Map<string, PlainDate>()
  return async (programmeId: string): Promise<PlainDate> => {
    const known = days.get(programmeId) ?? (await viewOfProgramme(context, programmeId)).day
    days.set(programmeId, known)
    return known
  }
}

export const remindHeads = carriesOut(
  RemindHeads,
  async (context, input) => {
    const { db, person, now } = context
    const batchId = uuidv7()
    const dayOf = dayByProgramme(context)
    const wanted = [...new Set(input.taskIds)].sort()
    const found = await sql<Candidate>`
      select id, programme_id, area_id, head_post_id, due_on, (done_on is not null or cancelled_on is not null) as finished,
        exists (select 1 from task_report where task_id = task.id and done and decided_on is null) as waits
      from task where id = any(${wanted}::uuid[]) order by id for update`.execute(db)
    const skipped: { taskId: string; why: 'finished' | 'waits' | 'reminded-today' }[] = []
    const audit = []
    for (const task of found.rows) {
      if (task.finished || task.waits) {
        skipped.push({ taskId: task.id, why: task.finished ? 'finished' : 'waits' })
        continue
      }
      const sent = await sql`
        insert into task_reminder (id, task_id, batch_id, sent_on, sent_at, to_post_id, kind, due_on, note, sent_by)
        values (${uuidv7()}, ${task.id}, ${batchId}, ${await dayOf(task.programme_id)}, ${now}, ${task.head_post_id}, 'by-hand',
          ${task.due_on}, ${input.note}, ${person.id}) on conflict do nothing`.execute(db)
      if (sent.numAffectedRows === 1n)
        audit.push({ subject: `task:${task.id}`, areaId: task.area_id, after: { remindedPostId: task.head_post_id } })
      else skipped.push({ taskId: task.id, why: 'reminded-today' })
    }
    if (audit.length === 0) throw refuse(taskRefusals.nothing_to_remind)
    return {
      answer: {
        batchId,
        sent: audit.length,
        skipped,
        sentAt: now.toISOString(),
        withdrawUntil: new Date(now.getTime() + withdrawWithinMinutes * 60_000).toISOString(),
      },
      audit,
    }
  },
  (context, input) => areasOfTasks(context, input.taskIds),
)

type Sent = { id: string; task_id: string; area_id: string; sent_at: string }

/** What of a batch is still out, when this person sent it. */
const ofBatch = (context: Pick<SignedInContext, 'db' | 'person'>, batchId: string) =>
  sql<Sent>`
  select task_reminder.id, task_id, task.area_id, sent_at from task_reminder join task on task.id = task_reminder.task_id
  where batch_id = ${batchId} and sent_by = ${context.person.id}`.execute(context.db)

export const withdrawReminders = carriesOut(
  WithdrawReminders,
  async (context, input) => {
    const { rows } = await ofBatch(context, input.batchId)
    if (rows.some((row) => !mayStillWithdraw(new Date(row.sent_at), context.now)))
      throw refuse(taskRefusals.reminders_too_old, { minutes: withdrawWithinMinutes })
    const withdrawn = await sql<{ task_id: string }>`
      update task_reminder set withdrawn_at = ${context.now}
      where batch_id = ${input.batchId} and sent_by = ${context.person.id} and withdrawn_at is null returning task_id`.execute(
      context.db,
    )
    const areas = new Map(rows.map((row) => [row.task_id, row.area_id]))
    return {
      answer: { withdrawn: withdrawn.rows.length },
      audit: withdrawn.rows.map((row) => ({
        subject: `task:${row.task_id}`,
        areaId: areas.get(row.task_id) ?? null,
        after: { reminderWithdrawn: true },
      })),
    }
  },
  async ({ db, person }, input) => {
    if (!person) return undefined
    const { rows } = await ofBatch({ db, person }, input.batchId)
    return rows.length > 0 ? [...new Set(rows.map((row) => row.area_id))] : undefined
  },
)
