// What happens to a person meanwhile: custody, prison, a move, death. Custody suspends management, prison stops it (L120 Art. 24.5, 24.7).

import type { FileEvent } from '../../events.ts'
import { awaitingOf, type Course, stand } from '../course.ts'
import { begin } from '../duties.ts'
import type { Movers } from './mover.ts'

export const onMeanwhile: Movers = {
  detained: (course, event) => {
    if (course.standing?.kind === 'managed') begin(course, 'suspend', event)
  },
  imprisoned: stops,
  'sent-to-institution': stops,
  moved: (course, event) => {
    const kind = course.standing?.kind
    // Where somebody stays changes nobody's responsibility.
    if (event.details.what !== 'residence' || kind === 'ended') return
    // Whoever completed rehabilitation is followed to where post-rehabilitation is decided on (L120 Art. 42, 48.2).
    if (kind === undefined && !awaitingOf(course)) return
    begin(course, 'hand-over', event)
    if (kind === 'managed' || kind === 'home') begin(course, 'take-over', event)
  },
  died: lost,
  'declared-missing': lost,
}

function stops(course: Course, event: FileEvent): void {
  if (course.standing?.kind === 'managed') begin(course, 'stop', event)
}

function lost(course: Course, event: FileEvent): void {
  if (course.standing?.kind === 'managed') begin(course, 'stop', event)
  if (course.standing?.kind !== 'ended') stand(course, undefined, event.at)
  course.over = true
  course.afterWaiting = undefined
}
