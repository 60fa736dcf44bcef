// Finding the task that a call is about: its area for the door, and the locked row that a change starts from.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Context, Db } from '../../../platform/server/slice.ts'
import type { Programme } from '../../programme/server/public.ts'
import type { TaskFacts } from '../rules.ts'
import { viewOfProgramme } from './programme-in-view.ts'

const areaBy = async (db: Db, query: ReturnType<typeof sql<{ area_id: string }>>): Promise<string | undefined> =>
  (await query.execute(db)).rows[0]?.area_id

export const areaOfTask = ({ db }: Context, id: string) => areaBy(db, sql`select area_id from task where id = ${id}`)
export const areaOfReport = ({ db }: Context, id: string) =>
  areaBy(
    db,
    sql`select task.area_id from task_report join task on task.id = task_report.task_id where task_report.id = ${id}`,
  )
export const areaOfExtension = ({ db }: Context, id: string) =>
  areaBy(
    db,
    sql`select task.area_id from task_extension join task on task.id = task_extension.task_id where task_extension.id = ${id}`,
  )

/** The areas of all these tasks; undefined when even one is not there. */
export async function areasOfTasks({ db }: Context, ids: readonly string[]): Promise<string[] | undefined> {
  const wanted = [...new Set(ids)]
  const found = await sql<{ area_id: string }>`select area_id from task where id = any(${wanted}::uuid[])`.execute(db)
  return found.rows.length === wanted.length ? [...new Set(found.rows.map((row) => row.area_id))] : undefined
}

export type TaskRecord = {
  id: string
  programme_id: string
  area_id: string
  number: number
  parent_id: string | null
  title: string
  detail: string
  basis: string
  head_post_id: string
  head_since: PlainDate
  doer: string
  doer_with: string
  expected_result: string
  result_total: number | null
  result_unit: string
  authority: string
  authority_post_id: string | null
  document_id: string | null
  target_line_id: string | null
  starts_on: PlainDate
  due_on: PlainDate
  assigned_on: PlainDate
  first_report_on: PlainDate | null
  evidence_on: PlainDate | null
  done_on: PlainDate | null
  cancelled_on: PlainDate | null
  version: number
  /** The day on which a result was handed in that waits for a decision. */
  handed_in_on: PlainDate | null
  extension_pending: boolean
  reopened_on: PlainDate | null
  open_subtasks: number
  parent_due_on: PlainDate | null
  parent_starts_on: PlainDate | null
  parent_closed: boolean
  plan_year: number
  plan_closed_on: PlainDate | null
}
export type TaskInHand = { task: TaskRecord; programme: Programme; day: PlainDate }

/** The task with what its rules ask for, locked until the change is committed. */
export async function taskInHand(context: Context, id: string): Promise<TaskInHand> {
  const found = await sql<TaskRecord>`
    select task.*, waits.reported_on as handed_in_on, parent.due_on as parent_due_on, parent.starts_on as parent_starts_on,
      (parent.done_on is not null or parent.cancelled_on is not null or exists (
        select 1 from task_report where task_id = parent.id and done and decided_on is null)) is true as parent_closed,
      (select max(reopened_on) from task_reopening where task_id = task.id) as reopened_on,
      exists (select 1 from task_extension where task_id = task.id and decided_on is null) as extension_pending,
      (select count(*) from task child where child.parent_id = task.id and child.done_on is null and child.cancelled_on is null)
        as open_subtasks,
      extract(year from task.due_on)::int as plan_year, plan.closed_on as plan_closed_on
    from task
    left join task_report waits on waits.task_id = task.id and waits.done and waits.decided_on is null
    left join task parent on parent.id = task.parent_id
    left join plan on plan.programme_id = task.programme_id and plan.year = extract(year from task.due_on)
    where task.id = ${id} for update of task`.execute(context.db)
  const task = found.rows[0]
  if (!task) throw refuse(platformRefusals.not_found)
  const { programme, day } = await viewOfProgramme(context, task.programme_id)
  return { task, programme, day }
}

/** Somebody else saved meanwhile: the caller gets what is there now. */
export function checkVersion(task: TaskRecord, version: number): void {
  if (task.version !== version)
    throw new Refusal(platformRefusals.changed_meanwhile, {
      extra: {
        current: {
          version: task.version,
          title: task.title,
          detail: task.detail,
          doer: task.doer,
          expectedResult: task.expected_result,
          authority: task.authority,
          startsOn: task.starts_on,
          dueOn: task.due_on,
        },
      },
    })
}

/** The facts of the record as it stands, whatever the day. */
export const factsNow = (task: TaskRecord): TaskFacts => ({
  dueOn: task.due_on,
  doneOn: task.done_on,
  handedInOn: task.handed_in_on,
  cancelledOn: task.cancelled_on,
  firstReportOn: task.first_report_on,
  evidenceOn: task.evidence_on,
  headFrom: null,
})
