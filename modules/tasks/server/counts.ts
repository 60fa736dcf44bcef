// Tasks in numbers. Open work is looked at closely; what is finished or cancelled is only counted, from an index.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { knownTasks, stillOpen } from './facts.ts'

export type LaneCounts = { new: number; doing: number; waiting: number; done: number; cancelled: number }
export type Counts = { lanes: LaneCounts; late: number; soon: number }

/** Counts the tasks for which `only`, a condition on `task`, is true. */
export async function countTasks(db: Db, on: PlainDate, only: RawBuilder<boolean>): Promise<Counts> {
  const [open, closed] = await Promise.all([openCounts(db, on, only), closedCounts(db, on, only)])
  const { late, soon, ...lanes } = open
  // What was finished on that day and is open again by now is found among the open.
  return { lanes: { ...lanes, done: lanes.done + closed.done, cancelled: closed.cancelled }, late, soon }
}

async function openCounts(db: Db, on: PlainDate, only: RawBuilder<boolean>) {
  type Open = { new: number; doing: number; waiting: number; done: number; late: number; soon: number }
  const found = await sql<Open>`
    select count(*) filter (where lane = 'new') as new, count(*) filter (where lane = 'doing') as doing,
      count(*) filter (where lane = 'waiting') as waiting, count(*) filter (where lane = 'done') as done, count(*) filter (where status = 'late') as late,
      count(*) filter (where status = 'soon') as soon
    from ${knownTasks(on, sql<boolean>`${only} and ${stillOpen(on)}`, { holders: false })}`.execute(db)
  return found.rows[0]!
}

async function closedCounts(db: Db, on: PlainDate, only: RawBuilder<boolean>) {
  const found = await sql<{ done: number; cancelled: number }>`
    select (select count(*) from task where ${only} and accepted_on <= ${on}::date) as done,
      (select count(*) from task where ${only} and cancelled_on <= ${on}::date) as cancelled`.execute(db)
  return found.rows[0]!
}
