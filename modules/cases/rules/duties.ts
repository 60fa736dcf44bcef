// Opening and closing what has to be done while a life is read.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { type Act, acts } from '../../../rules/law/acts.ts'
import { type Clock, type ClockRun, runClock } from '../../../rules/law/clock.ts'
import type { Deadline } from '../../../rules/law/deadline.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import type { DossierGround } from '../../../rules/law/grounds.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { FileEvent } from '../events.ts'
import { type Course, chosen, periodAt } from './course.ts'
import { type DutyId, type DutySpec, dutySpecs } from './duty-specs.ts'
import { touching } from './interruptions.ts'
import type { Term } from './terms.ts'

export type OpenDuty = {
  id: DutyId
  spec: DutySpec
  because: FileEvent
  begins: Moment
  deadline?: Deadline
  act?: Act
  run?: ClockRun
  due?: Moment
  /** For what is counted back from the end of a term. */
  term?: Term
  /** Of a limitation: for which grounds a dossier may still be opened. */
  grounds?: readonly DossierGround[]
  closedBy?: FileEvent
  void?: boolean
  /** Why its ground is gone, where that needs saying. */
  why?: Bilingual
  /** What follows from its passing has followed. */
  passed?: boolean
}

/**
 * Opens a duty. One that is open already stays as it is, unless the new ground begins it anew. The law of the day decides; what is
 * counted back from the end of a term goes by the law of that end.
 */
export function begin(
  course: Course,
  id: DutyId,
  because: FileEvent,
  at: Moment = because.at,
  given: Given = {},
): void {
  const spec = dutySpecs[id]
  // A term whose end cannot be told ends after now.
  const isNew = periodAt(given.term ? (given.term.end ?? course.now) : at) === 'from-2026-07'
  if (spec.onlyNow && !isNew) return
  const standing = course.duties.find((duty) => duty.id === id && isOpen(duty) && !spec.names)
  if (standing && id !== 'limit') return
  if (standing) standing.void = true
  const limit = given.deadline ?? (isNew ? spec.now : spec.before)
  const { term, grounds } = given
  const duty: OpenDuty = { id, spec, because, begins: at, ...(term && { term }), ...(grounds && { grounds }) }
  if (limit) {
    duty.deadline = deadlineOf(limit)
    if (!duty.deadline.back) count(course, duty, duty.deadline.clock)
  } else duty.act = isNew ? actsNow[id] : actsBefore[id]
  course.duties.push(duty)
}

type Given = { deadline?: string | undefined; term?: Term | undefined; grounds?: readonly DossierGround[] }

/** What has no length on record, as an act: made once, read a thousand times. */
const actsOf = (isNew: boolean): Readonly<Partial<Record<DutyId, Act>>> =>
  Object.fromEntries(Object.entries(dutySpecs).map(([id, spec]) => [id, actOf(spec, isNew)]))
function actOf({ act, now, older: before }: DutySpec, isNew: boolean): Act {
  const { forms, ...known }: Act = act ? acts[act] : deadlineOf(now as string)
  if (isNew) return { ...known, ...(forms && { forms }) }
  return act ? { ...known, ...acts[act].before } : { ...known, ...before, toCheck: lengthNotKnown }
}

function count(course: Course, duty: OpenDuty, clock: Clock): void {
  const { restarts } = duty.spec
  const away = restarts ? touching(duty.begins, course.away, ({ source }) => source === restarts) : []
  duty.run = runClock(
    restarts === 'fled' ? { ...clock, restartsAfter: 'fled' } : clock,
    duty.begins,
    away,
    course.calendar,
  )
  if (duty.run.state !== 'waits') duty.due = duty.run.at
}

const lengthNotKnown = {
  vi: 'Thời hạn theo luật cũ chưa có trong tay, cần đối chiếu Nghị định 116/2021/NĐ-CP.',
  en: 'How long the old law gave is not on record; Decree 116/2021/ND-CP has to be checked.',
}
const actsNow = actsOf(true)
const actsBefore = actsOf(false)

export const isOpen = (duty: OpenDuty): boolean => duty.closedBy === undefined && !duty.void

/** Their ground is gone, whatever comes. */
export function drop(course: Course, ids: readonly DutyId[], why?: Bilingual): void {
  for (const duty of course.duties)
    if (ids.includes(duty.id) && isOpen(duty)) {
      duty.void = true
      if (why) duty.why = why
    }
}

/** Closes whatever this event does or makes void. */
export function closeBy(course: Course, event: FileEvent): void {
  for (const duty of course.duties) {
    if (!isOpen(duty)) continue
    const { does, voids } = duty.spec
    if (does.includes(event.kind) && isMeant(duty, event)) duty.closedBy = event
    else if (duty.id === 'limit' && event.kind === 'dossier-sent' && chosen(course, 'limitUntil') === 'sending')
      duty.closedBy = event
    else if (voids.includes(event.kind)) duty.void = true
  }
}

const notifies = { residence: 'notify', detection: 'notify-detection', registration: 'notify-registered' } as const

function isMeant(duty: OpenDuty, event: FileEvent): boolean {
  const { id } = duty
  switch (event.kind) {
    case 'commitment-signed':
      return id === `sign-${event.details.which}`
    case 'notice-sent': {
      const { addressee = 'residence' } = event.details
      return id === 'notify-detection' || id === 'notify-registered' ? id === notifies[addressee] : true
    }
    case 'determination-told':
      return event.details.to === 'both' || (id === 'tell-result') === (event.details.to === 'person')
    case 'supported':
      return id !== 'counsel' || event.details.what === 'counselling'
    case 'off-list':
      // Off the list of addicts; the list of another measure stands as it is.
      return id === 'take-off-list' || (event.details.reason !== 'completed' && event.details.reason !== 'addicted')
    default:
  }
  return !duty.spec.names || (event.kind === 'decision-sent' && event.details.of === duty.because.id)
}
