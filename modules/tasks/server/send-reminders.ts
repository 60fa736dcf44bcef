// The daily job: sends every reminder and escalation that is due by a day and was not sent yet. Running it twice changes nothing.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { calendarOf } from '../../../rules/calendar/working-days.ts'
import { programmes, programmeToday } from '../../programme/server/public.ts'
import { remindersBy } from '../reminding.ts'
import { knownTasks, stillOpen } from './facts.ts'
import { holidaysEntered } from './holiday-slot.ts'

type Candidate = { id: string; due: PlainDate; head: string; above: string | null; next: string | null }
type Reminder = { taskId: string; postId: string; kind: string; dueOn: PlainDate }

/** `today` is the real day; a demonstration programme is reminded on its own day. Answers how many were sent. */
export async function sendReminders(db: Db, today: PlainDate): Promise<{ sent: number }> {
  let sent = 0
  const calendar = calendarOf(await holidaysEntered(db))
  for (const programme of await programmes(db)) {
    const day = programmeToday(programme, today)
    const found = await sql<Candidate>`
      select known.id, known.due, head.id as head, head.reports_to_id as above, above.reports_to_id as next
      from ${knownTasks(day, sql<boolean>`task.programme_id = ${programme.id} and ${stillOpen(day)}`, { holders: false })}
      join post head on head.id = known.head_post_id left join post above on above.id = head.reports_to_id
      where known.status in ('soon', 'late') and known.handed is null`.execute(db)
    const due = found.rows.flatMap((task) =>
      remindersBy(task.due, day, calendar).flatMap((each): Reminder[] => {
        const postId = [task.head, task.above, task.next][each.level]
        // Above the top of the line there is nobody to tell.
        return postId ? [{ taskId: task.id, postId, kind: each.kind, dueOn: task.due }] : []
      }),
    )
    sent += await write(db, due, day)
  }
  return { sent }
}

const atATime = 5000

async function write(db: Db, reminders: readonly Reminder[], day: PlainDate): Promise<number> {
  let written = 0
  for (let at = 0; at < reminders.length; at += atATime) {
    const rows = reminders.slice(at, at + atATime)
    const made = await sql`
      insert into task_reminder (id, task_id, sent_on, to_post_id, kind, due_on)
      select each.id, each.task_id, ${day}::date, each.post_id, each.kind, each.due_on
      from unnest(${rows.map(() => uuidv7())}::uuid[], ${rows.map((row) => row.taskId)}::uuid[],
        ${rows.map((row) => row.postId)}::uuid[], ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.dueOn)}::date[])
        as each(id, task_id, post_id, kind, due_on)
      on conflict do nothing`.execute(db)
    written += Number(made.numAffectedRows ?? 0n)
  }
  return written
}
