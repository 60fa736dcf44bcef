// Whether a change to a task is allowed, as pure decisions: each answers the refusal with its reason, or nothing.

import { type Refusal, refuse } from '../../platform/contract/refusal.ts'
import { taskRefusals } from './contract.ts'

type PlainDate = string

/** What the decisions look at, of the task as it stands now. */
export type Standing = {
  startsOn: PlainDate
  dueOn: PlainDate
  assignedOn: PlainDate
  doneOn: PlainDate | null
  cancelledOn: PlainDate | null
  handedInOn: PlainDate | null
  evidenceOn: PlainDate | null
  extensionPending: boolean
  /** The last day on which the finished task was opened again. */
  reopenedOn: PlainDate | null
  openSubtasks: number
  parentDueOn: PlainDate | null
  /** The parent is finished, cancelled, or its result waits for a decision. */
  parentClosed: boolean
  plan: { year: number; closedOn: PlainDate | null }
}

export function whyClosed(task: Pick<Standing, 'doneOn' | 'cancelledOn'>): Refusal | undefined {
  if (task.cancelledOn !== null) return refuse(taskRefusals.already_cancelled, { day: task.cancelledOn })
  if (task.doneOn !== null) return refuse(taskRefusals.already_done, { day: task.doneOn })
  return undefined
}

/** A plan that was closed keeps what it was; reports on its tasks and decisions on results still come in. */
export const whyPlanClosed = (plan: Standing['plan'], day: PlainDate): Refusal | undefined =>
  plan.closedOn !== null && plan.closedOn <= day
    ? refuse(taskRefusals.plan_closed, { year: plan.year, day: plan.closedOn })
    : undefined

export type Dates = { startsOn: PlainDate; dueOn: PlainDate; assignedOn: PlainDate }
export type Around = {
  day: PlainDate
  programmeStartsOn: PlainDate
  parent?: { startsOn: PlainDate; dueOn: PlainDate }
}

/** Whether the dates of a new task fit each other, the programme and the parent task. */
export function whyNotThen(dates: Dates, around: Around): Refusal | undefined {
  const { startsOn, dueOn, assignedOn } = dates
  if (dueOn < startsOn) return refuse(taskRefusals.due_before_start, { due: dueOn, start: startsOn }, 'dueOn')
  if (startsOn < around.programmeStartsOn)
    return refuse(taskRefusals.starts_before_programme, { start: around.programmeStartsOn }, 'startsOn')
  if (assignedOn > around.day) return refuse(taskRefusals.assigned_in_future, { day: around.day }, 'assignedOn')
  if (dueOn < assignedOn) return refuse(taskRefusals.due_before_assigned, { due: dueOn, assigned: assignedOn }, 'dueOn')
  if (around.parent && dueOn > around.parent.dueOn)
    return refuse(taskRefusals.due_after_parent, { due: around.parent.dueOn }, 'dueOn')
  if (around.parent && startsOn < around.parent.startsOn)
    return refuse(taskRefusals.starts_before_parent, { start: around.parent.startsOn }, 'startsOn')
  return undefined
}

export type Report = {
  reportedOn: PlainDate
  done: boolean
  noEvidence: boolean
  files: number
  doneCount: number | null
  totalCount: number | null
}

export function whyNotReport(task: Standing, report: Report, day: PlainDate): Refusal | undefined {
  const closed = whyClosed(task)
  if (closed) return closed
  if (report.reportedOn > day) return refuse(taskRefusals.report_in_future, { day }, 'reportedOn')
  if (report.reportedOn < task.assignedOn)
    return refuse(taskRefusals.report_before_assignment, { day: task.assignedOn }, 'reportedOn')
  if (report.doneCount !== null && report.totalCount !== null && report.doneCount > report.totalCount)
    return refuse(taskRefusals.count_over_total, {}, 'doneCount')
  if (report.noEvidence && report.files > 0) return refuse(taskRefusals.evidence_contradicts, {}, 'noEvidence')
  return report.done ? whyNotHandIn(task, report) : undefined
}

function whyNotHandIn(task: Standing, report: Report): Refusal | undefined {
  if (task.handedInOn !== null) return refuse(taskRefusals.waits_for_decision, { day: task.handedInOn })
  // From the day it counted as finished until it was opened again the record says finished, and stays so.
  if (task.reopenedOn !== null && report.reportedOn < task.reopenedOn)
    return refuse(taskRefusals.report_before_reopening, { day: task.reopenedOn }, 'reportedOn')
  if (task.openSubtasks > 0) return refuse(taskRefusals.open_subtasks, { count: task.openSubtasks })
  if (report.files === 0 && task.evidenceOn === null && !report.noEvidence)
    return refuse(taskRefusals.evidence_missing, {}, 'fileIds')
  return undefined
}

export function whyNotMoreTime(task: Standing, newDueOn: PlainDate, day: PlainDate): Refusal | undefined {
  const closed = whyClosed(task) ?? whyPlanClosed(task.plan, day)
  if (closed) return closed
  if (task.handedInOn !== null) return refuse(taskRefusals.waits_for_decision, { day: task.handedInOn })
  if (task.extensionPending) return refuse(taskRefusals.extension_pending)
  if (newDueOn <= task.dueOn) return refuse(taskRefusals.extension_not_later, { due: task.dueOn }, 'newDueOn')
  return whyNotAfterParent(task, newDueOn)
}

export const whyNotAfterParent = (task: Standing, newDueOn: PlainDate): Refusal | undefined =>
  task.parentDueOn !== null && newDueOn > task.parentDueOn
    ? refuse(taskRefusals.due_after_parent, { due: task.parentDueOn }, 'newDueOn')
    : undefined

/** Whether a finished task can be opened again; what it belongs to has to be open, so that no finished work holds open work. */
export function whyNotReopen(task: Standing, day: PlainDate): Refusal | undefined {
  if (task.cancelledOn !== null) return refuse(taskRefusals.already_cancelled, { day: task.cancelledOn })
  if (task.doneOn === null) return refuse(taskRefusals.not_done)
  if (task.parentClosed) return refuse(taskRefusals.parent_closed)
  return whyPlanClosed(task.plan, day)
}

type Request = { askedBy: string; decidedOn: PlainDate | null; withdrawn: boolean }

/** Whether a request for more time still waits for its decision. */
export function whyDecided(request: Request): Refusal | undefined {
  if (request.decidedOn === null) return undefined
  const kind = request.withdrawn ? taskRefusals.extension_withdrawn : taskRefusals.extension_decided
  return refuse(kind, { day: request.decidedOn })
}

/** A request is taken back by who asked, as long as nobody has decided on it. */
export const whyNotWithdraw = (request: Request, personId: string): Refusal | undefined =>
  request.askedBy === personId ? whyDecided(request) : refuse(taskRefusals.not_own_request)

/** A refusal and a return are never without a reason. */
export const whyNoReason = (agreed: boolean, reason: string): Refusal | undefined =>
  !agreed && reason === '' ? refuse(taskRefusals.reason_missing, {}, 'reason') : undefined
