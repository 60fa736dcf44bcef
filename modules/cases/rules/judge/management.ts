// Management of a user: on its ground, one at a time, suspended and resumed in order, ended when its term is over.

import { cited } from '../../../../rules/law/deadline.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { EventKind, EventOf, FileEvent } from '../../events.ts'
import { inTreatment, isUnsettled } from '../course.ts'
import { isOpen } from '../duties.ts'
import { type Refused, refused } from './faults.ts'
import { type Checks, decree, type Judging, law, needs, wants } from './judging.ts'

const isUse = (event: FileEvent): boolean =>
  (event.kind === 'tested' && event.details.result === 'positive') || event.kind === 'notice-received'
const isOf =
  (...kinds: EventKind[]) =>
  (event: FileEvent): boolean =>
    kinds.includes(event.kind)

export const managementChecks: Checks = {
  managed: (judging, event) => {
    const { course, isNew, later } = judging
    const { standing } = course
    if (standing?.kind === 'managed') return refused('term_overlaps', law('24.2'), standing.by.id)
    if (standing && (standing.kind === 'addict' || standing.kind === 'dossier' || standing.kind === 'compulsory'))
      return refused('already_addicted', law('24.5a'), standing.by.id)
    if (inTreatment(standing)) return refused('already_addicted', law('24.5a'), standing.by.id)
    const next = later.find((each) => each.kind === 'managed')
    const between = next && later.some((each) => each.at <= next.at && endsManagement(each))
    if (next && !between && dayOf(next.at) < yearAfter(event.at)) return refused('term_overlaps', law('24.2'), next.id)
    const cleared = course.events.some(
      (each) => each.kind === 'determination-result' && each.details.result === 'not-addicted',
    )
    if (isNew && isUnsettled(course, event.at) && !cleared)
      return refused('determination_first', law('23.2, 24.6, 31.1đ'))
    return wants(judging, isUse, isNew ? law('24.4a') : cited('Nghị định 105/2021/NĐ-CP, Điều 42.1'), lastEnd(judging))
  },
  'managed-again': (judging) => {
    const { standing } = judging.course
    if (standing?.kind !== 'managed') return refused('no_standing', decree('59.1'))
    return needs(judging, isUse, decree('59.1'), standing.since)
  },
  'management-taken-over': (judging) =>
    managed(judging) ?? notHandedOver(judging) ?? wants(judging, isOf('moved', 'file-handed-over'), decree('60.1, 62')),
  'management-suspended': (judging, { at }) => {
    const { standing, away } = judging.course
    if (standing?.kind !== 'managed') return refused('no_standing', law('24.7'))
    if (standing.suspendedBy) return refused('already_suspended', law('24.7'), standing.suspendedBy)
    if (away.some(({ kind, until }) => kind === 'detained' && (until === undefined || until > at))) return undefined
    return needs(judging, isOf('detained', 'imprisoned'), law('24.7'), '9999')
  },
  'management-resumed': (judging, { at }) => {
    const { standing, away } = judging.course
    if (standing?.kind !== 'managed' || !standing.suspendedBy) return refused('not_suspended', law('24.7'))
    const held = away.find(({ kind, until }) => kind === 'detained' && (until === undefined || until > at))
    return held && refused('still_detained', law('24.7'), held.id)
  },
  'management-stopped': (judging, event) => {
    if (!hasManaged(judging)) return refused('no_standing', law('24.5'))
    return stopGround(judging, event)
  },
  'management-ended': (judging, { at }) => {
    const { standing } = judging.course
    if (!hasManaged(judging)) return refused('no_standing', decree('63.3'))
    if (standing?.kind !== 'managed') return undefined
    const end = standing.term?.end
    if (end === undefined || dayOf(at) < dayOf(end)) return refused('term_not_over', decree('63.3'), standing.by.id)
    return undefined
  },
}

const managed = ({ course }: Judging): Refused | undefined =>
  course.standing?.kind === 'managed' ? undefined : refused('no_standing', law('24'))

/** The new place goes on with a file that has reached it: as long as it is still to be sent, there is nothing to go on with. */
function notHandedOver({ course, later }: Judging): Refused | undefined {
  const waits = course.duties.find((duty) => duty.id === 'hand-over' && isOpen(duty))
  if (!waits) return undefined
  const sent = later.find(isOf('file-handed-over'))
  return sent
    ? refused('before_its_ground', decree('60.1, 62'), sent.id)
    : refused('no_ground', decree('60.1, 62'), waits.because.id)
}

/** Managed now, or until a term that ended by itself, a determination, or a death. */
const hasManaged = ({ course: { standing, history } }: Judging): boolean =>
  standing?.kind === 'managed' || (standing?.kind !== 'ended' && history.some(({ kind }) => kind === 'managed'))

function stopGround(judging: Judging, { details }: EventOf<'management-stopped'>): Refused | undefined {
  const article = law('24.5')
  switch (details.reason) {
    case 'addicted':
      return needs(
        judging,
        (event) => event.kind === 'determination-result' && event.details.result === 'addicted',
        article,
      )
    case 'prison':
      return needs(judging, isOf('imprisoned'), article)
    case 'institution':
      return needs(judging, isOf('sent-to-institution'), article)
    case 'died':
      return needs(judging, isOf('died'), article)
    case 'missing':
      return needs(judging, isOf('declared-missing'), article)
    default:
      return needs(judging, isOf('detained', 'imprisoned'), law('24.7')) ?? notOutlasted(judging)
  }
}

/** Custody ends management once it has lasted longer than what was left of it, and not before. */
function notOutlasted({ course: { standing, events } }: Judging): Refused | undefined {
  const runs = standing?.kind === 'managed' && standing.term?.clock.endsWhenOutlasted
  if (!runs || standing.term?.run.state === 'stopped' || events.some(isOf('imprisoned'))) return undefined
  return refused('term_not_over', law('24.7'), standing.by.id)
}

const endsManagement = (event: FileEvent): boolean =>
  event.kind === 'management-stopped' || event.kind === 'management-ended'
const lastEnd = ({ course }: Judging): string => course.events.findLast(endsManagement)?.at ?? ''
const yearAfter = (at: string): string => `${Number(at.slice(0, 4)) + 1}${at.slice(4, 10)}`
