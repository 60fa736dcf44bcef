// What is refused of rehabilitation, monitoring, post-rehabilitation, time left out and corrections.

import { test } from 'vitest'
import { addicted, atHome } from '../../../../tests/support/home-to-court.ts'
import { adult, event, expectRefused, life, minor, positive, type RefusalRow } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'

const managed = life(['tested', '2026-07-06T08:00', positive], ['managed', '2026-07-07T16:30'])
const after = [...atHome, ...life(['treatment-completed', '2028-10-01T09:00'], ['after-decided', '2028-10-02T09:00'])]

const refusals: RefusalRow[] = [
  [
    'rehabilitation without a determination',
    [],
    event('home-decided', '2026-10-02T09:00'),
    'not_addicted',
    'Luật, Điều 31.6',
  ],
  [
    'a form that was not registered for',
    addicted,
    event('home-decided', '2026-10-02T09:00'),
    'not_registered',
    'Nghị định, Điều 89, 91.1',
  ],
  [
    'a minor registered without the opinion of the parents',
    addicted,
    event('registered', '2026-10-01T15:00', { form: 'home' }),
    'parents_missing',
    'Nghị định, Điều 89.3b',
    minor,
  ],
  [
    'a reform school for an adult',
    addicted,
    event('registered', '2026-10-01T15:00', { form: 'reform-school' }),
    'minor_path_for_adult',
    'Luật, Điều 28.1b',
  ],
  [
    'at home without a stable residence',
    addicted,
    event('registered', '2026-10-01T15:00', { form: 'home' }),
    'only_public_centre',
    'Luật, Điều 31.6, 34.1',
    { ...adult, noStableResidence: [{ from: '2026-09-01' }] },
  ],
  [
    'a reform school decided for somebody who has turned 18 since',
    [...addicted, ...life(['registered', '2026-10-01T15:00', { form: 'reform-school', parentsAgree: true }])],
    event('reform-school-decided', '2026-10-02T09:00'),
    'minor_path_for_adult',
    'Luật, Điều 28.1b',
    { birthDate: '2008-10-02' },
  ],
  [
    'a commitment of a minor that no parent confirmed',
    [...addicted, ...life(['registered', '2026-10-01T15:00', { form: 'home', parentsAgree: true }])],
    event('commitment-signed', '2026-10-02T10:00', { which: 'B2' }),
    'parents_missing',
    'Luật, Điều 32.4',
    minor,
  ],
  [
    'off the list as dead without a death',
    managed,
    event('off-list', '2026-08-01T09:00', { reason: 'died' }),
    'no_ground',
    'Luật, Điều 27.3, 48.3, 48.4',
  ],
  [
    'off the list for a prison sentence that is not recorded',
    managed,
    event('off-list', '2026-08-01T09:00', { reason: 'prison' }),
    'no_ground',
    'Luật, Điều 27.3, 48.3, 48.4',
  ],
  [
    'told of a result before there was one',
    [],
    event('determination-result', '2026-10-01T08:00', { result: 'addicted', toldAt: '2026-09-30T08:00' }),
    'before_its_ground',
    'Luật, Điều 31.4',
  ],
  [
    'eighteen months under the law of 2025',
    [...addicted, ...life(['registered', '2026-10-01T15:00', { form: 'home' }])],
    event('home-decided', '2026-10-02T09:00', { months: 18 }),
    'term_outside_law',
    'Luật, Điều 29.1',
  ],
  [
    'a completion before the term is over',
    atHome,
    event('treatment-completed', '2027-10-01T09:00'),
    'term_not_over',
    'Luật, Điều 29.3',
  ],
  [
    'closed before the last three working days',
    after,
    event('after-certified', '2029-09-20T09:00'),
    'too_early_to_close',
    'Nghị định, Điều 138',
  ],
  [
    'monitoring without a treatment',
    managed,
    event('monitoring-decided', '2026-08-01T09:00'),
    'monitoring_without_treatment',
    'Luật, Điều 12.1',
  ],
  [
    'monitoring of a minor that no parent asked for',
    atHome,
    event('monitoring-decided', '2026-10-06T09:00'),
    'monitoring_of_minor',
    'Nghị định, Điều 15.2',
    minor,
  ],
  [
    'monitoring under the law of 2021',
    [],
    event('monitoring-decided', '2024-10-06T09:00'),
    'not_in_that_law',
    'Luật, Điều 12, 24.7, 28.1b',
  ],
  [
    'lifted before a year is over',
    [...atHome, ...life(['monitoring-decided', '2026-10-06T09:00'])],
    event('monitoring-lifted', '2027-09-01T09:00'),
    'too_early_to_lift',
    'Nghị định, Điều 20.3',
  ],
  [
    'a child under twelve',
    [],
    event('managed', '2026-08-01T09:00'),
    'under_twelve',
    'Luật, Điều 28.1, 31.6, 36.1',
    { birthDate: '2015-01-01' },
  ],
  [
    'absence that ends before it begins',
    managed,
    event('absent', '2026-08-03T09:00', { until: '2026-08-02T09:00' }),
    'ends_before_it_begins',
    undefined,
  ],
  [
    'custody over custody',
    [...managed, ...life(['detained', '2026-08-03T09:00', { until: '2026-08-20T09:00' }])],
    event('absent', '2026-08-10T09:00'),
    'interruption_overlaps',
    undefined,
  ],
  [
    'anything after a death',
    [...managed, ...life(['died', '2026-08-03T09:00'])],
    event('residence-checked', '2026-08-10T09:00', { present: true }),
    'after_the_end',
    undefined,
  ],
  [
    'the same paper twice',
    managed,
    { ...(managed[1] as FileEvent), id: '00000000-0000-7000-8000-ffffffffffff' },
    'recorded_already',
    undefined,
  ],
  [
    'the withdrawal of what is not there',
    managed,
    event('withdrawn', '2026-08-10T09:00', { of: '00000000-0000-7000-8000-ffffffffffff', why: 'nhầm' }),
    'unknown_event',
    undefined,
  ],
]

test.each(refusals)('refused: %s', (_, events, extra, fault, article, facts) =>
  expectRefused(events, extra, fault, article, facts),
)
