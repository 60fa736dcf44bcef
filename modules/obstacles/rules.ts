// Where an obstacle stands on a day: whether it waits for an answer, and by when help was wanted.

import { daysBetween } from '../../rules/calendar/working-days.ts'

type PlainDate = string

/** Days before the wanted day from which an unanswered obstacle is "soon". */
export const soonDays = 3

export type ObstacleFacts = {
  raisedOn: PlainDate
  /** The first answer since it was raised or last reopened. */
  answeredOn: PlainDate | null
  removedOn: PlainDate | null
  wantedBy: PlainDate | null
}
export type ObstacleState = {
  kind: 'waiting' | 'answered' | 'removed'
  time: 'late' | 'soon' | 'ontime' | 'none'
  /** Days late, days left, or days that it has been open when no day was asked for. */
  days: number
  reason: 'removed' | 'answered' | 'past-wanted-day' | 'wanted-day-near' | 'wanted-later' | 'no-day-wanted'
}

export function stateOf(facts: ObstacleFacts, on: PlainDate): ObstacleState {
  if (facts.removedOn !== null)
    return { kind: 'removed', time: 'none', days: daysBetween(facts.raisedOn, facts.removedOn), reason: 'removed' }
  if (facts.answeredOn !== null)
    return { kind: 'answered', time: 'none', days: daysBetween(facts.raisedOn, on), reason: 'answered' }
  if (facts.wantedBy === null)
    return { kind: 'waiting', time: 'none', days: daysBetween(facts.raisedOn, on), reason: 'no-day-wanted' }
  const left = daysBetween(on, facts.wantedBy)
  if (left < 0) return { kind: 'waiting', time: 'late', days: -left, reason: 'past-wanted-day' }
  return left <= soonDays
    ? { kind: 'waiting', time: 'soon', days: left, reason: 'wanted-day-near' }
    : { kind: 'waiting', time: 'ontime', days: left, reason: 'wanted-later' }
}
