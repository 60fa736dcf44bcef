// Rehabilitation and substitution treatment: registered, decided, begun, broken off, completed (L120 Art. 29–34, 47; D163 Art. 4, 89–97).

import { addMonths, dayOf, type Moment } from '../../../../rules/law/moment.ts'
import type { EventOf, FileEvent } from '../../events.ts'
import { beginTerm, type Course, chosen, inTreatment, paperOf, periodAt, type Running, stand } from '../course.ts'
import { begin, drop } from '../duties.ts'
import { ageGroupOn } from '../facts.ts'
import type { StatusKind } from '../life.ts'
import { backToAddict, complete, groundForDossier } from '../pass.ts'
import { rehabilitationTerm, servedDays } from '../terms.ts'
import type { Movers } from './mover.ts'

export const onTreatment: Movers = {
  registered: (course, event) => {
    course.registered = event
    if (!isFoundAddicted(course, event)) begin(course, 'ask-determination', event)
    // Whether somebody is taken into substitution treatment is for its facility to say.
    else if (event.details.form !== 'substitution') begin(course, 'decide-form', event)
  },
  'home-decided': (course, event) => decided(course, event, 'home', event.details.months),
  'private-decided': (course, event) => decided(course, event, 'private', event.details.months),
  'public-decided': (course, event) => decided(course, event, 'public', event.details.months),
  'reform-school-decided': (course, event) => decided(course, event, 'reform-school', event.details.months),
  'substitution-decided': (course, event) => decided(course, event, 'substitution'),
  'treatment-begun': (course, event) => begun(course, event),
  'three-stages-done': (course, event) => {
    if (course.standing?.kind !== 'private' || !course.standing.term) return
    course.servedPrivately = servedDays(course.standing.term, event.at)
    begin(course, 'report', event)
  },
  'treatment-quit': (course, event) => {
    if (!inTreatment(course.standing)) return
    begin(course, 'tell', event)
    // Who did three stages in a private centre goes on at home (L120 Art. 33.4, 35.1a).
    if (course.standing.kind === 'private' && course.servedPrivately > 0) return
    backToAddict(course, event.at)
    groundForDossier(course, 'quit', event, event.at)
  },
  'treatment-ended': (course, event) => {
    if (!inTreatment(course.standing)) return
    begin(course, 'tell', event)
    const breach = course.standing.kind === 'substitution' && event.details.why === 'breach'
    backToAddict(course, event.at)
    if (breach) groundForDossier(course, 'treatment-ended-for-breach', event, event.at)
  },
  'breach-recorded': breached,
  'release-notice': (course, event) => begin(course, 'propose', event),
  'treatment-completed': (course, event) => {
    if (inTreatment(course.standing)) begin(course, 'tell', event)
    complete(course, event.at, event)
  },
}

/** By a paper that is not older than six months (L120 Art. 31.1b); who goes from one form to another is in treatment already. */
function isFoundAddicted({ standing, addiction }: Course, { at }: FileEvent): boolean {
  if (inTreatment(standing)) return true
  if (standing?.kind !== 'addict' || !addiction) return false
  return periodAt(at) !== 'from-2026-07' || dayOf(at) <= addMonths(dayOf(addiction.at), 6)
}

function decided(course: Course, event: FileEvent, kind: StatusKind, months?: number): void {
  const paper = paperOf(event)
  const from = course.standing?.kind
  if (!paper || from === 'compulsory' || from === 'managed') return
  const period = periodAt(event.at)
  const group = ageGroupOn(course.facts, dayOf(event.at))
  const running: Running = {
    kind,
    by: event,
    paper,
    since: event.at,
    period,
    minor: group === 'minor',
    ...(months && { months }),
  }
  const { registered } = course
  course.registered = undefined
  course.completed = undefined
  // The end of the form that this one takes the place of is told of and certified by nobody.
  drop(course, ['centre-tells', 'certify-rehabilitation'])
  if (kind === 'home') {
    // From the minutes of the registration (L120 Art. 32.2), less what was served in a private centre.
    const from = registered && registered.details.form === 'home' ? registered.at : event.at
    beginRehabilitation(course, running, from, event)
    begin(course, 'sign-B2', event)
  }
  stand(course, running, event.at)
  begin(course, 'begin', event)
  if (kind === 'public' || kind === 'reform-school') begin(course, 'hop', event)
  const watched = kind === 'home' || kind === 'substitution'
  if (watched && group === 'adult') begin(course, 'decide-monitoring', event)
}

/** The person was taken in: at home by the provider, elsewhere by the centre. */
export function begun(course: Course, event: EventOf<'treatment-begun'> | EventOf<'carried-out'>): void {
  const { standing } = course
  if (!standing || (!inTreatment(standing) && standing.kind !== 'compulsory') || standing.begun) return
  standing.begun = event.at
  if (inTreatment(standing)) begin(course, 'tell', event)
  if (course.custody && course.custody.until === undefined) course.custody.until = event.at
  if (standing.kind === 'substitution' && chosen(course, 'substitutionTerm') === 'none') return
  if (!standing.term) beginRehabilitation(course, standing, event.at, event)
}

export function beginRehabilitation(course: Course, running: Running, start: Moment, because: FileEvent): void {
  if (running.period !== 'from-2026-07' && start >= '2026-07-01' && chosen(course, 'decidedNotBegun') === 'new')
    running.period = periodAt(start)
  const goesOn = running.kind === 'home' && course.servedPrivately > 0
  const earlier =
    chosen(course, 'secondTime') === 'begun' ? course.timesBegun - (goesOn ? 1 : 0) : course.timesCompleted
  if (!goesOn) course.timesBegun += 1
  const deadline = rehabilitationTerm(running.period, earlier > 0, running.kind, running.minor ?? false)
  const given = {
    ...(running.period !== 'from-2026-07' && running.months && { months: running.months }),
    credited:
      running.kind === 'home' ? course.servedPrivately : running.kind === 'compulsory' ? custodyDays(course, start) : 0,
  }
  beginTerm(course, running, deadline, start, given)
  if (running.kind === 'substitution') return
  // The end of the term decides by which law it is told of and certified.
  begin(course, 'centre-tells', because, start, { term: running.term })
  begin(course, 'certify-rehabilitation', because, start, { term: running.term })
}

/** Time in a centre's care while the dossier was made is taken off (L120 Art. 37.2). */
function custodyDays({ custody }: Course, start: Moment): number {
  if (!custody) return 0
  const until = custody.until && custody.until < start ? custody.until : start
  return Math.max(0, Math.round((Date.parse(dayOf(until)) - Date.parse(dayOf(custody.from))) / 86_400_000))
}

/** Refusing monitoring, breaking the law again, a third breach: L120 Art. 47.2–47.4, at home and in substitution treatment only. */
function breached(course: Course, event: EventOf<'breach-recorded'>): void {
  const { standing } = course
  if (course.watched && event.details.of === 'monitoring') course.watched.breach = event.at
  if (standing?.kind !== 'home' && standing?.kind !== 'substitution') return
  const { of } = event.details
  const breaches = course.events.filter(
    (each): each is EventOf<'breach-recorded'> =>
      each.kind === 'breach-recorded' && each.at >= standing.since && each.at <= event.at,
  )
  const same = breaches.filter((each) => each.details.of === of).length
  if (of === 'monitoring' && same >= 2) groundForDossier(course, 'refused-monitoring', event, event.at)
  else if (
    breaches.length >= 2 &&
    breaches.some((each) => each.id !== event.id && each.details.of === 'commune-education')
  )
    groundForDossier(course, 'broke-law-again', event, event.at)
  else if (of === 'other' && same >= 3) groundForDossier(course, 'third-breach', event, event.at)
}
