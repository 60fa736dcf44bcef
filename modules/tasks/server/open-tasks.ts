// The open tasks of a post on a day, late ones first: what goes over when the post changes hands.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { knownTasks } from './facts.ts'

export type OpenTask = { id: string; title: string; dueOn: PlainDate; late: boolean }

/** Every open task for which the post answers, in any programme. */
export async function openTasksOf(db: Db, asked: { postId: string; on: PlainDate }): Promise<OpenTask[]> {
  const found = await sql<{ id: string; title: string; due: PlainDate; status: string }>`
    select known.id, known.title, known.due, known.status
    from ${knownTasks(asked.on, sql<boolean>`task.head_post_id = ${asked.postId}`)}
    where known.done is null and known.cancelled is null order by known.due, known.number`.execute(db)
  return found.rows.map((row) => ({ id: row.id, title: row.title, dueOn: row.due, late: row.status === 'late' }))
}
