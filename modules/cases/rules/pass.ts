// What happens by itself as time passes: a term ends, a time to act is over, a limitation runs out.

import type { DossierGround } from '../../../rules/law/grounds.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { FileEvent } from '../events.ts'
import {
  beginTerm,
  type Completed,
  type Course,
  chosen,
  inTreatment,
  isUnsettled,
  periodAt,
  type Running,
  stand,
} from './course.ts'
import { begin, isOpen, type OpenDuty } from './duties.ts'
import type { DutyId } from './duty-specs.ts'
import { ageGroupOn } from './facts.ts'
import { afterTerm } from './terms.ts'

type Happening = { at: Moment; happens: () => void }

/** Lets time pass up to a moment; whatever was due before it happens, the earliest first. */
export function passTo(course: Course, moment: Moment): void {
  for (let next = earliest(course, moment); next; next = earliest(course, moment)) next.happens()
}

function earliest(course: Course, moment: Moment): Happening | undefined {
  const { standing } = course
  let found: Happening | undefined
  if (standing?.term?.end !== undefined && standing.term.end < moment && !standing.termOver)
    found = { at: standing.term.end, happens: () => endOfTerm(course, standing) }
  for (const duty of course.duties) {
    if (duty.passed || duty.due === undefined || duty.due >= moment || !(duty.id in passing) || !isOpen(duty)) continue
    if (!found || duty.due < found.at) found = { at: duty.due, happens: () => pass(course, duty) }
  }
  return found
}

const passing: Partial<Record<DutyId, (course: Course, duty: OpenDuty, at: Moment) => void>> = {
  register: (course, duty, at) => groundForDossier(course, 'not-registered', duty.because, at),
  // What was decided stands until another paper says otherwise; not to begin is a ground, no more.
  begin: (course, duty, at) => groundForDossier(course, 'not-begun', duty.because, at),
  read: (course, duty, at) => begin(course, 'send', duty.because, at),
  limit: (course, duty, at) => {
    for (const each of course.duties) if (each.id === 'open-dossier' && isOpen(each)) each.void = true
    if (course.standing?.kind !== 'dossier') return
    restore(course, at)
    for (const each of course.duties)
      if (isOpen(each) && ['read', 'send', 'answer', 'give-notice', 'court-decides'].includes(each.id)) each.void = true
    begin(course, 'close-dossier', duty.because, at)
  },
}

function pass(course: Course, duty: OpenDuty): void {
  duty.passed = true
  passing[duty.id]?.(course, duty, duty.due as Moment)
}

/** A ground of L120 Art. 35.1, 36.1: the dossier is to be opened, and the limitation runs from this act, the last one. */
export function groundForDossier(course: Course, ground: DossierGround, because: FileEvent, at: Moment): void {
  if (course.over) return
  const runs = course.duties.find((duty) => duty.id === 'limit' && isOpen(duty) && !duty.passed)
  begin(course, 'open-dossier', because, at)
  begin(course, 'limit', because, at, { grounds: [...(runs?.grounds ?? []), ground] })
}

/** Rehabilitation is over without being completed: the determination stands. */
export function backToAddict(course: Course, at: Moment): void {
  const { addiction } = course
  course.afterWaiting = undefined
  const paper = addiction?.details.paper
  stand(
    course,
    addiction && paper
      ? { kind: 'addict', by: addiction, paper, since: at, period: periodAt(addiction.at) }
      : undefined,
    at,
  )
}

/** The dossier came to nothing: what it interrupted goes on. */
export function restore(course: Course, at: Moment): void {
  const before = course.standing?.before
  if (before) stand(course, { ...before, since: at }, at)
  else backToAddict(course, at)
}

const later = (one: Moment, other: Moment): Moment => (one > other ? one : other)

function endOfTerm(course: Course, standing: Running): void {
  // What a dossier interrupted may come back when its term is over already.
  const end = standing.term?.end as Moment
  const at = later(end, standing.since)
  standing.termOver = true
  const goesOn = chosen(course, 'endOfTerm') === 'by-decision'
  if (standing.kind === 'managed') {
    begin(course, standing.term?.run.state === 'stopped' ? 'stop' : 'end', standing.by, at)
    if (!goesOn) stand(course, undefined, at)
    return
  }
  if (goesOn) return
  if (standing.kind === 'after') stand(course, undefined, at)
  else complete(course, at, standing.by)
}

/** Rehabilitation or treatment is completed: the addiction no longer stands in law, post-rehabilitation follows (L120 Art. 42). */
export function complete(course: Course, at: Moment, by: FileEvent): void {
  const { standing } = course
  if (!standing || (!inTreatment(standing) && standing.kind !== 'compulsory')) return
  course.completed = { at, kind: standing.kind, minor: standing.minor ?? false, by }
  course.timesCompleted += 1
  course.addiction = undefined
  course.servedPrivately = 0
  const waiting = course.afterWaiting
  // Of those who completed it of their own will (L120 Art. 48.3).
  if (standing.kind !== 'compulsory') begin(course, 'take-off-list', by, at)
  stand(course, undefined, at)
  if (waiting) beginAfter(course, waiting, at)
  else if (standing.kind !== 'substitution' || chosen(course, 'afterSubstitution') === 'completion')
    begin(course, 'decide-after', by, at)
}

/** One year, or two for adults after compulsory rehabilitation, from the completion whenever the decision comes. */
export function beginAfter(course: Course, decided: NonNullable<Course['afterWaiting']>, at: Moment): void {
  const paper = decided.details.paper
  if (!paper) return
  const completed: Completed | undefined = course.completed
  if (completed) completed.followed = true
  const period = periodAt(completed && completed.at > decided.at ? completed.at : decided.at)
  const running: Running = { kind: 'after', by: decided, paper, since: at, period }
  const twoYears = completed?.kind === 'compulsory' && !completed.minor
  stand(course, undefined, at)
  beginTerm(course, running, afterTerm(period, twoYears), completed?.at ?? decided.at)
  course.standing = running
  course.afterWaiting = undefined
  begin(course, 'sign-B4', decided, at)
  begin(course, 'certify', decided, at, { term: running.term })
  const group = ageGroupOn(course.facts, dayOf(at))
  // Of minors only those without a stable residence, unless parents ask (D163 Art. 15.2).
  if (group === 'adult' || (group === 'minor' && isUnsettled(course, at)))
    begin(course, 'decide-monitoring', decided, at)
}
