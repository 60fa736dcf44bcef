// Where a task stands on a day: pure decisions over its facts as they were known on that day, each with its reason.

import { daysBetween } from '../../rules/calendar/working-days.ts'

type PlainDate = string

/** Days before the deadline from which a task is "soon". */
export const soonDays = 7

/** What was known of a task on the day that is asked for. */
export type TaskFacts = {
  /** The deadline with the extensions granted by then. */
  dueOn: PlainDate
  /** The day the accepted result was handed in. */
  doneOn: PlainDate | null
  /** The day a result was handed in that still waits for a decision. */
  handedInOn: PlainDate | null
  cancelledOn: PlainDate | null
  firstReportOn: PlainDate | null
  evidenceOn: PlainDate | null
  /** Since when the present head answers: the later of taking the post over and the post taking the task over. */
  headFrom: PlainDate | null
}

export type StatusKind = 'done' | 'done-late' | 'late' | 'soon' | 'ontime' | 'cancelled' | 'no-evidence'
export type StatusReason =
  | 'cancelled'
  | 'done-without-evidence'
  | 'done-after-deadline'
  | 'done-in-time'
  | 'waits-for-decision'
  | 'handed-in-late'
  | 'past-deadline'
  | 'deadline-near'
  | 'time-left'
export type Status = {
  kind: StatusKind
  /** Days late when late or done late, otherwise days left; 0 when finished in time or cancelled. */
  days: number
  /** Of the days late, those before the present head began. */
  inheritedDays: number
  reason: StatusReason
}

/** The status of a task on the day `on`. The order of the questions is the order of the lines. */
export function statusOf(facts: TaskFacts, on: PlainDate): Status {
  if (facts.cancelledOn !== null) return { kind: 'cancelled', days: 0, inheritedDays: 0, reason: 'cancelled' }
  if (facts.doneOn !== null) return finished(facts, facts.doneOn)
  // Waiting for somebody else's decision is not the head's delay: the clock stops when the result is handed in.
  const until = facts.handedInOn ?? on
  const late = daysBetween(facts.dueOn, until)
  if (late > 0)
    return {
      kind: 'late',
      days: late,
      inheritedDays: inherited(facts, late),
      reason: facts.handedInOn === null ? 'past-deadline' : 'handed-in-late',
    }
  const left = Math.max(0, daysBetween(on, facts.dueOn))
  if (facts.handedInOn !== null && daysBetween(on, facts.dueOn) < 0)
    return { kind: 'ontime', days: 0, inheritedDays: 0, reason: 'waits-for-decision' }
  const soon = left <= soonDays
  if (facts.handedInOn !== null)
    return { kind: soon ? 'soon' : 'ontime', days: left, inheritedDays: 0, reason: 'waits-for-decision' }
  return soon
    ? { kind: 'soon', days: left, inheritedDays: 0, reason: 'deadline-near' }
    : { kind: 'ontime', days: left, inheritedDays: 0, reason: 'time-left' }
}

function finished(facts: TaskFacts, doneOn: PlainDate): Status {
  const late = Math.max(0, daysBetween(facts.dueOn, doneOn))
  const inheritedDays = inherited(facts, late)
  if (facts.evidenceOn === null)
    return { kind: 'no-evidence', days: late, inheritedDays, reason: 'done-without-evidence' }
  return late > 0
    ? { kind: 'done-late', days: late, inheritedDays, reason: 'done-after-deadline' }
    : { kind: 'done', days: 0, inheritedDays: 0, reason: 'done-in-time' }
}

/** Days of the delay that had passed before the present head began. */
function inherited(facts: TaskFacts, late: number): number {
  if (facts.headFrom === null || late <= 0) return 0
  return Math.min(late, Math.max(0, daysBetween(facts.dueOn, facts.headFrom)))
}

export type Lane = 'new' | 'doing' | 'waiting' | 'done' | 'cancelled'

/** The column of the board: nothing reported, under way, result waits for a decision, finished. */
export function laneOf(facts: TaskFacts): Lane {
  if (facts.cancelledOn !== null) return 'cancelled'
  if (facts.doneOn !== null) return 'done'
  if (facts.handedInOn !== null) return 'waiting'
  return facts.firstReportOn === null ? 'new' : 'doing'
}

export type Evidence = 'there' | 'not-yet' | 'missing'

/** Evidence is missing once the task is late or finished and no report has brought any; before that it is not yet due. */
export function evidenceOf(facts: TaskFacts, status: Status): Evidence {
  if (facts.evidenceOn !== null) return 'there'
  return status.kind === 'late' || facts.doneOn !== null ? 'missing' : 'not-yet'
}
