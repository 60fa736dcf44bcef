// The facts of tasks as they were known on a day, in SQL: one source for lists, counts and notices.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { soonDays, type TaskFacts } from '../rules.ts'

export type FactsRow = {
  id: string
  due: PlainDate
  done: PlainDate | null
  handed: PlainDate | null
  cancelled: PlainDate | null
  evidence: PlainDate | null
  first_report: PlainDate | null
  head_from: PlainDate | null
}

/** The facts that the pure rules decide by. */
export const factsOf = (row: FactsRow): TaskFacts => ({
  dueOn: row.due,
  doneOn: row.done,
  handedInOn: row.handed,
  cancelledOn: row.cancelled,
  firstReportOn: row.first_report,
  evidenceOn: row.evidence,
  headFrom: row.head_from,
})

/**
 * Neither finished nor cancelled on that day: the part of the tasks that is small however long a programme runs. It holds
 * too what was finished on that day and opened again since; whoever looks closely (`knownTasks`) tells those apart.
 */
export const stillOpen = (on: PlainDate): RawBuilder<boolean> => sql<boolean>`
  (task.accepted_on is null or task.accepted_on > ${on}::date) and (task.cancelled_on is null or task.cancelled_on > ${on}::date)`

/** Possibly late: a deadline only ever moves on, so the first one must have passed. */
export const pastFirstDeadline = (on: PlainDate): RawBuilder<boolean> => sql<boolean>`
  ${stillOpen(on)} and task.original_due_on < ${on}::date`

/**
 * `task` with its facts on the day `on`, to stand in a FROM clause under the name `known`; `only` limits which tasks.
 * Extensions decided later are undone, results decided later still wait, tasks opened again later are finished, holders are
 * those of the day.
 * `holders` false leaves out since when the head answers, for questions that do not tell inherited days apart.
 * The column `status` repeats `statusOf` for filters and counts; a test keeps the two equal.
 */
export function knownTasks(on: PlainDate, only: RawBuilder<boolean>, { holders = true } = {}): RawBuilder<unknown> {
  const day = sql`${on}::date`
  return sql`(
    select fact.*,
      case
        when fact.cancelled is not null then 'cancelled'
        when fact.done is not null then
          case when fact.evidence is null then 'no-evidence' when fact.done > fact.due then 'done-late' else 'done' end
        when coalesce(fact.handed, ${day}) > fact.due then 'late'
        when fact.handed is not null and ${day} > fact.due then 'ontime'
        when fact.due - ${day} <= ${soonDays} then 'soon'
        else 'ontime'
      end as status,
      case
        when fact.cancelled is not null then 'cancelled'
        when fact.done is not null then 'done'
        when fact.handed is not null then 'waiting'
        when fact.first_report is not null then 'doing'
        else 'new'
      end as lane
    from (
      select task.id, task.programme_id, task.area_id, task.number, task.title, task.instruction_id, task.parent_id,
        task.head_post_id, task.authority_post_id, task.search_key,
        coalesce(moved.old_due_on, task.due_on) as due,
        case when task.accepted_on <= ${day} then task.done_on else reopened.done_on end as done,
        case when task.accepted_on <= ${day} or reopened.done_on is not null then null else handed.reported_on end as handed,
        case when task.cancelled_on <= ${day} then task.cancelled_on end as cancelled,
        case when task.evidence_on <= ${day} then task.evidence_on end as evidence,
        case when task.first_report_on <= ${day} then task.first_report_on end as first_report,
        ${holders ? sql`greatest(task.head_since, holder.valid_from)` : sql`null::date`} as head_from
      from task
      left join (
        select distinct on (task_id) task_id, old_due_on from task_extension
        where approved and decided_on > ${day} order by task_id, decided_on, old_due_on
      ) moved on moved.task_id = task.id
      left join (
        select distinct on (task_id) task_id, reported_on from task_report
        where done and reported_on <= ${day} and (decided_on is null or decided_on > ${day})
        order by task_id, reported_on desc, recorded_at desc
      ) handed on handed.task_id = task.id
      left join task_reopening reopened on reopened.task_id = task.id
        and reopened.accepted_on <= ${day} and reopened.reopened_on > ${day}
      ${
        holders
          ? sql`left join post_holder holder on holder.post_id = task.head_post_id
              and holder.valid_from <= ${day} and (holder.valid_to is null or holder.valid_to > ${day})`
          : sql``
      }
      where task.assigned_on <= ${day} and ${only}
    ) fact
  ) known`
}
