// The rows of voluntary rehabilitation, substitution treatment and electronic monitoring. Each names its article.

import { test } from 'vitest'
import { type DutyRow, expectDuty, life } from '../../../../tests/support/lives.ts'
import { addicted, atHome, registered } from '../../../../tests/support/steps-to-court.ts'

const rows: DutyRow[] = [
  [
    'addicted → registers in 24 h',
    life([...addicted]),
    'register',
    {
      deadline: 'register-voluntary',
      due: '2026-10-02T08:00',
      by: 'Người đó; cha, mẹ của người chưa thành niên',
      forms: 'V-20, V-21',
      article: 'Luật, Điều 31.6; Nghị định, Điều 4.7, 89',
    },
  ],
  [
    'registered → decided in 24 h',
    life([...addicted], [...registered]),
    'decide-form',
    {
      deadline: 'decide-home',
      due: '2026-10-02T15:00',
      by: 'Công an cấp xã',
      forms: 'V-22, V-24, V-25',
      article: 'Nghị định, Điều 91',
    },
  ],
  [
    'registered for a private centre → the decision alone, no minutes and commitment of home (Nghị định 91.2, 92.1a)',
    life([...addicted], ['registered', '2026-10-01T15:00', { form: 'private' }]),
    'decide-form',
    {
      deadline: 'decide-home',
      due: '2026-10-02T15:00',
      by: 'Công an cấp xã',
      forms: 'V-22',
      article: 'Nghị định, Điều 91',
    },
  ],
  [
    'decided → begun in 2 working days',
    life([...addicted], [...registered], [...atHome]),
    'begin',
    { deadline: 'start-voluntary', due: '2026-10-06T23:59', by: 'Người đó', article: 'Nghị định, Điều 4.8' },
  ],
  [
    'at home → commitment B2',
    life([...addicted], [...registered], [...atHome]),
    'sign-B2',
    {
      deadline: '',
      due: '',
      by: 'Người đó; cha, mẹ của người chưa thành niên',
      forms: 'V-25',
      article: 'Luật, Điều 32.4; Nghị định, Điều 92.1a',
    },
  ],
  [
    'begun → the provider tells in 24 h',
    life([...addicted], [...registered], [...atHome], ['treatment-begun', '2026-10-05T08:00']),
    'tell',
    { deadline: 'provider-tells', due: '2026-10-06T08:00', by: 'Cơ sở cung cấp dịch vụ', article: 'Luật, Điều 32.8' },
  ],
  [
    'at home, adult → monitoring in 12 h',
    life([...addicted], [...registered], [...atHome]),
    'decide-monitoring',
    {
      deadline: 'decide-monitoring',
      due: '2026-10-02T21:00',
      by: 'Trưởng Công an cấp xã',
      forms: 'I-02',
      article: 'Luật, Điều 12.2; Nghị định, Điều 15.1, 15.2b, 16.2a',
    },
  ],
  [
    'monitoring decided → carried out in 24 h',
    life([...addicted], [...registered], [...atHome], ['monitoring-decided', '2026-10-02T12:00']),
    'fit-monitoring',
    {
      deadline: 'fit-monitoring',
      due: '2026-10-03T12:00',
      by: 'Cán bộ Công an cấp xã',
      forms: 'I-03, I-04',
      article: 'Nghị định, Điều 17.1',
    },
  ],
  [
    'public centre → each hop in 24 h',
    life([...addicted], ['registered', '2026-10-01T15:00', { form: 'public' }], ['public-decided', '2026-10-02T09:00']),
    'hop',
    {
      deadline: 'public-centre-hop',
      due: '2026-10-03T09:00',
      by: 'Giám đốc Công an cấp tỉnh quyết định',
      forms: 'V-31',
      article: 'Luật, Điều 34.3; Nghị định, Điều 95',
    },
  ],
  [
    'three stages in a private centre → reports in 2 days',
    life(
      [...addicted],
      ['registered', '2026-10-01T15:00', { form: 'private' }],
      ['private-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-05T08:00'],
      ['three-stages-done', '2027-04-05T08:00'],
    ),
    'report',
    {
      deadline: 'report-after-certificate',
      due: '2027-04-07T23:59',
      by: 'Người đó',
      forms: 'V-30',
      article: 'Luật, Điều 33.3b, 33.4b',
    },
  ],
]

test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))
