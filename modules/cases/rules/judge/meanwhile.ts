// Time left out, and events that name another event.

import type { Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import type { Away } from '../interruptions.ts'
import { type Refused, refused } from './faults.ts'
import { type Check, type Checks, type Judging, law } from './judging.ts'

const leavesOut: Check = (judging, event) => {
  const { until } = event.details as { until?: Moment }
  if (until !== undefined && until < event.at) return refused('ends_before_it_begins')
  return overlapping(judging, event, until)
}

export const meanwhileChecks: Checks = {
  detained: leavesOut,
  absent: leavesOut,
  fled: leavesOut,
  'force-majeure': leavesOut,
  imprisoned: leavesOut,
  'sent-to-institution': leavesOut,
  'interruption-over': ({ course }, { at, details }) => {
    const begun = course.away.find(({ id }) => id === details.of)
    if (!begun) return refused('unknown_event', undefined, details.of)
    if (begun.until !== undefined) return refused('already_over', undefined, begun.id)
    return at < begun.from ? refused('ends_before_it_begins', undefined, begun.id) : undefined
  },
  'decision-sent': ({ course, later }, { details }) => named(course.events, later, details.of),
  'court-answered': ({ course, later }, { details }) =>
    course.standing?.kind !== 'dossier'
      ? refused('no_standing', law('35.3'))
      : details.of === undefined
        ? undefined
        : named(course.events, later, details.of),
  'verification-closed': ({ course, later }, { details }) =>
    details.of === undefined ? undefined : named(course.events, later, details.of),
}

function named(events: readonly FileEvent[], later: readonly FileEvent[], of: string): Refused | undefined {
  if (events.some(({ id }) => id === of)) return undefined
  return later.some(({ id }) => id === of)
    ? refused('before_its_ground', undefined, of)
    : refused('unknown_event', undefined, of)
}

/** One without an end is closed by the next: custody becomes prison. Force majeure stands beside the others. */
function overlapping({ course, later }: Judging, event: FileEvent, until: Moment | undefined): Refused | undefined {
  const sameSort = (kind: Away['kind']) => (kind === 'force-majeure') === (event.kind === 'force-majeure')
  const before = course.away.find((away) => sameSort(away.kind) && away.until !== undefined && away.until > event.at)
  if (before) return refused('interruption_overlaps', undefined, before.id)
  const kinds =
    event.kind === 'force-majeure'
      ? ['force-majeure']
      : ['detained', 'absent', 'fled', 'imprisoned', 'sent-to-institution']
  const next = later.find((each) => kinds.includes(each.kind))
  return next && until !== undefined && until > next.at
    ? refused('interruption_overlaps', undefined, next.id)
    : undefined
}
