// What is refused of the compulsory dossier and the court: who must not be sent, and what comes too early or too late.

import { test } from 'vitest'
import { atHome, given, opened, quit, sent } from '../../../../tests/support/home-to-court.ts'
import { adult, event, expectRefused, life, minor, type RefusalRow } from '../../../../tests/support/lives.ts'

const pregnant = { ...adult, sex: 'female', pregnant: [{ from: '2027-01-01', until: '2027-08-01' }] } as const
/** Found out after the dossier was opened. */
const since = { ...pregnant, pregnant: [{ from: '2027-03-03', until: '2027-11-01' }] }
const year = { birthDate: '2009' }
const before = life(
  ['determination-result', '2024-06-03T08:00', { result: 'addicted' }],
  ['dossier-opened', '2024-06-03T09:00', { path: 'adult', ground: 'not-registered' }],
  ['dossier-notice', '2024-06-03T10:00', { copy: true, to: 'person' }],
  ['dossier-sent', '2024-06-10T09:00'],
)

const refusals: RefusalRow[] = [
  [
    'a minor sent down the adult path',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'adult_path_for_minor',
    'Luật, Điều 36',
    minor,
  ],
  ...(['adult', 'minor'] as const).map(
    (path): RefusalRow => [
      `somebody of unknown age down the path of ${path}s`,
      quit,
      event('dossier-opened', '2027-03-02T10:00', { path, ground: 'quit' }),
      'age_unknown',
      'Luật, Điều 35, 36',
      {},
    ],
  ),
  [
    'somebody who may be a minor by the year of birth',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'adult_path_for_minor',
    'Luật, Điều 36',
    year,
  ],
  [
    'an adult down the path of minors',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'minor', ground: 'quit' }),
    'minor_path_for_adult',
    'Luật, Điều 35',
  ],
  [
    'a dossier for somebody pregnant',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'protected',
    'Luật, Điều 35.2b, 39.2c, 39.3',
    pregnant,
  ],
  [
    'for the carer of a small child',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'protected',
    'Luật, Điều 35.2c',
    { ...adult, caresForChildUnder36Months: [{ from: '2026-01-01' }] },
  ],
  [
    'for somebody without capacity',
    quit,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'protected',
    'Luật, Điều 35.2a',
    { ...adult, noCapacity: [{ from: '2026-01-01' }] },
  ],
  [
    'a dossier without its ground',
    atHome,
    event('dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }),
    'no_ground',
    'Luật, Điều 35.1, 36.1',
  ],
  [
    'a dossier after the limitation',
    quit,
    event('dossier-opened', '2027-06-03T10:00', { path: 'adult', ground: 'quit' }),
    'limitation_over',
    'Luật, Điều 35.4, 36.3',
  ],
  [
    'a notice without the copy',
    opened,
    event('dossier-notice', '2027-03-02T14:00', { copy: false, to: 'person' }),
    'no_copy',
    'Nghị định, Điều 102.1, 105.1',
  ],
  ['sent without a notice', opened, event('dossier-sent', '2027-03-08T09:00'), 'no_notice', 'Luật, Điều 35.3c, 36.2c'],
  [
    'sent before the time to read is over',
    given,
    event('dossier-sent', '2027-03-04T09:00'),
    'reading_time_not_over',
    'Luật, Điều 35.3c, 35.3d, 36.2c, 36.2d',
  ],
  [
    'decided though never sent',
    given,
    event('court-decided', '2027-03-20T09:00', { outcome: 'applied' }),
    'not_sent',
    'Luật, Điều 35.3d, 36.2d',
  ],
  [
    'decided after the limitation',
    sent,
    event('court-decided', '2027-06-03T09:00', { outcome: 'applied' }),
    'limitation_over',
    'Luật, Điều 35.4, 36.3',
  ],
  [
    'the notice for a minor given to the minor alone',
    [...quit, ...life(['dossier-opened', '2027-03-02T10:00', { path: 'minor', ground: 'quit' }])],
    event('dossier-notice', '2027-03-02T14:00', { copy: true, to: 'person' }),
    'parents_missing',
    'Nghị định, Điều 105.1',
    minor,
  ],
  [
    'sent although she is with child by now',
    given,
    event('dossier-sent', '2027-03-08T09:00'),
    'protected',
    'Luật, Điều 35.2b, 39.2c, 39.3',
    since,
  ],
  [
    'decided although she is with child by now',
    sent,
    event('court-decided', '2027-04-01T09:00', { outcome: 'applied' }),
    'protected',
    'Luật, Điều 35.2b, 39.2c, 39.3',
    since,
  ],
  [
    'kept in care meanwhile although she is with child',
    opened,
    event('custody-decided', '2027-03-08T09:00'),
    'protected',
    'Luật, Điều 35.2b, 39.2c, 39.3',
    since,
  ],
  [
    'eighteen months by a court under the law of 2025',
    sent,
    event('court-decided', '2027-04-01T09:00', { outcome: 'applied', months: 18 }),
    'term_outside_law',
    'Luật, Điều 29.1',
  ],
  [
    'thirty months by a court under the law of 2021',
    before,
    event('court-decided', '2024-06-12T09:00', { outcome: 'applied', months: 30 }),
    'term_outside_law',
    'Luật Xử lý vi phạm hành chính, Điều 95',
  ],
  [
    'by a district court that is no more',
    sent,
    event('court-decided', '2027-04-01T09:00', {
      outcome: 'applied',
      paper: { number: '1', on: '2027-04-01', by: 'district-court' },
    }),
    'not_their_decision',
    'Luật, Điều 35.8, 36.8',
  ],
  [
    'a suspension before admission',
    [...sent, ...life(['court-decided', '2027-04-01T09:00', { outcome: 'applied' }])],
    event('execution-changed', '2027-04-02T09:00', { change: 'suspended', reason: 'gravely-ill' }),
    'not_begun',
    'Luật, Điều 39.3',
  ],
]

test.each(refusals)('refused: %s', (_, events, extra, fault, article, facts) =>
  expectRefused(events, extra, fault, article, facts),
)
