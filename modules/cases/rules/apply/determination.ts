// The result of a determination: found addicted, or not, and the branch that follows (L120 Art. 31, 35).

import { dayOf } from '../../../../rules/law/moment.ts'
import type { EventOf } from '../../events.ts'
import { type Course, chosen, isUnsettled, periodAt, stand } from '../course.ts'
import { begin, isOpen } from '../duties.ts'
import type { DutyId } from '../duty-specs.ts'
import { ageGroupOn } from '../facts.ts'
import { groundForDossier } from '../pass.ts'
import { isFree } from './finding.ts'
import type { Movers } from './mover.ts'

export const onDetermination: Movers = {
  'determination-asked': (course, event) => begin(course, 'support-determination', event),
  'determination-result': (course, event) => {
    if (!event.details.paper) return
    tell(course, event)
    if (event.details.result === 'addicted') addicted(course, event)
    else notAddicted(course, event)
  },
  'determination-told': told,
}

/** The result goes at once to the person and to the parents of a minor; `toldAt` says that whoever has to register was told. */
function tell(course: Course, event: EventOf<'determination-result'>): void {
  const minor = ageGroupOn(course.facts, dayOf(event.at)) === 'minor'
  if (minor || !event.details.toldAt) begin(course, 'tell-result', event)
  if (minor && !event.details.toldAt) begin(course, 'tell-result-parents', event)
}

/** The time to register runs from when whoever has to register was told, not from before (L120 Art. 31.4, 31.6). */
function told(course: Course, event: EventOf<'determination-told'>): void {
  const minor = ageGroupOn(course.facts, dayOf(event.at)) === 'minor'
  if (event.details.to === (minor ? 'person' : 'parents') || course.standing?.kind !== 'addict') return
  const register = course.duties.find((duty) => duty.id === 'register' && isOpen(duty))
  if (register?.because.kind !== 'determination-result' || register.begins >= event.at) return
  for (const duty of course.duties)
    if (isOpen(duty) && duty.because === register.because && ['register', 'open-dossier', 'limit'].includes(duty.id))
      duty.void = true
  begin(course, 'register', register.because, event.at)
}

/** Management of a user is not for somebody found addicted. */
const beforeDetermination: readonly DutyId[] = [
  'verify',
  'notify',
  'notify-detection',
  'notify-registered',
  'decide',
  'decide-again',
  'ask-determination',
]

function addicted(course: Course, event: EventOf<'determination-result'>): void {
  const { standing } = course
  const { paper, ground, toldAt } = event.details
  if (!paper) return
  const from = standing?.kind
  course.addiction = event
  if (from !== undefined && !['managed', 'after', 'addict', 'ended'].includes(from)) return
  course.completed = undefined
  for (const duty of course.duties) if (beforeDetermination.includes(duty.id) && isOpen(duty)) duty.void = true
  if (from === 'managed') begin(course, 'stop', event)
  stand(course, { kind: 'addict', by: event, paper, since: event.at, period: periodAt(event.at) }, event.at)
  if (course.registered) {
    if (course.registered.details.form !== 'substitution') begin(course, 'decide-form', course.registered, event.at)
    return
  }
  const because = ground ?? (from === 'managed' || from === 'after' ? from : 'voluntary')
  const asks =
    (because === 'after' && chosen(course, 'relapseAfter') === 'dossier') ||
    (because === 'managed' && chosen(course, 'managedThenAddicted') === 'dossier')
  if (asks) groundForDossier(course, because === 'after' ? 'addicted-after' : 'managed-addicted', event, event.at)
  else begin(course, 'register', event, toldAt && toldAt > event.at ? toldAt : event.at)
}

function notAddicted(course: Course, event: EventOf<'determination-result'>): void {
  if (course.standing?.kind === 'managed') {
    if (chosen(course, 'manageAgainFrom') === 'result') begin(course, 'decide-again', event)
  } else if (isFree(course) && isUnsettled(course, event.at)) begin(course, 'decide', event)
}
