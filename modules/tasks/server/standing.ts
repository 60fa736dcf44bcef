// The record of a task as the pure decisions of ../allowed.ts look at it.

import type { Standing } from '../allowed.ts'
import type { TaskRecord } from './record.ts'

export const standingOf = (task: TaskRecord): Standing => ({
  startsOn: task.starts_on,
  dueOn: task.due_on,
  assignedOn: task.assigned_on,
  doneOn: task.done_on,
  cancelledOn: task.cancelled_on,
  handedInOn: task.handed_in_on,
  evidenceOn: task.evidence_on,
  extensionPending: task.extension_pending,
  reopenedOn: task.reopened_on,
  openSubtasks: task.open_subtasks,
  parentDueOn: task.parent_due_on,
  parentClosed: task.parent_closed,
  plan: { year: task.plan_year, closedOn: task.plan_closed_on },
})
