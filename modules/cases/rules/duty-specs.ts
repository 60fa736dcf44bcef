// What has to be done, as data: its time limit under either law, what does it, what takes away its ground, which papers it needs.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { ActId } from '../../../rules/law/acts.ts'
import { cited } from '../../../rules/law/deadline.ts'
import { deciders } from '../../../rules/law/deciders.ts'
import type { EventKind, PaperKind } from '../events.ts'

export type DutySpec = {
  /** Its time limit under the law of 2025, and under that of 2021. */
  now?: string
  before?: string
  /** What is done at once, without a length. */
  act?: ActId
  /** Under the law of 2021 it had to be done too, by this article; how long for is not on record. */
  older?: { by: Bilingual; source: Bilingual }
  /** The law of 2021 did not know it. */
  onlyNow?: true
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

const police = { vi: 'Công an cấp xã', en: 'Commune police' }
const person = { vi: 'Người đó; cha, mẹ của người chưa thành niên', en: 'The person; the parents of a minor' }
const older = (article: string, by: Bilingual) => ({ by, source: cited(`Luật 73/2021/QH14, Điều ${article}`) })

/** Whatever shows that the result has reached whom it is of. */
const knowsResult: readonly EventKind[] = [
  ...gone,
  'registered',
  ...decidedForms,
  'substitution-decided',
  'managed-again',
  'management-ended',
  'dossier-notice',
  'off-list',
]

/** Without a stable residence two are told, each by a notice of its own (D163 Art. 58). */
const notifyUnsettled = (now: string) =>
  ({
    now,
    onlyNow: true,
    does: ['notice-sent', 'notice-received', 'managed'],
    voids: handled,
    papers: ['III-01', 'III-03', 'no-residence'],
  }) as const satisfies DutySpec

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
  'notify-detection': notifyUnsettled('send-notice-detection'),
  'notify-registered': notifyUnsettled('send-notice-registered'),
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
  'support-determination': {
    act: 'support-determination',
    onlyNow: true,
    does: ['supported'],
    voids: [...gone, 'determination-result'],
  },
  // That it stands in this file tells the police; who registers has been told.
  'tell-result': {
    act: 'tell-result',
    onlyNow: true,
    does: ['determination-told'],
    voids: knowsResult,
  },
  'tell-result-parents': {
    act: 'tell-result-parents',
    onlyNow: true,
    does: ['determination-told'],
    voids: knowsResult,
  },
  counsel: {
    act: 'counsel',
    onlyNow: true,
    does: ['supported'],
    voids: [...gone, 'management-stopped', 'management-ended', 'off-list'],
  },
  'take-off-list': { act: 'take-off-list', does: ['off-list'], voids: [...gone, 'after-certified'] },
  escort: { act: 'escort', onlyNow: true, does: ['tested'], voids: handled },
  suspend: {
    act: 'suspend',
    onlyNow: true,
    does: ['management-suspended'],
    voids: ['management-stopped', 'interruption-over', ...gone],
  },
  stop: { act: 'stop', does: ['management-stopped'], voids: [] },
  end: { act: 'end', does: ['management-ended', 'management-stopped', 'off-list'], voids: [] },
  'send-copy': { now: 'copy-of-suspension', onlyNow: true, does: ['decision-sent'], voids: [], names: true },
  'send-end': { now: 'send-end', before: 'send-end-2022', does: ['decision-sent'], voids: [], names: true },
  'hand-over': {
    now: 'hand-over-file',
    before: 'hand-over-file-2022',
    does: ['file-handed-over', 'management-taken-over'],
    voids: gone,
  },
  'sign-B1': {
    act: 'sign-B1',
    onlyNow: true,
    does: ['commitment-signed'],
    voids: [...gone, 'management-stopped', 'management-ended'],
  },
  'sign-B2': {
    act: 'sign-B2',
    onlyNow: true,
    does: ['commitment-signed'],
    voids: [...gone, 'treatment-quit', 'treatment-completed'],
  },
  'sign-B3': {
    act: 'sign-B3',
    onlyNow: true,
    does: ['commitment-signed'],
    voids: [...gone, 'monitoring-ended', 'monitoring-lifted'],
  },
  'sign-B4': { act: 'sign-B4', onlyNow: true, does: ['commitment-signed'], voids: [...gone, 'after-certified'] },
  'take-over': {
    act: 'take-over',
    onlyNow: true,
    does: ['management-taken-over', 'managed', 'home-decided'],
    voids: [...gone, 'management-stopped', 'management-ended'],
  },
  register: {
    now: 'register-voluntary',

    older: older('27.5c', person),
    does: ['registered', ...decidedForms, 'substitution-decided'],
    voids: [...handled, 'dossier-opened'],
    restarts: 'force-majeure',
    papers: ['V-20', 'V-33', 'determination'],
  },
  'decide-form': {
    now: 'decide-home',

    older: older('30.5, 31', deciders.chair),
    does: [...decidedForms, 'substitution-decided'],
    voids: [...handled, 'dossier-opened'],
    papers: ['V-33', 'V-20', 'determination'],
  },
  begin: {
    now: 'start-voluntary',

    older: older('32, 33.1', person),
    does: ['treatment-begun'],
    voids: [...handled, 'dossier-opened', 'treatment-quit', 'execution-changed'],
    restarts: 'force-majeure',
  },
  hop: {
    now: 'public-centre-hop',

    onlyNow: true,
    does: ['carried-out', 'treatment-begun'],
    voids: [...gone, 'execution-changed'],
  },
  tell: { now: 'provider-tells', before: 'provider-tells-2022', does: ['decision-sent'], voids: [], names: true },
  report: {
    now: 'report-after-certificate',

    onlyNow: true,
    does: ['person-reported', 'home-decided', 'dossier-opened'],
    voids: gone,
    papers: ['V-30'],
  },
  'report-spared': {
    act: 'report-spared',
    onlyNow: true,
    does: ['person-reported', 'carried-out', 'treatment-begun'],
    voids: gone,
  },
  'open-dossier': {
    now: 'open-dossier',

    older: older('32, 33.1, 34.1', deciders.chair),
    does: ['dossier-opened'],
    voids: [...handled, ...decidedForms, 'substitution-decided'],
    papers: ['V-33', 'V-34', 'determination', 'V-36'],
  },
  limit: {
    now: 'dossier-limit',
    before: 'dossier-limit-2022',
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

    older: older('34', deciders.chair),
    does: ['court-answered', 'court-decided'],
    voids: [...handled, 'dossier-closed'],
  },
  'close-dossier': { act: 'close-dossier', does: ['dossier-closed'], voids: [...gone] },
  'carry-out': {
    now: 'carry-out',

    older: older('33, 34', police),
    does: ['carried-out', 'treatment-begun'],
    voids: [...gone, 'execution-changed'],
    restarts: 'force-majeure',
    papers: ['V-42'],
  },
  'centre-tells': {
    now: 'centre-tells',

    onlyNow: true,
    does: ['release-notice', 'treatment-completed'],
    voids: [...gone, 'treatment-quit', 'treatment-ended'],
  },
  'certify-rehabilitation': {
    now: 'certify-rehabilitation',

    older: older('30.5c, 31.4, 35.6c', deciders.centre),
    does: ['treatment-completed'],
    voids: [...gone, 'treatment-quit', 'treatment-ended'],
  },
  propose: {
    now: 'propose-after',

    older: older('40.5', police),
    does: ['after-proposed', 'after-decided'],
    voids: [...gone, 'treatment-quit'],
    papers: ['V-51', 'V-33'],
  },
  'decide-after': { act: 'decide-after', does: ['after-decided'], voids: gone, papers: ['V-52', 'V-33'] },
  certify: {
    now: 'certify',
    older: older('43.3a', deciders.chair),
    does: ['after-certified', 'off-list'],
    voids: gone,
  },
  'decide-monitoring': {
    now: 'decide-monitoring',

    onlyNow: true,
    does: ['monitoring-decided'],
    voids: [...gone, 'treatment-quit', 'treatment-completed', 'dossier-opened'],
  },
  'decide-monitoring-asked': {
    now: 'decide-monitoring-asked',

    onlyNow: true,
    does: ['monitoring-decided'],
    voids: [...gone, 'treatment-quit', 'treatment-completed', 'dossier-opened'],
  },
  'fit-monitoring': {
    now: 'fit-monitoring',

    onlyNow: true,
    does: ['monitoring-fitted', 'monitoring-ended', 'monitoring-lifted'],
    voids: gone,
    papers: ['I-02', 'I-04'],
  },
  'end-monitoring': {
    act: 'end-monitoring',
    onlyNow: true,
    does: ['monitoring-ended', 'monitoring-lifted'],
    voids: [],
  },
} as const satisfies Record<string, DutySpec>

export type DutyId = keyof typeof specs
export const dutySpecs: Readonly<Record<DutyId, DutySpec>> = specs
