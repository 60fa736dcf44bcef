// When time alone changes what is read of a file: until then nobody has to read it again.

import { addDays } from '../../../rules/calendar/working-days.ts'
import { addMinutes, addMonths, dayOf, type Moment } from '../../../rules/law/moment.ts'
import { periods } from '../../../rules/law/periods.ts'
import type { FileEvent } from '../events.ts'
import { birthdayOf, type DatedSpan, type PersonFacts } from './facts.ts'
import type { Life } from './life.ts'

/** The first moment after `now` at which status or steps may be others though nothing was entered; undefined: never. */
export function nextChange(
  facts: PersonFacts,
  events: readonly FileEvent[],
  life: Life,
  now: Moment,
): Moment | undefined {
  let first: Moment | undefined
  const at = (moment: Moment | undefined) => {
    if (moment !== undefined && moment > now && (first === undefined || moment < first)) first = moment
  }
  // What ends with a minute has ended in the next.
  const after = (moment: Moment | undefined) => at(moment && addMinutes(moment, 1))
  const dayBegins = (day: string) => at(`${day}T00:00`)
  for (const { due, opens, run } of life.clocks) {
    after(due)
    at(opens)
    if (run.state === 'waits') after(run.outlastedAt)
  }
  after(life.status?.ends)
  after(life.monitoring?.ends)
  // A minor who turns 18 moves on only while three months are left (L120 Art. 36.4).
  if (life.status?.ends) dayBegins(addDays(addMonths(dayOf(life.status.ends), -3), 1))
  for (const event of events) {
    at(event.at)
    const { until } = event.details as { until?: Moment }
    if (until && until.length > 10) {
      at(until)
      after(until)
    }
  }
  for (const { from, until } of spansOf(facts)) {
    dayBegins(from)
    if (until) dayBegins(addDays(until, 1))
  }
  for (const age of [12, 18]) if (facts.birthDate) dayBegins(birthdayOf(facts, age))
  for (const { from } of periods) dayBegins(from)
  return first
}

const spansOf = (facts: PersonFacts): readonly DatedSpan[] => [
  ...(facts.pregnant ?? []),
  ...(facts.caresForChildUnder36Months ?? []),
  ...(facts.noCapacity ?? []),
  ...(facts.noStableResidence ?? []),
  ...(facts.noPapers ?? []),
]
