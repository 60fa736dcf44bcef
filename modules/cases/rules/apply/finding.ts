// Findings: they ask for something and give no status.

import { dayOf } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { type Course, chosen, inTreatment, isUnsettled, periodAt } from '../course.ts'
import { begin } from '../duties.ts'
import { ageGroupOn } from '../facts.ts'
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
    monitorUnsettledMinor(course, event)
    if (isFree(course)) {
      if (event.details.stable || periodAt(event.at) !== 'from-2026-07') begin(course, 'notify', event)
      else for (const notify of ['notify-detection', 'notify-registered'] as const) begin(course, notify, event)
      if (!event.details.stable) begin(course, 'ask-determination', event)
    }
  },
  'notice-received': (course, event) => {
    const kind = course.standing?.kind
    if (kind === 'managed' || kind === 'after') begin(course, 'ask-determination', event)
    else if (isFree(course)) begin(course, isUnsettled(course, event.at) ? 'ask-determination' : 'decide', event)
  },
}

/** Monitoring of a minor in post-rehabilitation whose residence turns out not to be stable (D163 Art. 15.2b). */
function monitorUnsettledMinor(course: Course, event: FileEvent): void {
  if (course.standing?.kind !== 'after' || course.watched || !isUnsettled(course, event.at)) return
  if (ageGroupOn(course.facts, dayOf(event.at)) === 'minor') begin(course, 'decide-monitoring', event)
}

/** Neither managed nor found addicted nor in any measure. */
export const isFree = ({ standing }: Course): boolean => standing === undefined || standing.kind === 'ended'

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
    if (isUnsettled(course, event.at)) begin(course, 'ask-determination', event)
  }
}
