// Management of a user: decided, taken over, suspended, resumed, stopped, ended (L120 Art. 24, D163 Art. 59–63).

import type { FileEvent } from '../../events.ts'
import { beginTerm, type Course, paperOf, periodAt, type Running, stand } from '../course.ts'
import { begin } from '../duties.ts'
import type { EndReason } from '../life.ts'
import { managementTerm } from '../terms.ts'
import type { Movers } from './mover.ts'

const manageable = ['managed', 'ended', 'after']

export const onManagement: Movers = {
  managed: manage,
  'managed-again': manage,
  'management-taken-over': (course, event) => {
    const paper = paperOf(event)
    const { standing } = course
    if (!paper || standing?.kind !== 'managed') return
    // The term goes on for what is left of it (D163 Art. 60.1).
    stand(course, { ...standing, by: event, paper, since: event.at }, event.at)
  },
  'management-suspended': (course, event) => {
    if (!paperOf(event) || course.standing?.kind !== 'managed') return
    course.standing.suspendedBy = event.id
    begin(course, 'send-copy', event)
  },
  'management-resumed': (course) => {
    if (course.standing) course.standing.suspendedBy = undefined
  },
  'management-stopped': (course, event) => over(course, event, event.details.reason),
  'management-ended': (course, event) => over(course, event, 'served'),
}

function manage(course: Course, event: FileEvent): void {
  const paper = paperOf(event)
  if (!paper || (course.standing && !manageable.includes(course.standing.kind))) return
  const period = periodAt(event.at)
  const running: Running = { kind: 'managed', by: event, paper, since: event.at, period }
  beginTerm(course, running, managementTerm(period), event.at)
  stand(course, running, event.at)
  begin(course, 'sign-B1', event)
  begin(course, 'counsel', event)
}

function over(course: Course, event: FileEvent, reason: EndReason): void {
  const paper = paperOf(event)
  if (!paper) return
  begin(course, 'send-end', event)
  const kind = course.standing?.kind
  if (kind === undefined || kind === 'managed')
    stand(course, { kind: 'ended', by: event, paper, since: event.at, period: periodAt(event.at), reason }, event.at)
}
