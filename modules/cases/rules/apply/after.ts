// Post-rehabilitation and leaving the list (L120 Art. 42, 48; D163 Art. 134–138).

import { inTreatment, paperOf, periodAt, stand } from '../course.ts'
import { begin } from '../duties.ts'
import type { EndReason } from '../life.ts'
import { beginAfter } from '../pass.ts'
import type { Movers } from './mover.ts'

export const onAfter: Movers = {
  'after-proposed': (course, event) => begin(course, 'decide-after', event),
  'after-decided': (course, event) => {
    const kind = course.standing?.kind
    if (!paperOf(event)) return
    if (inTreatment(course.standing) || kind === 'compulsory') course.afterWaiting = event
    else if (kind === undefined || kind === 'ended') beginAfter(course, event, event.at)
  },
  'after-certified': (course, event) => {
    const paper = paperOf(event)
    const kind = course.standing?.kind
    if (!paper || (kind !== undefined && kind !== 'after')) return
    stand(
      course,
      { kind: 'ended', by: event, paper, since: event.at, period: periodAt(event.at), reason: 'served' },
      event.at,
    )
  },
  'off-list': (course, event) => {
    const paper = paperOf(event)
    const { reason } = event.details
    // Off the list of addicts after rehabilitation, or onto another one: what stands goes on.
    if (!paper || reason === 'completed' || reason === 'addicted') return
    const why: EndReason = reason
    const served = course.standing !== undefined && course.standing.kind !== 'ended' && reason === 'served'
    if (served) return
    stand(
      course,
      { kind: 'ended', by: event, paper, since: event.at, period: periodAt(event.at), reason: why },
      event.at,
    )
  },
}
