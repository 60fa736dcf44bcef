// Who is reminded, and when: before the deadline the head, after it the head, then up the line. Pure; the job sends what it says.

import { addDays, addWorkingDays, type Calendar } from '../../rules/calendar/working-days.ts'
import { soonDays } from './rules.ts'

type PlainDate = string

/** Working days late after which the post above the head is told, then the one above that. */
export const escalateAfter = [3, 7] as const

export type ReminderKind = 'soon' | 'late' | 'escalation'
export type Due = {
  kind: ReminderKind
  /** Steps up the line from the head: 0 the head, 1 the post it reports to, 2 the next. */
  level: 0 | 1 | 2
  reason: 'due-in-7-days' | 'day-after-deadline' | 'late-3-working-days' | 'late-7-working-days'
}

/**
 * What should have been sent by the day `on` for a task that is neither finished nor waiting for a decision.
 * A day that the job missed is made up; "soon" is never sent once the deadline has passed.
 */
export function remindersBy(dueOn: PlainDate, on: PlainDate, calendar: Calendar): Due[] {
  if (on <= dueOn) return on >= addDays(dueOn, -soonDays) ? [{ kind: 'soon', level: 0, reason: 'due-in-7-days' }] : []
  const due: Due[] = [{ kind: 'late', level: 0, reason: 'day-after-deadline' }]
  if (on > addWorkingDays(dueOn, escalateAfter[0], calendar))
    due.push({ kind: 'escalation', level: 1, reason: 'late-3-working-days' })
  if (on > addWorkingDays(dueOn, escalateAfter[1], calendar))
    due.push({ kind: 'escalation', level: 2, reason: 'late-7-working-days' })
  return due
}

/** Minutes during which reminders sent by hand can be withdrawn. */
export const withdrawWithinMinutes = 15
export const mayStillWithdraw = (sentAt: Date, now: Date): boolean =>
  now.getTime() - sentAt.getTime() <= withdrawWithinMinutes * 60_000
