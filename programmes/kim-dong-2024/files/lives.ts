// Lives of the demonstration: every path of the law, of people who do not exist. Told in hours before now, so that clocks run
// whenever the demonstration is loaded; what began under the law of before has its day.

import type { EventKind } from '../../../modules/cases/events.ts'
import type { Decider } from '../../../rules/law/deciders.ts'
import {
  addicted,
  checked,
  days,
  dossier,
  found,
  managed,
  parents,
  positive,
  read,
  registered,
  type Told,
} from './pieces.ts'

type Circumstance = 'pregnant' | 'cares-for-child' | 'no-capacity' | 'no-stable-residence' | 'no-papers'

/** Those whose file is sent to the next commune: one waits there, one was accepted. */
export const [onItsWay, handedOver] = ['moved', 'moved, the file too'] as const
/** Of one person there are two files, which are merged. */
export const [begunTwice, mergedInto] = ['begun twice', 'managed, without papers'] as const
export type Life = {
  path: string
  events: readonly Told[]
  birth?: string
  sex?: 'female'
  circumstances?: readonly Circumstance[]
  kept?: {
    /** What the person asked for, so many hours before now. */
    requests?: readonly [kind: 'statement' | 'correction' | 'complaint', hours: number, words: string][]
    hold?: { ground: string; paper: string }
    /** Proposed to be erased, so many hours before now. */
    proposed?: number
  }
}

export const lives: readonly Life[] = [
  { path: 'verification', events: [['verification-opened', days(2), { ground: 'traces' }]] },
  { path: 'test refused', events: [['tested', 5, { ...positive, result: 'refused' }]] },
  { path: 'tested, residence to verify', events: [['tested', 20, positive]] },
  {
    path: 'serves a prison sentence',
    events: [
      ...managed(110),
      ...checked(60)
        .map(([kind, , details]): Told => [kind, days(80), details])
        .slice(0, 1),
      ['imprisoned', days(30), {}],
      ['management-stopped', days(29), { reason: 'prison' }],
      ['decision-sent', days(29, -4), { of: 'management-stopped' }],
      ['off-list', days(28), { reason: 'prison' }],
    ],
  },
  { path: 'notice, decision late', events: found(4) },
  {
    path: 'managed',
    events: [...managed(119), ...checked(119)],
    kept: { requests: [['statement', days(8), 'Muốn biết hồ sơ ghi gì và ai đã đọc (minh họa)']] },
  },
  {
    path: 'managed, check missing',
    events: [...managed(70), ['officer-named', days(5), { person: 'conganxa2', note: 'Điều động cán bộ (minh họa)' }]],
  },
  { path: 'managed, without papers', events: [...managed(40), ...checked(40)], circumstances: ['no-papers'] },
  { path: 'managed, absent for four days', events: [...managed(60), ...checked(60), ['absent', days(50), undefined]] },
  { path: 'in custody', events: [...managed(90), ['detained', days(20)], ['management-suspended', days(19)]] },
  { path: 'a minor', birth: '2010-04-12', events: [...managed(30), ...checked(30)] },
  {
    path: 'used again',
    events: [...managed(50), ...checked(50), ['tested', days(6), { ...positive, ground: 'plan' }]],
  },
  { path: onItsWay, events: [...managed(45), ...checked(45), ['moved', 9, { what: 'residence', to: 'xã Nghĩa Dân' }]] },
  {
    path: 'stays elsewhere',
    events: [...managed(80), ...checked(80), ['moved', days(30), { what: 'stay', to: 'phường Phố Hiến' }]],
  },
  {
    path: 'no stable residence',
    circumstances: ['no-stable-residence'],
    events: [
      ['tested', days(3), positive],
      ['determination-asked', days(2), { ground: 'no-residence' }],
    ],
  },
  {
    path: 'addicted, to register',
    events: [
      ['determination-asked', days(4), { ground: 'voluntary' }],
      ['determination-result', 10, { result: 'addicted', ground: 'voluntary' }],
    ],
  },
  {
    path: 'registered, to decide; cares for a small child',
    sex: 'female',
    circumstances: ['cares-for-child'],
    events: [
      ['determination-asked', days(4), { ground: 'voluntary' }],
      ['determination-result', 30, { result: 'addicted', ground: 'voluntary' }],
      ['registered', 12, { form: 'home' }],
    ],
  },
  {
    path: 'at home',
    events: [
      ...registered(60, 'home'),
      ['home-decided', days(59)],
      ['treatment-begun', days(58)],
      ['commitment-signed', days(58, -1), { which: 'B2' }],
      ['team-named', days(57)],
      ['monitoring-decided', days(58, -4)],
    ],
  },
  {
    path: 'substitution',
    events: [
      ...registered(90, 'substitution'),
      ['substitution-decided', days(89)],
      ['treatment-begun', days(88)],
      ['team-named', days(87)],
    ],
  },
  {
    path: 'private centre',
    events: [...registered(40, 'private'), ['private-decided', days(39)], ['treatment-begun', days(38)]],
  },
  {
    path: 'public centre',
    events: [...registered(50, 'public'), ['public-decided', days(49)], ['treatment-begun', days(48)]],
  },
  {
    path: 'quit at home, without administrative capacity',
    circumstances: ['no-capacity'],
    events: [
      ...registered(70, 'home'),
      ['home-decided', days(69)],
      ['treatment-begun', days(68)],
      ['treatment-quit', days(2)],
    ],
  },
  {
    path: 'substitution treatment ended for a breach, dossier',
    events: [
      ...registered(80, 'substitution'),
      ['substitution-decided', days(79)],
      ['treatment-begun', days(78)],
      ['treatment-ended', days(4), { why: 'breach' }],
      ['dossier-opened', days(3), { path: 'adult', ground: 'treatment-ended-for-breach' }],
      ['paper-filed', days(3, -1), { paper: 'V-33', folio: 1, lastFolio: 2 }],
      ['paper-filed', days(3, -2), { paper: 'V-35', folio: 3 }],
    ],
  },
  {
    path: 'a third breach at home, the dossier is being read',
    events: [
      ...registered(75, 'home'),
      ['home-decided', days(74)],
      ['treatment-begun', days(73)],
      ['breach-recorded', days(40), { of: 'other' }],
      ['breach-recorded', days(20), { of: 'other' }],
      ['breach-recorded', days(6), { of: 'other' }],
      ['dossier-opened', days(5), { path: 'adult', ground: 'third-breach' }],
      ['paper-filed', days(5, -1), { paper: 'V-33', folio: 1, lastFolio: 2 }],
      ['dossier-notice', days(4), { copy: true, to: 'person' }],
    ],
  },
  {
    path: 'at court, in a centre’s care meanwhile',
    events: [
      ...dossier(20),
      ['custody-decided', days(19, 2), { place: 'Cơ sở cai nghiện của tỉnh (minh họa)' }],
      ...read(20).slice(dossier(20).length),
      ['dossier-sent', days(12)],
    ],
  },
  {
    path: 'compulsory',
    events: [
      ...read(60),
      ['dossier-sent', days(52)],
      ['court-decided', days(40), { outcome: 'applied' }],
      ['treatment-begun', days(35)],
    ],
  },
  { path: 'pregnant', sex: 'female', circumstances: ['pregnant'], events: [...addicted(8)] },
  {
    path: 'after rehabilitation',
    events: [
      ['after-decided', days(100)],
      ['commitment-signed', days(99), { which: 'B4' }],
      ['team-named', days(98)],
      ...checked(90),
    ],
  },
  { path: 'died', events: [...managed(100), ['died', days(15)], ['management-stopped', days(14), { reason: 'died' }]] },
  {
    path: handedOver,
    events: [...managed(75), ...checked(75), ['moved', days(2), { what: 'residence', to: 'xã Nghĩa Dân' }]],
  },
  {
    path: 'a minor in a reform school',
    birth: '2010-09-02',
    events: [
      ...registered(64, 'reform-school', parents),
      ['reform-school-decided', days(63)],
      ['treatment-begun', days(62)],
    ],
  },
  {
    path: 'a minor, dossier for the court',
    birth: '2011-02-20',
    events: [
      ...registered(30, 'home', parents),
      ['home-decided', days(29)],
      ['treatment-begun', days(28)],
      ['treatment-quit', days(6)],
      ['dossier-opened', days(5), { path: 'minor', ground: 'quit' }],
      ['dossier-notice', days(4), { copy: true, to: 'both' }],
    ],
  },
  {
    path: 'used again, not addicted: a new year',
    events: [
      ...managed(100),
      ...checked(100),
      ['tested', days(12), { ...positive, ground: 'plan' }],
      ['determination-asked', days(11), { ground: 'managed' }],
      ['determination-result', days(9), { result: 'not-addicted', ground: 'managed' }],
      ['managed-again', days(9, -6)],
    ],
  },
  {
    path: 'on the run from compulsory rehabilitation',
    events: [
      ...read(90),
      ['dossier-sent', days(75)],
      ['court-decided', days(60), { outcome: 'applied' }],
      ['treatment-begun', days(56)],
      ['fled', days(8), undefined],
    ],
  },
  {
    path: 'the court refused',
    events: [...read(45), ['dossier-sent', days(37)], ['court-decided', days(25), { outcome: 'refused' }]],
  },
  {
    path: 'at home under the law of 2021, then followed afterwards',
    events: [
      ['determination-result', '2025-10-06T09:00', { result: 'addicted', ground: 'voluntary' }],
      ['registered', '2025-10-06T14:00', { form: 'home' }],
      ['home-decided', '2025-10-08T09:00', { months: 9, signer: 'chair' }],
      ['treatment-begun', '2025-10-09T08:00'],
      ['treatment-completed', '2026-07-09T08:00'],
      ['after-decided', '2026-07-10T09:00'],
    ],
  },
  {
    path: 'sent by the district court, still serving the old term',
    events: [
      ['determination-result', '2025-03-10T09:00', { result: 'addicted', ground: 'voluntary' }],
      ['dossier-opened', '2025-04-02T09:00', { path: 'adult', ground: 'not-registered', signer: 'police-head' }],
      ['dossier-notice', '2025-04-03T09:00', { copy: true, to: 'person' }],
      ['dossier-sent', '2025-04-10T09:00'],
      ['court-decided', '2025-04-25T09:00', { outcome: 'applied', months: 20, signer: 'district-court' }],
      ['treatment-begun', '2025-05-05T09:00'],
      ['release-notice', '2026-11-24T09:00', { completesOn: '2027-01-05' }],
    ],
  },
  {
    path: 'managed by the chair, before the law of 2025',
    events: [
      ['tested', '2026-04-06T09:00', positive],
      ['residence-verified', '2026-04-07T09:00', { stable: true }],
      ['notice-received', '2026-04-08T09:00'],
      ['managed', '2026-04-09T09:00', { signer: 'chair' }],
      ...checked(200),
    ],
  },
  {
    path: 'served under the law of before, from a list of then',
    events: [
      ['listed', '2025-09-10T08:00', { source: 'Sổ theo dõi năm 2025 của xã cũ (minh họa)', says: 'managed' }],
      ['managed', '2025-09-10T09:00', { paper: { number: '31/QĐ-UBND', on: '2025-09-10', by: 'chair' } }],
      ['management-ended', '2026-09-11T09:00'],
      ['decision-sent', '2026-09-11T15:00', { of: 'management-ended' }],
      ['off-list', '2026-09-12T09:00', { reason: 'served' }],
    ],
    kept: { requests: [['correction', days(12), 'Đề nghị sửa ngày sinh ghi sai (minh họa)']] },
  },
  {
    path: 'served some days ago',
    events: [
      ['managed', days(375), { signer: 'chair' }],
      ['management-ended', days(9)],
      ['decision-sent', days(9, -3), { of: 'management-ended' }],
      ['off-list', days(8), { reason: 'served' }],
    ],
  },
  {
    path: 'nothing decided, its time of keeping is over',
    events: [['tested', days(420), { ...positive, result: 'negative' }]],
  },
  {
    path: 'nothing decided, erasing proposed',
    events: [['tested', days(460), { ...positive, result: 'negative' }]],
    kept: { proposed: days(2) },
  },
  {
    path: 'nothing decided, held',
    events: [['tested', days(440), { ...positive, result: 'negative' }]],
    kept: {
      hold: {
        ground: 'Tòa án đang xét đơn khởi kiện (minh họa)',
        paper: 'Công văn 15/TA-HC của Tòa án khu vực (minh họa)',
      },
    },
  },
  {
    path: 'three stages in a private centre, then at home',
    events: [
      ...registered(150, 'private'),
      ['private-decided', days(149)],
      ['treatment-begun', days(148)],
      ['three-stages-done', days(20)],
      ['person-reported', days(19)],
      ['registered', days(19, -2), { form: 'home' }],
      ['home-decided', days(18)],
      ['treatment-begun', days(17)],
      ['commitment-signed', days(17, -1), { which: 'B2' }],
    ],
  },
  {
    path: 'compulsory rehabilitation postponed for grave illness',
    events: [
      ...read(50),
      ['dossier-sent', days(42)],
      ['court-decided', days(30), { outcome: 'applied' }],
      ['execution-changed', days(26), { change: 'postponed', reason: 'gravely-ill', signer: 'regional-court' }],
    ],
  },
  {
    path: 'compulsory rehabilitation suspended, then exempted',
    events: [
      ...read(100),
      ['dossier-sent', days(92)],
      ['court-decided', days(80), { outcome: 'applied' }],
      ['treatment-begun', days(75)],
      ['execution-changed', days(30), { change: 'suspended', reason: 'gravely-ill', signer: 'regional-court' }],
      ['execution-changed', days(10), { change: 'exempted', reason: 'incurable', signer: 'regional-court' }],
    ],
  },
  {
    path: 'declared missing',
    events: [
      ...managed(105),
      ['absent', days(70), {}],
      ['declared-missing', days(12)],
      ['management-stopped', days(11), { reason: 'missing' }],
    ],
  },
  { path: begunTwice, events: found(41).slice(0, 2) },
  {
    path: 'rehabilitated, what follows is to be decided',
    events: [
      ['determination-result', '2025-11-20T09:00', { result: 'addicted', ground: 'voluntary' }],
      ['registered', '2025-11-20T14:00', { form: 'home' }],
      ['home-decided', '2025-11-24T09:00', { months: 12, signer: 'chair' }],
      ['team-named', '2025-11-25T09:00'],
      ['treatment-begun', '2025-11-26T08:00'],
      ['decision-sent', '2025-11-27T09:00', { of: 'treatment-begun' }],
      ['treatment-completed', 6],
    ],
  },
]

/** Who signs, where nothing else is said. */
export const signers: Partial<Record<EventKind, Decider>> = {
  'determination-result': 'health-facility',
  'substitution-decided': 'treatment-facility',
  'public-decided': 'provincial-police',
  'reform-school-decided': 'provincial-police',
  'court-decided': 'regional-court',
  'after-decided': 'chair',
  'after-certified': 'chair',
}
