// The course of a life while it is read: where it stands, since when, what runs. Events and ends of terms move it on.

import { type Calendar, calendarOf, vietnam } from '../../../rules/calendar/working-days.ts'
import type { LawChoices, LawPointId } from '../../../rules/law/choices.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import { type PeriodId, periodOn } from '../../../rules/law/periods.ts'
import type { EventOf, FileEvent, Paper } from '../events.ts'
import type { OpenDuty } from './duties.ts'
import { holdsOn, type PersonFacts } from './facts.ts'
import { type Away, leftOutOf } from './interruptions.ts'
import type { Awaiting, EndReason, Standing, StatusKind } from './life.ts'
import { type Term, termOf } from './terms.ts'

export type Running = {
  kind: StatusKind
  by: FileEvent
  paper: Paper
  since: Moment
  period: PeriodId | undefined
  term?: Term
  suspendedBy?: string
  reason?: EndReason
  /** What the dossier interrupted and what comes back if the court refuses. */
  before?: Running
  /** Whether rehabilitation or treatment was begun. */
  begun?: Moment
  minor?: boolean
  /** Months that a decision under the law of 2021 chose. */
  months?: number
  /** Its end has been dealt with. */
  termOver?: boolean
}

export type Completed = {
  at: Moment
  kind: StatusKind
  minor: boolean
  by: FileEvent
  /** Post-rehabilitation has begun. */
  followed?: true
}
export type Watched = { by: FileEvent; paper: Paper; since: Moment; term?: Term; breach?: Moment }

export type Course = {
  facts: PersonFacts
  law: LawChoices
  calendar: Calendar
  now: Moment
  events: readonly FileEvent[]
  away: readonly Away[]
  standing: Running | undefined
  history: Standing[]
  /** The determination that stands: the person is addicted in law until rehabilitation is completed. */
  addiction: EventOf<'determination-result'> | undefined
  registered: EventOf<'registered'> | undefined
  /** The finding that the person has no stable residence. */
  unsettled: EventOf<'residence-verified'> | undefined
  completed: Completed | undefined
  /** A decision on post-rehabilitation that waits for the completion. */
  afterWaiting: EventOf<'after-decided'> | undefined
  custody: { from: Moment; until?: Moment } | undefined
  /** Served in a private centre before going on at home. */
  servedPrivately: number
  timesBegun: number
  timesCompleted: number
  watched: Watched | undefined
  over: boolean
  duties: OpenDuty[]
  filed: Map<string, EventOf<'paper-filed'>>
  rests: Set<LawPointId>
}

export function newCourse(
  facts: PersonFacts,
  law: LawChoices,
  now: Moment,
  events: readonly FileEvent[],
  away: readonly Away[],
): Course {
  return {
    facts,
    law,
    calendar: law.holidays ? calendarOf(law.holidays) : vietnam,
    now,
    events,
    away,
    standing: undefined,
    history: [],
    addiction: undefined,
    registered: undefined,
    unsettled: undefined,
    completed: undefined,
    afterWaiting: undefined,
    custody: undefined,
    servedPrivately: 0,
    timesBegun: 0,
    timesCompleted: 0,
    watched: undefined,
    over: false,
    duties: [],
    filed: new Map(),
    rests: new Set(),
  }
}

export const periodAt = (at: Moment): PeriodId | undefined => periodOn(dayOf(at))?.id

/** By a finding of the file, or as a circumstance of the person. */
export const isUnsettled = (course: Course, at: Moment): boolean =>
  course.unsettled !== undefined || holdsOn(course.facts.noStableResidence, dayOf(at))

/** Whoever completed it is under post-rehabilitation by law (L120 Art. 42.1, 42.2), but holds no status before the chair's decision. */
export function awaitingOf({ standing, over, completed }: Course): Awaiting | undefined {
  if (standing || over || !completed || completed.followed) return undefined
  return { kind: 'after-decision', by: completed.by.id, since: completed.at }
}

/** The answer chosen for an open point; the reading says that it rests on it. */
export function chosen<P extends LawPointId>(course: Course, point: P): LawChoices[P] {
  course.rests.add(point)
  return course.law[point]
}

export function beginTerm(
  course: Course,
  running: Running,
  deadline: string,
  start: Moment,
  given: { months?: number; credited?: number } = {},
): void {
  const leftOut = leftOutOf(running.kind, running.period, course.law, start, course.now, course.away, (point) =>
    course.rests.add(point),
  )
  running.term = termOf(deadline, start, leftOut, { ...given, now: course.now })
}

/** Closes what stands at a moment and puts another in its place, or nothing. */
export function stand(course: Course, next: Running | undefined, at: Moment): void {
  const { standing } = course
  if (standing && standing.since <= at) course.history.push(asStanding(standing, at))
  course.standing = next
  // What was decided for afterwards is for nobody any more.
  if (next?.kind === 'ended') course.afterWaiting = undefined
}

export function asStanding(
  { kind, by, paper, since, term, suspendedBy, reason, period }: Running,
  until?: Moment,
): Standing {
  return {
    kind,
    by: by.id,
    paper,
    since,
    period,
    ...(until !== undefined && { until }),
    ...(term?.end !== undefined && { ends: term.end }),
    ...(suspendedBy && { suspendedBy }),
    ...(reason && { reason }),
  }
}

/** The paper of an event that gives a status; without one there is none. */
export const paperOf = (event: FileEvent): Paper | undefined =>
  'paper' in event.details && typeof event.details.paper === 'object' ? event.details.paper : undefined

const treatmentKinds = ['home', 'private', 'public', 'reform-school', 'substitution'] as const
type InTreatment = Running & { kind: (typeof treatmentKinds)[number] }
export const inTreatment = (standing: Running | undefined): standing is InTreatment =>
  standing !== undefined && (treatmentKinds as readonly StatusKind[]).includes(standing.kind)
