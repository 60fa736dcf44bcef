// How long a status lasts: which term of the law, from when, less what was served before, with what is left out.

import { addDays, daysBetween } from '../../../rules/calendar/working-days.ts'
import { type Clock, type ClockRun, type Interruption, runClock } from '../../../rules/law/clock.ts'
import { term } from '../../../rules/law/deadline.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { PeriodId } from '../../../rules/law/periods.ts'
import type { StatusKind } from './life.ts'

export type Term = {
  deadline: string
  clock: Clock
  start: Moment
  leftOut: Interruption[]
  /** Days served before that are taken off; the clock is begun so much earlier. */
  credited: number
  run: ClockRun
  /** The end, or undefined while there is none to tell. */
  end: Moment | undefined
}

export function termOf(
  deadline: string,
  start: Moment,
  leftOut: Interruption[],
  given: { months?: number; credited?: number; now?: Moment } = {},
): Term {
  const { clock: ofLaw } = deadlineOf(deadline)
  const clock = given.months ? { ...ofLaw, ...term(given.months) } : ofLaw
  const credited = given.credited ?? 0
  const begins = credited ? `${addDays(dayOf(start), -credited)}${start.slice(10)}` : start
  const run = outlasted(runClock(clock, begins, leftOut), given.now)
  return { deadline, clock, start, leftOut, credited, run, end: run.state === 'waits' ? undefined : run.at }
}

/** Custody that nobody has ended has lasted until now at least: that is enough where it was longer than what was left (L120 Art. 24.7). */
function outlasted(run: ClockRun, now: Moment | undefined): ClockRun {
  if (run.state !== 'waits' || run.outlastedAt === undefined || now === undefined || now <= run.outlastedAt) return run
  const at = run.outlastedAt
  return { state: 'stopped', at, steps: [...run.steps, { what: 'outlasted', at }] }
}

/** Days that counted of a term until a moment. */
export function servedDays({ start, leftOut, credited }: Term, until: Moment): number {
  const lost = leftOut.reduce((sum, away) => {
    const to = away.until === undefined || away.until > until ? until : away.until
    return away.from < to ? sum + daysBetween(dayOf(away.from), dayOf(to)) : sum
  }, 0)
  return Math.max(0, daysBetween(dayOf(start), dayOf(until)) - lost + credited)
}

const isNew = (period: PeriodId | undefined): boolean => period === 'from-2026-07'

export const managementTerm = (period: PeriodId | undefined): string =>
  isNew(period) ? 'management-term' : 'management-term-2022'

/** Under the law of 2021 the decision chose a length between two; where it is not on record the longest is read, and said to be so. */
export function rehabilitationTerm(
  period: PeriodId | undefined,
  again: boolean,
  status: StatusKind,
  minor: boolean,
): string {
  if (isNew(period)) return again ? 'rehabilitation-again' : 'rehabilitation-first'
  if (status !== 'compulsory') return 'voluntary-longest-2022'
  return minor ? 'minors-longest-2022' : 'compulsory-longest-2022'
}

export function afterTerm(period: PeriodId | undefined, compulsoryAdult: boolean): string {
  const length = compulsoryAdult ? 'after-two-years' : 'after-one-year'
  return isNew(period) ? length : `${length}-2022`
}
