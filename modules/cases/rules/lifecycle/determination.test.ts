// The rows around the determination: who has a test done, who is told of what, support meanwhile, and what stops management.
// Each names its article.

import { describe, expect, test } from 'vitest'
import {
  adult,
  type DutyRow,
  event,
  expectDuty,
  expectRefused,
  life,
  minor,
  positive,
} from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { judgeEvent, readLife } from '../../rules.ts'

const now = '2030-12-01T08:00'
const tested = ['tested', '2026-07-06T08:00', positive] as const
const managed = ['managed', '2026-07-07T16:30'] as const
const unsettled = ['residence-verified', '2026-07-06T20:00', { stable: false }] as const
const asked = ['determination-asked', '2026-09-30T08:00', { ground: 'voluntary' }] as const
const addicted = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
const idsOf = (events: FileEvent[], at: string, facts = adult) => readLife(facts, events, at).next.map(({ id }) => id)

const head = 'Trưởng Công an cấp xã'
const finder = 'Cơ quan Công an phát hiện'
const facility = 'Cơ sở y tế có thẩm quyền'
const stop = {
  deadline: '',
  due: '',
  by: head,
  forms: 'III-08',
  article: 'Luật, Điều 24.5, 24.7; Nghị định, Điều 63.2',
}
const notice = { due: '2026-07-07T20:00', by: finder, forms: 'III-01, III-02, III-03', article: 'Nghị định, Điều 58' }

const rows: DutyRow[] = [
  [
    'no stable residence → notice to the place of detection in 24 h',
    life([...tested], [...unsettled]),
    'notify-detection',
    { deadline: 'send-notice-detection', ...notice },
  ],
  [
    'no stable residence → notice to the place of permanent registration in 24 h',
    life([...tested], [...unsettled]),
    'notify-registered',
    { deadline: 'send-notice-registered', ...notice },
  ],
  [
    'determination asked → support meanwhile',
    life([...asked]),
    'support-determination',
    { deadline: '', due: '', by: 'Công an cấp xã, cơ sở y tế', article: 'Luật, Điều 31.5' },
  ],
  [
    'result → told to the person at once',
    life([...addicted]),
    'tell-result',
    { deadline: '', due: '', by: facility, article: 'Luật, Điều 31.4' },
  ],
  [
    'managed → counselling',
    life([...managed]),
    'counsel',
    { deadline: '', due: '', by: 'Công an cấp xã cùng tổ quản lý', article: 'Nghị định, Điều 61' },
  ],
  [
    'an institution while managed → stop',
    life([...managed], ['sent-to-institution', '2026-09-01T09:00']),
    'stop',
    stop,
  ],
  ['declared missing while managed → stop', life([...managed], ['declared-missing', '2026-09-01T09:00']), 'stop', stop],
]

test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))

describe('without a stable residence', () => {
  const notices = ['notify', 'notify-detection', 'notify-registered']
  const open = (...sent: ('residence' | 'detection' | 'registration')[]) =>
    idsOf(
      [
        ...life([...tested], [...unsettled]),
        ...sent.map((addressee) => event('notice-sent', '2026-07-06T22:00', { addressee })),
      ],
      '2026-07-06T23:00',
    ).filter((id) => notices.includes(id))
  test('each of the two notices is closed by its own, by no other (Nghị định 58)', () => {
    expect(open()).toEqual(['notify-detection', 'notify-registered'])
    expect(open('residence')).toEqual(['notify-detection', 'notify-registered'])
    expect(open('detection')).toEqual(['notify-registered'])
    expect(open('registration')).toEqual(['notify-detection'])
    expect(open('detection', 'registration')).toEqual([])
  })
  test('one notice is enough for a stable one, and under the law of 2021', () => {
    const stable = life([...tested], ['residence-verified', '2026-07-06T20:00', { stable: true }])
    expect(idsOf(stable, '2026-07-06T21:00')).toEqual(['notify'])
    const sent = [...stable, ...life(['notice-sent', '2026-07-06T22:00', { to: 'Công an xã Đức Hợp' }])]
    expect(idsOf(sent, '2026-07-06T23:00')).toEqual([])
    const before = life(
      ['tested', '2024-06-03T08:00', positive],
      ['residence-verified', '2024-06-04T08:00', { stable: false }],
    )
    expect(idsOf(before, '2024-06-04T09:00').filter((id) => notices.includes(id))).toEqual(['notify'])
  })
})

describe('a test (Luật 23.2)', () => {
  const by = (
    hadBy: 'fining-authority' | 'rehabilitation-head' | 'treatment-head' | undefined,
    at = '2026-12-01T08:00',
  ) => event('tested', at, { ...positive, hadBy })
  const inCentre = life(
    [...addicted],
    ['registered', '2026-10-01T15:00', { form: 'public' }],
    ['public-decided', '2026-10-02T09:00'],
    ['treatment-begun', '2026-10-05T08:00'],
  )
  test('the head of a facility has it done for those in their care, of others whoever may fine', () => {
    for (const facilityHead of ['rehabilitation-head', 'treatment-head'] as const) {
      expectRefused([], by(facilityHead), 'not_their_decision', 'Luật, Điều 23.2')
      expectRefused(life([...managed]), by(facilityHead), 'not_their_decision', 'Luật, Điều 23.2')
      expect(judgeEvent(adult, inCentre, by(facilityHead), now)).toEqual({ ok: true, warnings: [] })
    }
    expect(judgeEvent(adult, [], by('fining-authority'), now)).toEqual({ ok: true, warnings: [] })
  })
  test('who had it done is asked for where it is not recorded', () => {
    expect(judgeEvent(adult, [], by(undefined), now)).toMatchObject({
      ok: true,
      warnings: [{ vi: 'Chưa ghi ai yêu cầu xét nghiệm (Luật, Điều 23.2).' }],
    })
  })
  test('by plan it is for whoever is managed (Nghị định 61.1b)', () => {
    const byPlan = event('tested', '2026-08-03T08:00', { ...positive, ground: 'plan', result: 'negative' })
    expect(judgeEvent(adult, life([...managed]), byPlan, now)).toEqual({ ok: true, warnings: [] })
    expectRefused([], byPlan, 'ground_not_listed', 'Nghị định, Điều 56.1')
  })
  test('what is handled as a crime is no matter of management any more', () => {
    const found = life([...tested], ['notice-received', '2026-07-07T08:00'])
    expect(idsOf(found, '2026-07-07T09:00')).toContain('decide')
    const crime = [...found, ...life(['criminal-case', '2026-07-07T10:00'])]
    expect(idsOf(crime, '2026-07-07T11:00')).toEqual([])
    expect(readLife(adult, crime, '2026-07-07T11:00').clocks.map(({ state }) => state)).not.toContain('running')
  })
})

describe('the result of a determination', () => {
  test('is that of the health facility, of nobody else (Luật 31.2)', () => {
    for (const by of ['police-head', 'chair', 'treatment-facility'] as const) {
      const paper = { number: '7', on: '2026-10-01', by }
      const result = event('determination-result', '2026-10-01T08:00', { result: 'addicted', paper })
      expectRefused(life([...asked]), result, 'not_their_decision', 'Luật, Điều 31.2')
    }
  })
  test('goes to the parents of a minor too, each by itself (Luật 31.4)', () => {
    const found = life([...addicted])
    const told = (to: 'person' | 'parents' | 'both') => [
      ...found,
      event('determination-told', '2026-10-01T09:00', { to }),
    ]
    const open = (events: FileEvent[], facts = adult as typeof minor | typeof adult) =>
      readLife(facts, events, '2026-10-01T09:30')
        .next.map(({ id }) => id)
        .filter((id) => id.startsWith('tell-result'))
    expect(open(found, minor).sort()).toEqual(['tell-result', 'tell-result-parents'])
    expect(open(told('person'), minor)).toEqual(['tell-result-parents'])
    expect(open(told('parents'), minor)).toEqual(['tell-result'])
    expect(open(told('both'), minor)).toEqual([])
    expect([open(found), open(told('person'))]).toEqual([['tell-result'], []])
    expectRefused([], event('determination-told', '2026-10-01T09:00', { to: 'person' }), 'no_ground', 'Luật, Điều 31.4')
  })
  test('told late, the 24 hours run from then, and nobody has failed to register before (Luật 31.4, 31.6)', () => {
    const found = life([...addicted])
    expect(idsOf(found, '2026-10-04T08:00')).toContain('open-dossier')
    const told = [...found, ...life(['determination-told', '2026-10-04T09:00', { to: 'person' }])]
    expect(readLife(adult, told, '2026-10-04T10:00').next).toMatchObject([{ id: 'register', due: '2026-10-05T09:00' }])
    const dossier = event('dossier-opened', '2026-10-04T15:00', { path: 'adult', ground: 'not-registered' })
    expectRefused(told, dossier, 'no_ground', 'Luật, Điều 35.1, 36.1')
    expect(idsOf(told, '2026-10-05T10:00')).toContain('open-dossier')
  })
  test('support meanwhile is done, or over with the result (Luật 31.5)', () => {
    const supported = [...life([...asked]), ...life(['supported', '2026-09-30T10:00', { what: 'health' }])]
    expect(idsOf(supported, '2026-09-30T11:00')).not.toContain('support-determination')
    expect(idsOf(life([...asked], [...addicted]), '2026-10-01T09:00')).not.toContain('support-determination')
  })
})

describe('counselling (Nghị định 61)', () => {
  test('is done by counselling, by no other help, and is over with management', () => {
    const helped = (what: 'job' | 'counselling') => [
      ...life([...managed]),
      ...life(['supported', '2026-07-20T08:00', { what }]),
    ]
    expect(idsOf(helped('job'), '2026-07-20T09:00')).toContain('counsel')
    expect(idsOf(helped('counselling'), '2026-07-20T09:00')).not.toContain('counsel')
    const ended = life([...managed], ['management-ended', '2027-07-08T09:00'])
    expect(idsOf(ended, '2027-07-08T10:00')).not.toContain('counsel')
  })
})

describe('stopped because of where the person is (Luật 24.5)', () => {
  test.each([
    ['institution', 'sent-to-institution'],
    ['prison', 'imprisoned'],
    ['missing', 'declared-missing'],
    ['died', 'died'],
  ] as const)('%s', (reason, kind) => {
    const stopped = event('management-stopped', '2026-09-02T09:00', { reason })
    expectRefused(life([...managed]), stopped, 'no_ground', 'Luật, Điều 24.5')
    const found = [...life([...managed]), event(kind, '2026-09-01T09:00')]
    expect(judgeEvent(adult, found, stopped, now)).toMatchObject({ ok: true })
    expect(readLife(adult, [...found, stopped], '2026-09-03T08:00').status).toMatchObject({ kind: 'ended', reason })
    expect(idsOf([...found, stopped], '2026-09-02T10:00')).toEqual(['send-end'])
  })
})
