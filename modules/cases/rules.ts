// The legal engine: reads the events of a file under the law of their days, and judges an event before it is recorded.
// "What if" is the same reading of a copy: `readLife(facts, [...events, extra], later)`.

import { defaultLaw, type LawChoices } from '../../rules/law/choices.ts'
import type { Moment } from '../../rules/law/moment.ts'
import type { FileEvent } from './events.ts'
import { clocksOf } from './rules/clocks.ts'
import { asStanding, awaitingOf } from './rules/course.ts'
import type { PersonFacts } from './rules/facts.ts'
import type { Verdict } from './rules/judge/faults.ts'
import { judge } from './rules/judge.ts'
import type { Life, OpenClock } from './rules/life.ts'
import { protectionsOf } from './rules/protections.ts'
import { courseOf } from './rules/read.ts'
import { stepsOf } from './rules/steps.ts'
import { toCheckOf } from './rules/to-check.ts'

export { defaultLaw, type LawChoices, lawChoicesOf, lawPoints } from '../../rules/law/choices.ts'
export type { DatedSpan, PersonFacts } from './rules/facts.ts'
export { type EventFault, eventFaults, type Verdict } from './rules/judge/faults.ts'
export {
  type Awaiting,
  awaitingNames,
  type BarPiece,
  type ClockState,
  type EndReason,
  type Life,
  type Monitoring,
  type NextStep,
  type OpenClock,
  type PaperNeeded,
  type Protection,
  type Standing,
  type StatusKind,
  statusNames,
} from './rules/life.ts'

/** Where a person stands on the moment `now`; what is dated later is not read. */
export function readLife(
  facts: PersonFacts,
  events: readonly FileEvent[],
  now: Moment,
  law: LawChoices = defaultLaw,
): Life {
  const course = courseOf(facts, events, now, law)
  const { standing, watched, history } = course
  const clocks = clocksOf(course)
  const ends = watched?.term?.end ?? (watched && standing?.term?.end)
  return {
    status: standing && asStanding(standing),
    awaits: awaitingOf(course),
    history,
    monitoring: watched && { by: watched.by.id, paper: watched.paper, since: watched.since, ...(ends && { ends }) },
    clocks: clocks.map(({ clock }) => clock).sort(byState),
    next: stepsOf(course, clocks),
    protections: protectionsOf(course),
    toCheck: toCheckOf(course, clocks),
  }
}

const order: Record<OpenClock['state'], number> = { late: 0, running: 0, waits: 1, done: 2, expired: 3 }
/** Those that run first, the nearest end before the others. */
function byState(one: OpenClock, other: OpenClock): number {
  const apart = order[one.state] - order[other.state]
  if (apart !== 0) return apart
  const [first, second] = [one.due ?? '9999', other.due ?? '9999']
  return first === second ? (one.id < other.id ? -1 : 1) : first < second ? -1 : 1
}

/** Whether an event may be recorded beside the others, known at `now`; a refusal has a name and, where there is one, its article. */
export const judgeEvent = (
  facts: PersonFacts,
  events: readonly FileEvent[],
  event: FileEvent,
  now: Moment,
  law: LawChoices = defaultLaw,
): Verdict => judge(facts, events, event, now, law)
