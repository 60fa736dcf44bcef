// What is refused of findings, papers and management, by its name and its article.

import { test } from 'vitest'
import {
  event,
  expectRefused,
  life,
  minor,
  paperOf,
  positive,
  type RefusalRow,
} from '../../../../tests/support/lives.ts'

const addicted = life(['determination-result', '2026-10-01T08:00', { result: 'addicted' }])
const managed = life(['tested', '2026-07-06T08:00', positive], ['managed', '2026-07-07T16:30'])
const suspended = [...managed, ...life(['detained', '2026-08-03T09:00'], ['management-suspended', '2026-08-03T15:00'])]

const refusals: RefusalRow[] = [
  ['in the future', [], event('tested', '2031-01-01T08:00', positive), 'in_the_future', undefined],
  [
    'a test without a ground',
    [],
    event('tested', '2026-07-06T08:00', { ...positive, ground: undefined }),
    'no_ground',
    'Nghị định, Điều 56.1',
  ],
  [
    'the same under the law of 2021',
    [],
    event('tested', '2024-07-06T08:00', { ...positive, ground: undefined }),
    'no_ground',
    'Nghị định 105/2021/NĐ-CP, Điều 38.1',
  ],
  [
    'a ground that is none of the list',
    [],
    event('tested', '2026-07-06T08:00', { ...positive, ground: 'rumour' as never }),
    'ground_not_listed',
    'Nghị định, Điều 56.1',
  ],
  [
    'a test by plan of somebody who is not managed',
    [],
    event('tested', '2026-07-06T08:00', { ...positive, ground: 'plan' }),
    'ground_not_listed',
    'Nghị định, Điều 56.1',
  ],
  [
    'a blood sample of a minor without the parents',
    [],
    event('tested', '2026-07-06T08:00', { ...positive, sample: 'blood' }),
    'parents_missing',
    'Nghị định, Điều 56.6',
    minor,
  ],
  [
    'an item of verification without a ground',
    [],
    event('verification-opened', '2026-07-06T08:00'),
    'no_ground',
    'Nghị định, Điều 56.1',
  ],
  [
    'a status without a paper',
    managed.slice(0, 1),
    event('managed', '2026-07-07T16:30', { paper: undefined }),
    'no_paper',
    'Luật, Điều 24.4a, 24.5, 24.7; Nghị định, Điều 63',
  ],
  [
    'a paper of another day',
    managed.slice(0, 1),
    event('managed', '2026-07-07T16:30', { paper: { ...paperOf('managed', '2026-07-07T16:30'), on: '2026-07-01' } }),
    'paper_of_another_day',
    undefined,
  ],
  [
    'decided by the chair under the law of 2025',
    managed.slice(0, 1),
    event('managed', '2026-07-07T16:30', { paper: { number: '9', on: '2026-07-07', by: 'chair' } }),
    'not_their_decision',
    'Luật, Điều 24.4a, 24.5, 24.7; Nghị định, Điều 63',
  ],
  [
    'decided by the police under the law of 2021',
    [],
    event('managed', '2024-07-08T16:30', { paper: { number: '9', on: '2024-07-08', by: 'police-head' } }),
    'not_their_decision',
    'Nghị định 105/2021/NĐ-CP, Điều 42.1, 48',
  ],
  [
    'a decision dated before its ground',
    life(['tested', '2026-07-08T08:00', positive]),
    event('managed', '2026-07-07T16:30'),
    'before_its_ground',
    'Luật, Điều 24.4a',
  ],
  ['a term that would overlap', managed, event('managed', '2026-09-07T16:30'), 'term_overlaps', 'Luật, Điều 24.2'],
  [
    'a term recorded late that would run into another',
    life(['managed', '2026-12-07T16:30']),
    event('managed', '2026-09-07T16:30'),
    'term_overlaps',
    'Luật, Điều 24.2',
  ],
  [
    'managed as a user though found addicted',
    addicted,
    event('managed', '2026-10-07T16:30'),
    'already_addicted',
    'Luật, Điều 24.5a',
  ],
  [
    'managed without a stable residence before the determination',
    life(['residence-verified', '2026-07-06T09:00', { stable: false }]),
    event('managed', '2026-07-07T16:30'),
    'determination_first',
    'Luật, Điều 23.2, 24.6, 31.1đ',
  ],
  [
    'a new decision without a new use',
    managed,
    event('managed-again', '2026-08-07T16:30'),
    'no_ground',
    'Nghị định, Điều 59.1',
  ],
  [
    'suspended without custody',
    managed,
    event('management-suspended', '2026-08-03T15:00'),
    'no_ground',
    'Luật, Điều 24.7',
  ],
  [
    'resumed without a suspension',
    managed,
    event('management-resumed', '2026-08-03T15:00'),
    'not_suspended',
    'Luật, Điều 24.7',
  ],
  [
    'resumed while in custody',
    suspended,
    event('management-resumed', '2026-08-13T15:00'),
    'still_detained',
    'Luật, Điều 24.7',
  ],
  [
    'suspended twice',
    suspended,
    event('management-suspended', '2026-08-13T15:00'),
    'already_suspended',
    'Luật, Điều 24.7',
  ],
  [
    'suspended under the law of 2021, which had none',
    life(['managed', '2024-07-08T16:30']),
    event('management-suspended', '2024-08-13T15:00'),
    'not_in_that_law',
    'Luật, Điều 12, 24.7, 28.1b',
  ],
  [
    'ended before the term is over',
    managed,
    event('management-ended', '2027-07-01T09:00'),
    'term_not_over',
    'Nghị định, Điều 63.3',
  ],
  [
    'stopped for an addiction that nobody determined',
    managed,
    event('management-stopped', '2026-08-01T09:00', { reason: 'addicted' }),
    'no_ground',
    'Luật, Điều 24.5',
  ],
]

test.each(refusals)('refused: %s', (_, events, extra, fault, article, facts) =>
  expectRefused(events, extra, fault, article, facts),
)
