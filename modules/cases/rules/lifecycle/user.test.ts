// The first rows of the lifecycle: findings, management of a user, determination. Each names its article.

import { test } from 'vitest'
import { type DutyRow, expectDuty, life, positive } from '../../../../tests/support/lives.ts'

const tested = ['tested', '2026-07-06T08:00', positive] as const
const notice = ['notice-received', '2026-07-07T08:05'] as const
const managed = ['managed', '2026-07-07T16:30'] as const
const addicted = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const

const rows: DutyRow[] = [
  [
    'a refused test → escort (Luật 23.2)',
    life(['tested', '2026-07-06T08:00', { ...positive, result: 'refused' }]),
    'escort',
    { deadline: '', due: '', by: 'Người có thẩm quyền xử phạt về hành vi sử dụng', article: 'Luật, Điều 23.2' },
  ],
  [
    'positive → residence verified in 24 h',
    life([...tested]),
    'verify',
    {
      deadline: 'verify-residence',
      due: '2026-07-07T08:00',
      by: 'Cơ quan Công an phát hiện',
      article: 'Nghị định, Điều 58.1',
    },
  ],
  [
    'positive, far away → 48 h',
    life(['tested', '2026-07-06T08:00', { ...positive, remote: true }]),
    'verify',
    {
      deadline: 'verify-residence-remote',
      due: '2026-07-08T08:00',
      by: 'Cơ quan Công an phát hiện',
      article: 'Nghị định, Điều 58.1',
    },
  ],
  [
    'verified → notice in 24 h',
    life([...tested], ['residence-verified', '2026-07-06T20:00', { stable: true }]),
    'notify',
    {
      deadline: 'send-notice',
      due: '2026-07-07T20:00',
      by: 'Cơ quan Công an phát hiện',
      forms: 'III-01, III-02, III-03',
      article: 'Nghị định, Điều 57, 58.5, 58.6',
    },
  ],
  [
    'notice → management decided in 24 h by the head',
    life([...tested], [...notice]),
    'decide',
    {
      deadline: 'decide-management',
      due: '2026-07-08T08:05',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-04, III-05',
      article: 'Luật, Điều 24.4a; Nghị định, Điều 59.1',
    },
  ],
  [
    'managed → residence checked every month',
    life([...tested], [...notice], [...managed]),
    'check-residence',
    {
      deadline: 'check-residence',
      due: '2026-08-07T23:59',
      by: 'Công an cấp xã cùng tổ quản lý',
      article: 'Nghị định, Điều 61.1a',
    },
  ],
  [
    'managed → commitment B1',
    life([...managed]),
    'sign-B1',
    { deadline: '', due: '', by: 'Người đó; cha, mẹ của người chưa thành niên', article: 'Luật, Điều 25.3' },
  ],
  [
    'used again while managed → determination',
    life([...managed], ['tested', '2026-07-20T08:00', positive]),
    'ask-determination',
    { deadline: '', due: '', by: 'Công an cấp xã', article: 'Luật, Điều 31.1, 31.2' },
  ],
  [
    'not addicted → new decision in 24 h',
    life(
      [...managed],
      ['tested', '2026-07-20T08:00', positive],
      ['determination-result', '2026-07-22T15:12', { result: 'not-addicted' }],
    ),
    'decide-again',
    {
      deadline: 'decide-management',
      due: '2026-07-23T15:12',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-04, III-05',
      article: 'Luật, Điều 24.4a; Nghị định, Điều 59.1',
    },
  ],
  [
    'moved → file handed over in 24 h',
    life([...managed], ['moved', '2026-08-03T09:00', { what: 'residence', to: 'xã Đức Hợp' }]),
    'hand-over',
    {
      deadline: 'hand-over-file',
      due: '2026-08-04T09:00',
      by: 'Công an cấp xã nơi đi',
      forms: 'III-06',
      article: 'Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1, 92.1c, 136.1b',
    },
  ],
  [
    'moved → the new place decides',
    life([...managed], ['moved', '2026-08-03T09:00', { what: 'residence', to: 'xã Đức Hợp' }]),
    'take-over',
    {
      deadline: '',
      due: '',
      by: 'Trưởng Công an cấp xã nơi đến',
      forms: 'III-04',
      article: 'Nghị định, Điều 60.1, 62.2, 92.1c',
    },
  ],
  [
    'detained → suspend',
    life([...managed], ['detained', '2026-08-03T09:00']),
    'suspend',
    {
      deadline: '',
      due: '',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-07',
      article: 'Luật, Điều 24.7; Nghị định, Điều 63.1',
    },
  ],
  [
    'suspended → copy in 24 h',
    life([...managed], ['detained', '2026-08-03T09:00'], ['management-suspended', '2026-08-03T15:00']),
    'send-copy',
    {
      deadline: 'copy-of-suspension',
      due: '2026-08-04T15:00',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-07',
      article: 'Luật, Điều 24.7; Nghị định, Điều 63.1, 63.4',
    },
  ],
  [
    'released → resume',
    life(
      [...managed],
      ['detained', '2026-08-03T09:00', { until: '2026-08-20T09:00' }],
      ['management-suspended', '2026-08-03T15:00'],
      ['visited', '2026-08-21T08:00'],
    ),
    'resume',
    { deadline: '', due: '', by: 'Trưởng Công an cấp xã', article: 'Luật, Điều 24.7' },
  ],
  [
    'addicted while managed → stop',
    life([...managed], [...addicted]),
    'stop',
    {
      deadline: '',
      due: '',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-08',
      article: 'Luật, Điều 24.5, 24.7; Nghị định, Điều 63.2',
    },
  ],
  [
    'prison while managed → stop',
    life([...managed], ['imprisoned', '2026-09-01T09:00']),
    'stop',
    {
      deadline: '',
      due: '',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-08',
      article: 'Luật, Điều 24.5, 24.7; Nghị định, Điều 63.2',
    },
  ],
  [
    'stopped → sent in 24 h',
    life([...managed], [...addicted], ['management-stopped', '2026-10-01T10:00', { reason: 'addicted' }]),
    'send-end',
    {
      deadline: 'send-end',
      due: '2026-10-02T10:00',
      by: 'Trưởng Công an cấp xã',
      forms: 'III-08, III-09, III-10',
      article: 'Luật, Điều 24.5, 27.3; Nghị định, Điều 63.2–63.4',
    },
  ],
  [
    'no stable residence → determination',
    life([...tested], ['residence-verified', '2026-07-06T20:00', { stable: false }]),
    'ask-determination',
    { deadline: '', due: '', by: 'Công an cấp xã', article: 'Luật, Điều 31.1, 31.2' },
  ],
]

test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))
