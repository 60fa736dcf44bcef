// The compulsory dossier, the court, and carrying its decision out (L120 Art. 35–39; D163 Art. 98–110).

import { dayOf } from '../../../../rules/law/moment.ts'
import { chosen, inTreatment, paperOf, periodAt, type Running, stand } from '../course.ts'
import { begin, drop, isOpen } from '../duties.ts'
import { ageGroupOn } from '../facts.ts'
import { backToAddict, restore } from '../pass.ts'
import { exempt } from './exemption.ts'
import type { Movers } from './mover.ts'
import { beginRehabilitation, begun } from './treatment.ts'

export const onDossier: Movers = {
  'dossier-opened': (course, event) => {
    const paper = paperOf(event)
    const { standing } = course
    if (!paper || standing?.kind === 'dossier' || standing?.kind === 'compulsory') return
    const minor = event.details.path === 'minor'
    course.afterWaiting = undefined
    const before = standing && standing.kind !== 'ended' && standing.kind !== 'managed' ? { before: standing } : {}
    stand(
      course,
      { kind: 'dossier', by: event, paper, since: event.at, period: periodAt(event.at), minor, ...before },
      event.at,
    )
    const runs = course.duties.some((duty) => duty.id === 'limit' && isOpen(duty) && !duty.passed)
    if (!runs) begin(course, 'limit', event, event.at, { grounds: [event.details.ground] })
    begin(course, 'give-notice', event)
  },
  'paper-filed': (course, event) => void course.filed.set(event.details.paper, event),
  'dossier-notice': (course, event) => {
    if (course.standing?.kind === 'dossier') begin(course, 'read', event)
  },
  'dossier-read': (course, event) => {
    if (chosen(course, 'readingTime') !== 'until-read') return
    for (const duty of course.duties)
      if (duty.id === 'read' && isOpen(duty)) {
        duty.closedBy = event
        begin(course, 'send', event)
      }
  },
  'dossier-sent': (course, event) => {
    if (course.standing?.kind === 'dossier') begin(course, 'court-decides', event)
  },
  'court-asked': (course, event) => begin(course, 'answer', event),
  'court-decided': (course, event) => {
    const paper = paperOf(event)
    const { standing } = course
    if (!paper) return
    if (event.details.outcome === 'refused') {
      if (standing?.kind === 'dossier') restore(course, event.at)
      return
    }
    const { months } = event.details
    const minor = standing?.minor ?? ageGroupOn(course.facts, dayOf(event.at)) === 'minor'
    // A dossier opened before and decided after 1 July 2026 follows the new law (L120 Art. 56.2): the decision counts.
    const running: Running = {
      kind: 'compulsory',
      by: event,
      paper,
      since: event.at,
      period: periodAt(event.at),
      minor,
      ...(months && { months }),
    }
    stand(course, running, event.at)
    if (chosen(course, 'compulsoryFrom') === 'decision') beginRehabilitation(course, running, event.at, event)
    begin(course, 'carry-out', event)
  },
  'carried-out': (course, event) => {
    const { standing } = course
    if (event.details.step === 'delivered') {
      for (const duty of course.duties) if (duty.id === 'begin' && isOpen(duty)) duty.closedBy = event
      begun(course, event)
    } else if (standing?.kind === 'compulsory') begin(course, 'carry-out', event)
    else if (inTreatment(standing)) begin(course, 'hop', event)
  },
  'custody-decided': (course, event) => {
    if (event.details.paper) course.custody = { from: event.at }
  },
  'custody-ended': (course, event) => {
    if (course.custody && course.custody.until === undefined) course.custody.until = event.at
  },
  'execution-changed': (course, event) => {
    const paper = paperOf(event)
    const { standing } = course
    const carriedOut =
      standing && (standing.kind === 'compulsory' || standing.kind === 'public' || standing.kind === 'reform-school')
    if (!paper || !carriedOut) return
    const { change } = event.details
    if (change === 'exempted') exempt(course, event, paper)
    else standing.suspendedBy = change === 'goes-on' ? undefined : event.id
    if (change !== 'goes-on') begin(course, 'report-spared', event)
    else {
      drop(course, ['report-spared'])
      if (!standing.begun) begin(course, standing.kind === 'compulsory' ? 'carry-out' : 'hop', event)
    }
  },
  'dossier-closed': (course, event) => {
    if (course.standing?.kind === 'dossier') {
      if (course.standing.before) restore(course, event.at)
      else backToAddict(course, event.at)
    }
  },
}
