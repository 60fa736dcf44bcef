// Electronic monitoring beside a treatment: its decision, its days, its end; never where anybody is (L120 Art. 12, D163 Art. 14–25).

import { dayOf, type Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { type Course, paperOf } from '../course.ts'
import { begin } from '../duties.ts'
import { ageGroupOn } from '../facts.ts'
import type { StatusKind } from '../life.ts'
import { termOf } from '../terms.ts'
import type { Movers } from './mover.ts'

const watchable: readonly StatusKind[] = ['home', 'substitution', 'after']

/** A decision on post-rehabilitation that waits for the completion lets it begin too; nobody is watched whose time has ended. */
const mayBeWatched = ({ standing, afterWaiting }: Course): boolean =>
  standing !== undefined &&
  standing.kind !== 'ended' &&
  (watchable.includes(standing.kind) || afterWaiting !== undefined)

export const onMonitoring: Movers = {
  'monitoring-asked': (course, event) => begin(course, 'decide-monitoring-asked', event),
  'monitoring-decided': (course, event) => {
    const paper = paperOf(event)
    const kind = course.standing?.kind
    if (!paper || !mayBeWatched(course)) return
    const minor = ageGroupOn(course.facts, dayOf(event.at)) === 'minor'
    const since = course.standing?.since ?? ''
    const asked = course.events.some(
      (each) => each.kind === 'monitoring-asked' && each.at >= since && each.at <= event.at,
    )
    // A year is for a minor whose parents ask; without a stable residence it goes with post-rehabilitation (D163 Art. 15.2).
    const deadline =
      minor && asked ? 'monitoring-one-year' : kind === 'substitution' && !minor ? 'monitoring-two-years' : undefined
    course.watched = { by: event, paper, since: event.at, ...(deadline && { term: termOf(deadline, event.at, []) }) }
    begin(course, 'fit-monitoring', event)
    begin(course, 'sign-B3', event)
  },
  'monitoring-lifted': end,
  'monitoring-ended': end,
}

function end(course: Course, event: FileEvent): void {
  if (paperOf(event)) course.watched = undefined
}

/** Monitoring never stands alone: once its treatment or its own time is over, so is it, and its end is to be decided. */
export function unwatch(course: Course, because: FileEvent, now: Moment): void {
  const { watched } = course
  if (!watched) return
  const alone = !mayBeWatched(course)
  const over = watched.term?.end !== undefined && watched.term.end < now
  if (!alone && !over) return
  course.watched = undefined
  begin(course, 'end-monitoring', watched.by, over ? watched.term?.end : because.at > now ? now : because.at)
}
