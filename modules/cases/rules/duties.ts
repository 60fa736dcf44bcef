// What has to be done: each with its time limit under either law, what does it, what makes it void, which papers it needs.

import { type Act, type ActId, acts } from '../../../rules/law/acts.ts'
import { type Clock, type ClockRun, runClock } from '../../../rules/law/clock.ts'
import type { Deadline } from '../../../rules/law/deadline.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { EventKind, FileEvent, PaperKind } from '../events.ts'
import { type Course, chosen, periodAt } from './course.ts'
import { touching } from './interruptions.ts'
import type { Term } from './terms.ts'

export type DutySpec = {
  /** Its time limit under the law of 2025, under that of 2021; null: that law sets none that is on record. */
  now?: string
  before?: string | null
  act?: ActId
  does: readonly EventKind[]
  /** What takes away its ground. */
  voids: readonly EventKind[]
  /** Only the event that names this one does it. */
  names?: true
  /** Force majeure begins it anew (D163 Art. 4.7, 4.8, 107.3); evasion does so with a limitation (L120 Art. 35.4). */
  restarts?: 'force-majeure' | 'fled'
  papers?: readonly PaperKind[]
}

const decidedForms = ['home-decided', 'private-decided', 'public-decided', 'reform-school-decided'] as const
const gone = ['died', 'declared-missing'] as const
const handled = ['criminal-case', 'imprisoned', ...gone] as const

const specs = {
  verify: {
    now: 'verify-residence',
    before: 'verify-residence-2022',
    does: ['residence-verified', 'notice-sent', 'notice-received', 'managed'],
    voids: handled,
  },
  notify: {
    now: 'send-notice',
    before: 'send-notice-2022',
    does: ['notice-sent', 'notice-received', 'managed'],
    voids: handled,
    papers: ['III-01', 'III-03'],
  },
  decide: {
    now: 'decide-management',
    before: 'decide-management-2022',
    does: ['managed'],
    voids: handled,
    papers: ['III-01', 'residence', 'III-02', 'III-03', 'III-05'],
  },
  'decide-again': {
    now: 'decide-management',
    before: 'decide-management-2022',
    does: ['managed-again', 'managed', 'management-stopped'],
    voids: handled,
    papers: ['III-01', 'III-02', 'III-03', 'determination', 'B1'],
  },
  'ask-determination': {
    act: 'ask-determination',
    does: ['determination-asked', 'determination-result'],
    voids: handled,
    papers: ['III-01', 'III-03', 'residence'],
  },
  escort: { act: 'escort', does: ['tested'], voids: handled },
  suspend: {
    act: 'suspend',
    does: ['management-suspended'],
    voids: ['management-stopped', 'interruption-over', ...gone],
  },
  stop: { act: 'stop', does: ['management-stopped'], voids: [] },
  end: { act: 'end', does: ['management-ended', 'management-stopped', 'off-list'], voids: [] },
  'send-copy': { now: 'copy-of-suspension', before: null, does: ['decision-sent'], voids: [], names: true },
  'send-end': { now: 'send-end', before: 'send-end-2022', does: ['decision-sent'], voids: [], names: true },
  'hand-over': {
    now: 'hand-over-file',
    before: 'hand-over-file-2022',
    does: ['file-handed-over', 'management-taken-over'],
    voids: gone,
  },
  'sign-B1': {
    act: 'sign-B1',
    does: ['commitment-signed'],
    voids: [...gone, 'management-stopped', 'management-ended'],
  },
  'sign-B2': { act: 'sign-B2', does: ['commitment-signed'], voids: [...gone, 'treatment-quit', 'treatment-completed'] },
  'sign-B3': { act: 'sign-B3', does: ['commitment-signed'], voids: [...gone, 'monitoring-ended', 'monitoring-lifted'] },
  'sign-B4': { act: 'sign-B4', does: ['commitment-signed'], voids: [...gone, 'after-certified'] },
  'take-over': {
    act: 'take-over',
    does: ['management-taken-over', 'managed', 'home-decided'],
    voids: [...gone, 'management-stopped', 'management-ended'],
  },
  register: {
    now: 'register-voluntary',
    before: null,
    does: ['registered', ...decidedForms, 'substitution-decided'],
    voids: [...handled, 'dossier-opened'],
    restarts: 'force-majeure',
    papers: ['V-20', 'V-33', 'determination'],
  },
  'decide-form': {
    now: 'decide-home',
    before: null,
    does: [...decidedForms, 'substitution-decided'],
    voids: [...handled, 'dossier-opened'],
    papers: ['V-33', 'V-20', 'determination'],
  },
  begin: {
    now: 'start-voluntary',
    before: null,
    does: ['treatment-begun'],
    voids: [...handled, 'dossier-opened', 'treatment-quit', 'execution-changed'],
    restarts: 'force-majeure',
  },
  hop: {
    now: 'public-centre-hop',
    before: null,
    does: ['carried-out', 'treatment-begun'],
    voids: [...gone, 'execution-changed'],
  },
  tell: { now: 'provider-tells', before: 'provider-tells-2022', does: ['decision-sent'], voids: [], names: true },
  report: {
    now: 'report-after-certificate',
    before: null,
    does: ['person-reported', 'home-decided', 'dossier-opened'],
    voids: gone,
    papers: ['V-30'],
  },
  'open-dossier': {
    now: 'open-dossier',
    before: null,
    does: ['dossier-opened'],
    voids: [...handled, ...decidedForms, 'substitution-decided'],
    papers: ['V-33', 'V-34', 'determination', 'V-36'],
  },
  limit: {
    now: 'dossier-limit',
    before: null,
    does: ['court-decided'],
    voids: [...handled, 'dossier-closed', ...decidedForms, 'substitution-decided'],
    restarts: 'fled',
  },
  'give-notice': { act: 'give-notice', does: ['dossier-notice'], voids: [...handled, 'dossier-closed'] },
  read: {
    now: 'read-dossier',
    before: 'read-dossier-2022',
    does: [],
    voids: [...handled, 'dossier-closed'],
  },
  send: {
    now: 'send-to-court',
    before: 'send-dossier-2022',
    does: ['dossier-sent', 'court-decided'],
    voids: [...handled, 'dossier-closed'],
    papers: ['V-33', 'V-34', 'determination', 'V-36', 'V-37'],
  },
  'court-decides': { act: 'court-decides', does: ['court-decided'], voids: [...handled, 'dossier-closed'] },
  answer: {
    now: 'answer-court',
    before: null,
    does: ['court-answered', 'court-decided'],
    voids: [...handled, 'dossier-closed'],
  },
  'close-dossier': { act: 'close-dossier', does: ['dossier-closed'], voids: [...gone] },
  'carry-out': {
    now: 'carry-out',
    before: null,
    does: ['carried-out', 'treatment-begun'],
    voids: [...gone, 'execution-changed'],
    restarts: 'force-majeure',
    papers: ['V-42'],
  },
  'centre-tells': {
    now: 'centre-tells',
    before: null,
    does: ['release-notice', 'treatment-completed'],
    voids: [...gone, 'treatment-quit', 'treatment-ended', 'execution-changed'],
  },
  'certify-rehabilitation': {
    now: 'certify-rehabilitation',
    before: null,
    does: ['treatment-completed'],
    voids: [...gone, 'treatment-quit', 'treatment-ended'],
  },
  propose: {
    now: 'propose-after',
    before: null,
    does: ['after-proposed', 'after-decided'],
    voids: [...gone, 'treatment-quit'],
    papers: ['V-51', 'V-33'],
  },
  'decide-after': { act: 'decide-after', does: ['after-decided'], voids: gone, papers: ['V-52', 'V-33'] },
  certify: { now: 'certify', before: 'certify', does: ['after-certified', 'off-list'], voids: gone },
  'decide-monitoring': {
    now: 'decide-monitoring',
    before: null,
    does: ['monitoring-decided'],
    voids: [...gone, 'treatment-quit', 'treatment-completed', 'dossier-opened'],
  },
  'decide-monitoring-asked': {
    now: 'decide-monitoring-asked',
    before: null,
    does: ['monitoring-decided'],
    voids: [...gone, 'treatment-quit', 'treatment-completed', 'dossier-opened'],
  },
  'fit-monitoring': {
    now: 'fit-monitoring',
    before: null,
    does: ['monitoring-fitted', 'monitoring-ended', 'monitoring-lifted'],
    voids: gone,
    papers: ['I-02', 'I-04'],
  },
  'end-monitoring': { act: 'end-monitoring', does: ['monitoring-ended', 'monitoring-lifted'], voids: [] },
} as const satisfies Record<string, DutySpec>

export type DutyId = keyof typeof specs
export const dutySpecs: Readonly<Record<DutyId, DutySpec>> = specs

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
  closedBy?: FileEvent
  void?: boolean
  /** What follows from its passing has followed. */
  passed?: boolean
}

/** Opens a duty. One that is open already stays as it is, unless the new ground begins it anew. */
export function begin(
  course: Course,
  id: DutyId,
  because: FileEvent,
  at: Moment = because.at,
  deadlineId?: string,
): OpenDuty {
  const spec = dutySpecs[id]
  const standing = course.duties.find((duty) => duty.id === id && isOpen(duty) && !spec.names)
  if (standing && id !== 'limit') return standing
  if (standing) standing.void = true
  const ofThen = periodAt(at) === 'from-2026-07' ? spec.now : spec.before
  const limit = deadlineId ?? ofThen
  const duty: OpenDuty = { id, spec, because, begins: at }
  if (limit) {
    duty.deadline = deadlineOf(limit)
    if (!duty.deadline.back) count(course, duty, duty.deadline.clock)
  } else if (spec.act) duty.act = acts[spec.act]
  // Under the law of 2021 it had to be done too; how long for is not on record.
  else if (spec.now) duty.act = { ...deadlineOf(spec.now), toCheck: lengthNotKnown }
  course.duties.push(duty)
  return duty
}

function count(course: Course, duty: OpenDuty, clock: Clock): void {
  const { restarts } = duty.spec
  const away = restarts ? touching(duty.begins, course.away, ({ source }) => source === restarts) : []
  duty.run = runClock(restarts === 'fled' ? { ...clock, restartsAfter: 'fled' } : clock, duty.begins, away)
  if (duty.run.state !== 'waits') duty.due = duty.run.at
}

const lengthNotKnown = {
  vi: 'Thời hạn theo luật cũ chưa có trong tay, cần đối chiếu Nghị định 116/2021/NĐ-CP.',
  en: 'How long the old law gave is not on record; Decree 116/2021/ND-CP has to be checked.',
}

export const isOpen = (duty: OpenDuty): boolean => duty.closedBy === undefined && !duty.void

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

function isMeant(duty: OpenDuty, event: FileEvent): boolean {
  if (event.kind === 'commitment-signed') return duty.id === `sign-${event.details.which}`
  return !duty.spec.names || (event.kind === 'decision-sent' && event.details.of === duty.because.id)
}
