// Reads a life: the events in the order of their time, then whatever time itself has brought about until now.

import type { LawChoices } from '../../../rules/law/choices.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { FileEvent } from '../events.ts'
import { unwatch } from './apply/monitoring.ts'
import { apply } from './apply.ts'
import { type Course, newCourse } from './course.ts'
import { effectiveEvents } from './effective.ts'
import type { PersonFacts } from './facts.ts'
import { interruptionsOf } from './interruptions.ts'
import { passTo } from './pass.ts'

export function courseOf(facts: PersonFacts, events: readonly FileEvent[], now: Moment, law: LawChoices): Course {
  const counted = effectiveEvents(events, now)
  const course = newCourse(facts, law, now, counted, interruptionsOf(counted))
  for (const event of counted) apply(course, event)
  passTo(course, now)
  const last = counted.at(-1)
  if (last) unwatch(course, last, now)
  return course
}
