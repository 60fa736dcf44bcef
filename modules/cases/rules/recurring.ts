// What comes again every month while somebody is managed, and the items of verification, which expire by themselves.

import { addDays } from '../../../rules/calendar/working-days.ts'
import type { ClockRun } from '../../../rules/law/clock.ts'
import { cited } from '../../../rules/law/deadline.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import { addMonths, dayOf, endOf, type Moment, minutesBetween } from '../../../rules/law/moment.ts'
import type { EventOf } from '../events.ts'
import { type Course, chosen, periodAt } from './course.ts'
import type { ClockState, OpenClock } from './life.ts'

export function recurringClocks(course: Course): OpenClock[] {
  const check = residenceCheck(course)
  const verifications = verificationsOf(course)
  return check ? [check, ...verifications] : verifications
}

function residenceCheck(course: Course): OpenClock | undefined {
  const { standing, now, events } = course
  if (standing?.kind !== 'managed') return undefined
  const first = standing.term?.start ?? standing.since
  const last = events.findLast((event) => event.kind === 'residence-checked' && event.at >= first)
  const since = last?.at ?? first
  const due = endOf(last ? nextCheck(course, since) : firstCheck(course, since))
  const away = course.away.some(
    (one) => one.kind === 'detained' && one.from <= now && (one.until === undefined || one.until > now),
  )
  const deadline = deadlineOf(periodAt(now) === 'from-2026-07' ? 'check-residence' : 'check-residence-2022')
  const state: ClockState = away ? 'waits' : due < now ? 'late' : 'running'
  return simple(deadline.id, deadline, last?.id ?? standing.by.id, since, due, state, now)
}

/** The last day of the month that lies so many months on. */
const endOfMonth = (since: Moment, on: number): string => addDays(addMonths(`${since.slice(0, 7)}-01`, on + 1), -1)

const nextCheck = (course: Course, since: Moment): string =>
  chosen(course, 'monthlyCheck') === 'calendar' ? endOfMonth(since, 1) : addMonths(dayOf(since), 1)

/** By the calendar alone somebody managed on the first of a month would go two months without one. */
function firstCheck(course: Course, since: Moment): string {
  const answer = chosen(course, 'firstCheck')
  return answer === 'one-month' ? addMonths(dayOf(since), 1) : endOfMonth(since, answer === 'same-month' ? 0 : 1)
}

const item = {
  what: { vi: 'Xác minh dấu hiệu; hết hạn thì tự bỏ', en: 'Verify the lead; it expires by itself' },
  source: cited('Nghị định, Điều 56.1'),
}

function verificationsOf(course: Course): OpenClock[] {
  const found: OpenClock[] = []
  const { events, now } = course
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'verification-opened') continue
    const days = Number.parseInt(chosen(course, 'verificationLasts'), 10)
    const due = endOf(addDays(dayOf(event.at), days))
    const closed = events.slice(at + 1).find((later) => closes(event, later))
    const state: ClockState = closed && closed.at <= due ? 'done' : due < now ? 'expired' : 'running'
    const clock = simple('verification', item, event.id, event.at, due, state, closed?.at ?? now)
    found.push({ ...clock, ...(state === 'done' && closed && { closedBy: closed.id }) })
  }
  return found
}

const closes = (opened: EventOf<'verification-opened'>, later: Course['events'][number]): boolean =>
  later.kind === 'verification-closed'
    ? later.details.of === undefined || later.details.of === opened.id
    : later.kind === 'tested'

function simple(
  deadline: string,
  { what, source }: Pick<OpenClock, 'what' | 'source'>,
  since: string,
  begins: Moment,
  due: Moment,
  state: ClockState,
  now: Moment,
): OpenClock {
  const until = due < now ? due : now
  const run: ClockRun = {
    state: 'ends',
    at: due,
    steps: [
      { what: 'starts', at: begins },
      { what: 'ends', at: due },
    ],
  }
  return {
    id: `${deadline}:${since}`,
    deadline,
    kind: 'act',
    what,
    source,
    since,
    begins,
    run,
    due,
    state,
    counted: minutesBetween(begins, until),
    whole: minutesBetween(begins, due),
    bar: begins < until ? [{ from: begins, until, counted: true }] : [],
  }
}
