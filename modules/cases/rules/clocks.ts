// Every clock of a file as it shows: its end, its state, how much of it counts, what was left out.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { Calendar } from '../../../rules/calendar/working-days.ts'
import { type ClockRun, dayBefore, type Interruption } from '../../../rules/law/clock.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import { addMinutes, dayOf, endOf, type Moment, minutesBetween } from '../../../rules/law/moment.ts'
import type { Course } from './course.ts'
import { isOpen, type OpenDuty } from './duties.ts'
import { type BarPiece, type ClockState, type OpenClock, statusNames } from './life.ts'
import { isHeldBack } from './protections.ts'
import { recurringClocks } from './recurring.ts'
import type { Term } from './terms.ts'

export type ClockOf = { clock: OpenClock; duty?: OpenDuty }

export function clocksOf(course: Course): ClockOf[] {
  const found: ClockOf[] = []
  for (const duty of course.duties) if (duty.deadline) found.push({ clock: clockOfDuty(course, duty), duty })
  const { standing, watched } = course
  if (standing?.term)
    found.push({ clock: clockOfTerm(course, standing.term, standing.by.id, statusNames[standing.kind]) })
  if (watched?.term)
    found.push({ clock: clockOfTerm(course, watched.term, watched.by.id, deadlineOf(watched.term.deadline).what) })
  for (const clock of recurringClocks(course)) found.push({ clock })
  return found
}

function clockOfDuty(course: Course, duty: OpenDuty): OpenClock {
  const deadline = duty.deadline as NonNullable<OpenDuty['deadline']>
  const timed = deadline.back ? countedBack(duty, course.calendar) : { run: duty.run as ClockRun, due: duty.due }
  const state = stateOfDuty(course, duty, timed.due)
  const closedAt = duty.closedBy?.at
  return {
    id: `${duty.id}:${duty.because.id}:${duty.begins}`,
    deadline: deadline.id,
    kind: deadline.clock.kind,
    what: deadline.what,
    source: deadline.source,
    since: duty.because.id,
    begins: duty.begins,
    ...timed,
    state,
    ...(duty.closedBy && { closedBy: duty.closedBy.id }),
    ...(closedAt !== undefined && timed.due !== undefined && closedAt > timed.due && { wasLate: true }),
    ...measured(timed.run, duty.begins, timed.due, [], closedAt ?? course.now),
    ...(duty.why && { why: duty.why }),
    ...(deadline.toCheck && { toCheck: deadline.toCheck }),
  }
}

/** "At least 30 days before" is due that day; "within the last 3 working days" opens then and is due at the end. */
function countedBack(
  { deadline, term, begins }: OpenDuty,
  calendar: Calendar,
): { run: ClockRun; due?: Moment; opens?: Moment } {
  const end = term?.end
  if (!deadline || end === undefined) return { run: { state: 'waits', steps: term?.run.steps ?? [] } }
  const { span } = deadline.clock
  const from = span.unit === 'hours' ? addMinutes(end, -span.count * 60) : `${dayBefore(span, end, calendar)}T00:00`
  const due = deadline.back === 'at-least' ? endOf(dayOf(from)) : end
  const run: ClockRun = {
    state: 'ends',
    at: due,
    steps: [
      { what: 'starts', at: begins },
      { what: 'ends', at: due },
    ],
  }
  return { run, due, ...(deadline.back === 'within' && { opens: from }) }
}

function stateOfDuty(course: Course, duty: OpenDuty, due: Moment | undefined): ClockState {
  if (duty.closedBy) return 'done'
  if (!isOpen(duty)) return 'expired'
  if (due === undefined) return 'waits'
  const past = due < course.now
  // A right or a limitation is not late, it is over.
  if (past && (duty.id === 'read' || duty.id === 'limit')) return 'expired'
  if (isHeldBack(course, duty.id)) return 'waits'
  return past ? 'late' : 'running'
}

function clockOfTerm({ now }: Course, term: Term, since: string, of: Bilingual): OpenClock {
  const deadline = deadlineOf(term.deadline)
  const state: ClockState = term.end === undefined ? 'waits' : term.end < now ? 'done' : 'running'
  return {
    id: `term:${since}`,
    deadline: term.deadline,
    kind: 'term',
    what: { vi: `Thời hạn: ${of.vi}`, en: `Term: ${of.en}` },
    source: deadline.source,
    since,
    begins: term.start,
    run: term.run,
    ...(term.end !== undefined && { due: term.end }),
    state,
    ...measured(term.run, term.start, term.end, term.leftOut, now),
    ...(term.credited > 0 && { credited: term.credited }),
    ...(deadline.toCheck && { toCheck: deadline.toCheck }),
  }
}

/** Minutes counted until now, of how many, and the pieces of the bar. An end that cannot be told is taken as if the stop ended now. */
export function measured(
  run: ClockRun,
  start: Moment,
  end: Moment | undefined,
  leftOut: readonly Interruption[],
  now: Moment,
): Pick<OpenClock, 'counted' | 'whole' | 'bar'> {
  const restarted = run.steps.findLast((step) => step.what === 'restarts')
  const from = restarted && 'at' in restarted ? restarted.at : start
  const to = end ?? now
  const until = to < now ? to : now
  const bar: BarPiece[] = []
  let at = from
  let lost = 0
  let lostBefore = 0
  for (const away of leftOut) {
    if (away.from >= to) continue
    const back = away.until === undefined || away.until > to ? to : away.until
    lost += minutesBetween(away.from, back)
    if (away.from >= until) continue
    const seen = earlier(back, until)
    if (at < away.from) bar.push({ from: at, until: away.from, counted: true })
    if (away.from < seen) bar.push({ from: away.from, until: seen, counted: false, why: away.kind })
    lostBefore += minutesBetween(away.from, seen)
    at = seen
  }
  if (at < until) bar.push({ from: at, until, counted: true })
  const whole = end === undefined ? nominal(run, from) : minutesBetween(from, to) - lost
  return { counted: Math.max(0, minutesBetween(from, until) - lostBefore), whole, bar }
}

const earlier = (one: Moment, other: Moment): Moment => (one < other ? one : other)

/** How long it would be without anything left out, while its end cannot be told. */
function nominal(run: ClockRun, from: Moment): number {
  const last = run.steps.findLast((step) => step.what === 'runs' || step.what === 'ends')
  return last && 'at' in last ? minutesBetween(from, last.at) : 0
}
