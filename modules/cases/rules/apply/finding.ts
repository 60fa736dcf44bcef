// Findings: they ask for something and give no status.

import { dayOf } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { type Course, chosen, inTreatment, periodAt } from '../course.ts'
import { begin } from '../duties.ts'
import { holdsOn } from '../facts.ts'
import { groundForDossier } from '../pass.ts'
import type { Movers } from './mover.ts'

export const onFinding: Movers = {
  tested: (course, event) => {
    const { result, remote } = event.details
    if (result === 'refused') begin(course, 'escort', event)
    if (result === 'positive') used(course, event, remote)
  },
  'residence-verified': (course, event) => {
    if (event.details.stable) course.unsettled = undefined
    else course.unsettled = event
    if (isFree(course)) {
      begin(course, 'notify', event)
      if (!event.details.stable) begin(course, 'ask-determination', event)
    }
  },
  'notice-received': (course, event) => {
    const kind = course.standing?.kind
    if (kind === 'managed' || kind === 'after') begin(course, 'ask-determination', event)
    else if (isFree(course)) begin(course, isUnsettled(course, event) ? 'ask-determination' : 'decide', event)
  },
}

/** Neither managed nor found addicted nor in any measure. */
export const isFree = ({ standing }: Course): boolean => standing === undefined || standing.kind === 'ended'

export const isUnsettled = (course: Course, event: FileEvent): boolean =>
  course.unsettled !== undefined || holdsOn(course.facts.noStableResidence, dayOf(event.at))

function used(course: Course, event: FileEvent, remote: boolean | undefined): void {
  const { standing } = course
  if (standing?.kind === 'managed') {
    begin(course, 'ask-determination', event)
    if (chosen(course, 'manageAgainFrom') === 'finding') begin(course, 'decide-again', event)
  } else if (standing?.kind === 'after') begin(course, 'ask-determination', event)
  // Art. 35.1b speaks of rehabilitation; a breach of substitution treatment is the facility's to judge.
  else if (inTreatment(standing) && standing.kind !== 'substitution')
    groundForDossier(course, 'used-in-rehabilitation', event, event.at)
  else if (isFree(course)) {
    const old = periodAt(event.at) !== 'from-2026-07'
    begin(course, 'verify', event, event.at, remote ? { deadline: `verify-residence-remote${old ? '-2022' : ''}` } : {})
    if (isUnsettled(course, event)) begin(course, 'ask-determination', event)
  }
}
