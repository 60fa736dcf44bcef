// When a time limit is reminded of: before it, after it, and then to the head. Pure; the chore sends what it says.

import { addMinutes, type Moment, minutesBetween } from '../../../rules/law/moment.ts'
import type { DutyId } from './duty-specs.ts'

/** What the health station is told of: the one step that happens at it and that its view of a file shows anyway. */
export const toldToHealth: readonly DutyId[] = ['begin']

export const reminderKinds = ['soon', 'late', 'escalation'] as const
export type ReminderKind = (typeof reminderKinds)[number]

const day = 1_440
/** Three days before; of what is shorter, once half of it has passed. */
export function soonFrom(begins: Moment, due: Moment): Moment {
  const threeBefore = addMinutes(due, -3 * day)
  const half = addMinutes(begins, Math.floor(minutesBetween(begins, due) / 2))
  return [threeBefore, half].sort()[1] ?? half
}
/** A day late, or at once where nobody answers for the file. */
export const escalatesFrom = (due: Moment, hasOfficer: boolean): Moment => (hasOfficer ? addMinutes(due, day) : due)

/** What should have been sent by now; a reminder before the time limit is never sent after it. */
export function remindersBy(
  { begins, due, hasOfficer }: { begins: Moment; due: Moment; hasOfficer: boolean },
  now: Moment,
): ReminderKind[] {
  if (now <= due) return soonFrom(begins, due) <= now ? ['soon'] : []
  return escalatesFrom(due, hasOfficer) < now ? ['late', 'escalation'] : ['late']
}
