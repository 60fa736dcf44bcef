// The events that count: corrections applied, what was withdrawn left out, in the order in which things happened.

import type { Moment } from '../../../rules/law/moment.ts'
import { type EventOf, eventKindIds, type FileEvent } from '../events.ts'

const rank = new Map(eventKindIds.map((kind, at) => [kind, at]))

/** By the time that is claimed; what happened at the same moment in the order of a life, so that the order of recording is nothing. */
function inOrder(one: FileEvent, other: FileEvent): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  const apart = (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0)
  return apart !== 0 ? apart : one.id < other.id ? -1 : 1
}

export const isCorrection = (event: FileEvent): event is EventOf<'withdrawn'> | EventOf<'corrected'> =>
  event.kind === 'withdrawn' || event.kind === 'corrected'

/** What counts at a moment. A correction counts from the moment it was made, whatever it corrects. */
export function effectiveEvents(events: readonly FileEvent[], now: Moment): FileEvent[] {
  const known: FileEvent[] = []
  const corrections: (EventOf<'withdrawn'> | EventOf<'corrected'>)[] = []
  for (const event of events) {
    if (event.at > now) continue
    if (isCorrection(event)) corrections.push(event)
    else known.push(event)
  }
  if (corrections.length === 0) return known.sort(inOrder)
  // A withdrawal may be withdrawn: the last ones are looked at first.
  const gone = new Set<string>()
  const corrected = new Map<string, EventOf<'corrected'>>()
  for (const event of corrections.sort(inOrder).reverse()) {
    if (gone.has(event.id)) continue
    if (event.kind === 'withdrawn') gone.add(event.details.of)
    else if (!corrected.has(event.details.of)) corrected.set(event.details.of, event)
  }
  return known
    .filter(({ id }) => !gone.has(id))
    .map((event) => applied(event, corrected.get(event.id)))
    .filter(({ at }) => at <= now)
    .sort(inOrder)
}

function applied(event: FileEvent, correction: EventOf<'corrected'> | undefined): FileEvent {
  if (!correction) return event
  const { at, details } = correction.details
  return { ...event, at: at ?? event.at, details: details ?? event.details } as FileEvent
}
