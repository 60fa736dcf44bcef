// The clock of a time limit: when it ends, and step by step why. It stands still, leaves out, or begins anew as the law says;
// while something goes on that has no end yet there is no end to tell.

import {
  addDays,
  addWorkingDays,
  type Calendar,
  daysBetween,
  freeDays,
  isWorkingDay,
  vietnam,
} from '../calendar/working-days.ts'
import { addMinutes, addMonths, dayOf, endOf, type Moment, minutesBetween } from './moment.ts'

export type Span = { count: number; unit: 'hours' | 'days' | 'working-days' | 'months' }

/** What runs: how long, of what kind, and whether custody that lasts longer than what is left of it ends it (L120 Art. 24.7). */
export type Clock = {
  kind: ClockKind
  span: Span
  endsWhenOutlasted?: boolean
  /** After which interruption it begins anew; a limitation does so after evasion (L120 Art. 35.4). */
  restartsAfter?: InterruptionKind
}

/** An `act` has to be done by its end, a `term` runs until its end, after the end of a `limit` nothing may be decided any more. */
export type ClockKind = 'act' | 'term' | 'limit'

/** In custody or prison the clock stands still; absence without report and flight are not counted; after force majeure it begins anew. */
export type InterruptionKind = 'detained' | 'absent' | 'fled' | 'force-majeure'
export type Interruption = { kind: InterruptionKind; from: Moment; until?: Moment }

export type Step =
  | { what: 'starts'; at: Moment }
  | { what: 'first-day'; at: Moment }
  | { what: 'left-out'; why: InterruptionKind; from: Moment; until: Moment; minutes: number }
  | { what: 'restarts'; at: Moment }
  | { what: 'runs'; at: Moment }
  | { what: 'free-days'; days: string[] }
  | { what: 'moved'; from: string; at: Moment }
  | { what: 'ends'; at: Moment }
  | { what: 'waits'; why: InterruptionKind; at: Moment }
  | { what: 'outlasted'; at: Moment }
  | { what: 'year-unknown'; year: string }
  /** Only what the law fixes is on record of it: no days were moved yet. */
  | { what: 'year-not-announced'; year: string }
  /** Some of its days are written down from memory. */
  | { what: 'year-recalled'; year: string }

export type ClockRun = { steps: Step[] } & (
  | { state: 'ends'; at: Moment }
  /** Something that stops it has no end yet; custody that goes on until `outlastedAt` has by then lasted longer than what was left. */
  | { state: 'waits'; outlastedAt?: Moment }
  /** Custody lasted longer than what was left: from then on nothing runs any more. */
  | { state: 'stopped'; at: Moment }
)

export type ClockFault = 'ends-before-it-begins' | 'begins-before-the-clock' | 'overlaps'

/** What is wrong with the interruptions; the first fault with the place of its interruption in order of time. */
export function judgeInterruptions(
  start: Moment,
  given: readonly Interruption[],
): { at: number; fault: ClockFault } | undefined {
  const sorted = inOrder(given)
  for (const [at, { from, until }] of sorted.entries()) {
    const before = sorted[at - 1]
    if (until !== undefined && until < from) return { at, fault: 'ends-before-it-begins' }
    if (from < start) return { at, fault: 'begins-before-the-clock' }
    if (before && (before.until === undefined || before.until > from)) return { at, fault: 'overlaps' }
  }
  return undefined
}

const inOrder = (given: readonly Interruption[]): Interruption[] =>
  [...given].sort((one, other) => (one.from < other.from ? -1 : 1))

/** Pure. The interruptions must be in order (`judgeInterruptions`); one that begins after the end changes nothing. */
export function runClock(
  clock: Clock,
  start: Moment,
  interruptions: readonly Interruption[],
  calendar: Calendar = vietnam,
): ClockRun {
  const { span } = clock
  const steps: Step[] = []
  const begin = (what: 'starts' | 'restarts', at: Moment) => {
    steps.push({ what, at })
    if (span.unit !== 'hours') steps.push({ what: 'first-day', at: `${addDays(dayOf(at), 1)}T00:00` })
  }
  begin('starts', start)
  let begun = start
  let leftOut: Interruption[] = []
  let end = endOfSpan(span, begun, leftOut, calendar)
  for (const one of inOrder(interruptions)) {
    const { kind, from, until } = one
    if (from > end) break
    // Custody that goes on past this end has by then taken as long as what was left when it began.
    if (kind === 'detained' && clock.endsWhenOutlasted && until !== undefined && until > end)
      return { state: 'stopped', at: end, steps: [...steps, { what: 'outlasted', at: end }] }
    if (until === undefined) {
      const waits: ClockRun = { state: 'waits', steps: [...steps, { what: 'waits', why: kind, at: from }] }
      return kind === 'detained' && clock.endsWhenOutlasted ? { ...waits, outlastedAt: end } : waits
    }
    if (kind === (clock.restartsAfter ?? 'force-majeure')) {
      begun = until
      leftOut = []
      begin('restarts', begun)
      end = endOfSpan(span, begun, leftOut, calendar)
    } else {
      leftOut = [...leftOut, one]
      end = endOfSpan(span, begun, leftOut, calendar)
      steps.push(
        { what: 'left-out', why: kind, from, until, minutes: minutesBetween(from, until) },
        { what: 'runs', at: end },
      )
    }
  }
  return finish(clock, begun, end, steps, calendar)
}

function finish({ kind, span }: Clock, begun: Moment, end: Moment, steps: Step[], calendar: Calendar): ClockRun {
  if (span.unit === 'working-days') {
    const free = freeDays(dayOf(begun), dayOf(end), calendar)
    if (free.length > 0) steps.push({ what: 'free-days', days: free })
  }
  const day = dayOf(end)
  // Civil Code 2015, Art. 148.5: an act whose last day is free may still be done on the next working day. A term is not longer for it.
  const moves = kind !== 'term' && (span.unit === 'days' || span.unit === 'months') && !isWorkingDay(day, calendar)
  const at = moves ? endOf(addWorkingDays(day, 1, calendar)) : end
  if (moves) steps.push({ what: 'moved', from: day, at })
  if (span.unit === 'working-days') steps.push(...doubtsOf(dayOf(begun), dayOf(at), calendar))
  // A day that may move to the next working one leans on the calendar even where it did not move.
  else if (kind !== 'term' && (span.unit === 'days' || span.unit === 'months'))
    steps.push(...doubtsOf(day, dayOf(at), calendar))
  steps.push({ what: 'ends', at })
  return { state: 'ends', at, steps }
}

/** Years between two days of which the holidays are not, or not wholly, on record. */
function doubtsOf(from: string, to: string, { years }: Calendar): Step[] {
  const found: Step[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const known = years.get(year)
    const recalled = known?.recalled?.some((day) => from <= day && day <= to)
    if (!known) found.push({ what: 'year-unknown', year: String(year) })
    else if (!known.announced) found.push({ what: 'year-not-announced', year: String(year) })
    else if (recalled) found.push({ what: 'year-recalled', year: String(year) })
  }
  return found
}

/** The first day is not counted (Civil Code 2015, Art. 147.2); hours run from minute to minute, day and night. */
function endOfSpan({ count, unit }: Span, start: Moment, leftOut: readonly Interruption[], calendar: Calendar): Moment {
  if (unit === 'hours') {
    const lost = leftOut.reduce((sum, { from, until }) => sum + minutesBetween(from, until ?? from), 0)
    return addMinutes(start, count * 60 + lost)
  }
  if (unit === 'working-days') return endOf(workingDayAfter(dayOf(start), count, leftOut, calendar))
  // Whole days only: the day on which it stops is left out, the day on which it goes on is counted again.
  const lost = leftOut.reduce((sum, { from, until }) => sum + daysBetween(dayOf(from), dayOf(until ?? from)), 0)
  const day = dayOf(start)
  return endOf(addDays(unit === 'months' ? addMonths(day, count) : addDays(day, count), lost))
}

function workingDayAfter(start: string, count: number, leftOut: readonly Interruption[], calendar: Calendar): string {
  const isLeftOut = (day: string): boolean =>
    leftOut.some(({ from, until }) => day >= dayOf(from) && day < dayOf(until ?? from))
  if (leftOut.length === 0) return addWorkingDays(start, count, calendar)
  let day = start
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar) && !isLeftOut(day)) left -= 1
  }
  return day
}

/** For "at least 30 days before" and "within the last 3 working days": the day from which, or by which, before a term ends. */
export function dayBefore({ count, unit }: Span, end: Moment, calendar: Calendar = vietnam): string {
  if (unit !== 'working-days') return addDays(dayOf(end), -(unit === 'hours' ? Math.ceil(count / 24) : count))
  let day = dayOf(end)
  for (let left = isWorkingDay(day, calendar) ? count - 1 : count; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}
