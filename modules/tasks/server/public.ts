// What other modules' servers may ask of the tasks: late work, counts, one's own work; and assigning a task from elsewhere.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Context, Db } from '../../../platform/server/slice.ts'
import { type Assigned, type Assigner, type Assignment, assign } from './assigning.ts'
import { countTasks } from './counts.ts'
import { knownTasks, pastFirstDeadline } from './facts.ts'
import { type WorkItem, workOf } from './my-work.ts'
import { askerOf } from './queries/list.ts'
import { inReach } from './reach.ts'
import { type Row, taskRows } from './rows.ts'

export { taskChores } from './chores.ts'
export { taskRoutes } from './export.ts'
export { provideHolidays } from './holiday-slot.ts'
export { openTasksOf } from './open-tasks.ts'
export type { Assigned, WorkItem }

type Asked = { programmeId: string; scope: Scope; on: PlainDate }

/** The late tasks within reach, the longest late first. */
export async function lateTasks(db: Db, asked: Asked & { limit?: number; language?: Language }): Promise<Row[]> {
  const { on } = asked
  const reach = await inReach(db, asked.programmeId, asked.scope)
  const found = await sql<{ id: string }>`
    select known.id from ${knownTasks(on, sql<boolean>`${reach} and ${pastFirstDeadline(on)}`, { holders: false })}
    where known.status = 'late' order by known.due, known.number limit ${asked.limit ?? 20}`.execute(db)
  return taskRows(
    db,
    found.rows.map((row) => row.id),
    on,
    asked.language ?? 'vi',
  )
}

export type TaskCounts = { all: number; late: number; soon: number; done: number; open: number }

/** The tasks within reach in numbers, of a unit and below it when one is named. Cancelled tasks are not counted. */
export async function taskCounts(db: Db, asked: Asked & { areaId?: string }): Promise<TaskCounts> {
  const reach = await inReach(db, asked.programmeId, asked.scope)
  const only = asked.areaId
    ? sql<boolean>`${reach} and exists (select 1 from area_coverage where ancestor_id = ${asked.areaId} and unit_id = task.area_id)`
    : reach
  const { lanes, late, soon } = await countTasks(db, asked.on, only)
  const open = lanes.new + lanes.doing + lanes.waiting
  return { all: open + lanes.done, late, soon, done: lanes.done, open }
}

/** Late tasks by the unit they belong to, for maps. */
export async function lateByArea(db: Db, asked: Asked): Promise<Map<string, number>> {
  const { on } = asked
  const reach = await inReach(db, asked.programmeId, asked.scope)
  const found = await sql<{ area_id: string; late: number }>`
    select area_id, count(*) as late from ${knownTasks(on, sql<boolean>`${reach} and ${pastFirstDeadline(on)}`, { holders: false })}
    where status = 'late' group by area_id`.execute(db)
  return new Map(found.rows.map((row) => [row.area_id, row.late]))
}

/** What waits for the posts of the one who asks: decisions first, then own tasks late or due soon. */
export async function myWork(context: Context, asked: { programmeId: string; on: PlainDate }): Promise<WorkItem[]> {
  return workOf(context.db, {
    programmeId: asked.programmeId,
    asker: await askerOf(context, asked.on),
    reads: context.scopeFor('tasks.read'),
    on: asked.on,
  })
}

type Wanted = Omit<Assignment, 'to'> & { to: readonly { id?: string; areaId: string; headPostId: string }[] }

/**
 * Assigns work from another module, inside its command: pass the audit notes on. `by.scope` is the reach of
 * `tasks.assign`, which the caller has checked to be over the areas. The same `origin` is assigned to a unit once.
 */
export async function assignTask(db: Db, wanted: Wanted, by: Assigner): Promise<Assigned> {
  return assign(db, { ...wanted, to: wanted.to.map((unit) => ({ ...unit, id: unit.id ?? uuidv7() })) }, by)
}

/** The posts that the one who asks holds, or acts for, on a day. */
export async function postsOf(context: Context, on: PlainDate): Promise<readonly string[]> {
  return (await askerOf(context, on)).posts
}
