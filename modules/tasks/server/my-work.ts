// What waits for a person's posts: decisions first, then their own tasks that are late or due soon, by deadline.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { statusOf } from '../rules.ts'
import { type FactsRow, factsOf, knownTasks } from './facts.ts'
import { type Asker, ofPosts, waitsFor } from './filter.ts'
import type { Row } from './rows.ts'

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

type Found = FactsRow & {
  title: string
  area_id: string
  area_name: string
  area_type: string
  area_level: string
  asked_for: PlainDate | null
  waits: boolean
}

/** One query that reads no more of a task than its line says: this is asked each time that somebody opens home. */
export async function workOf(db: Db, asked: WorkAsked): Promise<WorkItem[]> {
  const { asker, on } = asked
  if (asker.posts.length === 0) return []
  const found = await sql<Found>`
    select known.*, area.name as area_name, area.type as area_type, area.level as area_level,
      (${waitsFor(asker, on)}) as waits, request.new_due_on as asked_for
    from ${knownTasks(on, concerning(asked.programmeId, asker.posts, asked.reads))}
    join area_unit area on area.id = known.area_id
    left join lateral (
      select new_due_on from task_extension
      where task_id = known.id and asked_on <= ${on}::date and (decided_on is null or decided_on > ${on}::date)
      order by asked_on desc limit 1
    ) request on true
    where (${waitsFor(asker, on)}) or (known.status in ('late', 'soon') and known.handed is null and ${ofPosts(asker.posts)})
    order by waits desc, known.due, known.number limit ${most}`.execute(db)
  return found.rows.map((row): WorkItem => {
    const kind = !row.waits ? 'task' : row.asked_for !== null ? 'decide-extension' : 'decide-result'
    return {
      kind,
      id: row.id,
      title: row.title,
      area: { id: row.area_id, name: row.area_name, type: row.area_type, level: row.area_level },
      dueOn: kind === 'decide-extension' && row.asked_for ? row.asked_for : row.due,
      status: statusOf(factsOf(row), on),
    }
  })
}
