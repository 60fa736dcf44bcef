// What waits for a person's posts: decisions first, then their own tasks that are late or due soon, by deadline.

import { sql } from 'kysely'
import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { knownTasks } from './facts.ts'
import { type Asker, ofPosts, waitsFor } from './filter.ts'
import { type Row, taskRows } from './rows.ts'

export type WorkItem = {
  kind: 'decide-extension' | 'decide-result' | 'task'
  /** The task. */
  id: string
  title: string
  area: Row['area']
  /** The new deadline that is asked for, or the deadline of the task. */
  dueOn: PlainDate
  status: Row['status']
}
export type WorkAsked = {
  programmeId: string
  asker: Asker
  /** Where the reader sees tasks. */
  reads: Scope
  on: PlainDate
  language: Language
}

const most = 200

/** Only tasks that name one of the posts are looked at, so that the size of the country does not matter. */
export const concerning = (programmeId: string, posts: readonly string[], reads: Scope) => sql<boolean>`
  task.programme_id = ${programmeId} and ${within(reads, sql.ref('task.area_id'))}
  and (task.head_post_id = any(${posts as string[]}::uuid[]) or task.authority_post_id = any(${posts as string[]}::uuid[])
    or task.id in (select task_id from task_body where post_id = any(${posts as string[]}::uuid[]))
    or task.id in (
      select task_id from task_extension join task of_request on of_request.id = task_extension.task_id
      join post on post.id = of_request.head_post_id where post.reports_to_id = any(${posts as string[]}::uuid[])))`

export async function workOf(db: Db, asked: WorkAsked): Promise<WorkItem[]> {
  const { asker, on } = asked
  if (asker.posts.length === 0) return []
  const found = await sql<{ id: string; waits: boolean; handed: PlainDate | null }>`
    select known.id, known.handed, (${waitsFor(asker, on)}) as waits
    from ${knownTasks(on, concerning(asked.programmeId, asker.posts, asked.reads), { holders: false })}
    where (${waitsFor(asker, on)}) or (known.status in ('late', 'soon') and known.handed is null and ${ofPosts(asker.posts)})
    order by waits desc, known.due, known.number limit ${most}`.execute(db)
  const rows = await taskRows(
    db,
    found.rows.map((row) => row.id),
    on,
    asked.language,
  )
  return rows.map((row, at): WorkItem => {
    const waits = found.rows[at]?.waits === true
    const kind = !waits ? 'task' : row.askedFor !== null ? 'decide-extension' : 'decide-result'
    return {
      kind,
      id: row.id,
      title: row.title,
      area: row.area,
      dueOn: kind === 'decide-extension' && row.askedFor ? row.askedFor : row.dueOn,
      status: row.status,
    }
  })
}
