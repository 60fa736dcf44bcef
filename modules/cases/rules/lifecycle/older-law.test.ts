// The same rows under the law of 2021, in each of its three periods, and the passage to the law of 2025. Each names its article.

import { describe, expect, test } from 'vitest'
import { adult, event, life, minor, positive } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { judgeEvent, readLife } from '../../rules.ts'

/** A Monday in each period: nothing that follows meets a holiday. */
const periods = [
  ['từ 01/01/2022', '2024-06-03', 'district-court'],
  ['từ 01/3/2025', '2025-05-12', 'district-court'],
  ['từ 01/7/2025', '2025-10-06', 'regional-court'],
] as const
const chair = 'Chủ tịch UBND cấp xã'

describe.each(periods)('%s', (_, monday, court) => {
  const on = (day: number, time: string) =>
    `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + day).padStart(2, '0')}T${time}`
  const read = (events: FileEvent[], facts = adult) => readLife(facts, events, events.at(-1)?.at ?? '')
  const step = (events: FileEvent[], id: string) => read(events).next.find((each) => each.id === id)
  const tested = ['tested', on(0, '08:00'), positive] as const
  const managed = ['managed', on(1, '08:00')] as const
  const addicted = ['determination-result', on(1, '08:00'), { result: 'addicted' }] as const

  test('positive → verified in 3 working days, 10 far away (NĐ 105/2021, 41.1)', () => {
    expect(step(life([...tested]), 'verify')).toMatchObject({
      due: on(3, '23:59'),
      source: { vi: 'Nghị định 105/2021/NĐ-CP, Điều 41.1' },
    })
    expect(step(life(['tested', on(0, '08:00'), { ...positive, remote: true }]), 'verify')?.due).toBe(on(14, '23:59'))
  })
  test('verified → notice in 3 working days (41.5)', () => {
    const events = life([...tested], ['residence-verified', on(1, '08:00'), { stable: true }])
    expect(step(events, 'notify')).toMatchObject({
      due: on(4, '23:59'),
      source: { vi: 'Nghị định 105/2021/NĐ-CP, Điều 41.5, 41.6' },
    })
  })
  test('notice → the chair decides in 3 working days (42.1)', () => {
    const events = life([...tested], ['notice-received', on(1, '08:00')])
    expect(step(events, 'decide')).toMatchObject({
      due: on(4, '23:59'),
      by: { vi: chair },
      source: { vi: 'Nghị định 105/2021/NĐ-CP, Điều 42.1' },
    })
  })
  test('management lasts one year (Luật 73/2021, 23.2), checked every month (NĐ 105/2021, 47.1), with no suspension', () => {
    const events = life([...managed], ['detained', on(2, '08:00')])
    expect(read(events).status).toMatchObject({
      kind: 'managed',
      ends: `${Number(monday.slice(0, 4)) + 1}${on(1, '23:59').slice(4)}`,
    })
    expect(read(events).next.map(({ id }) => id)).toEqual(['check-residence-2022'])
  })
  test('moved → 5 working days (26.2; 47.2); the term goes on from the move (43.3)', () => {
    const events = life([...managed], ['moved', on(2, '08:00'), { what: 'residence', to: 'xã bên' }])
    expect(step(events, 'hand-over')?.due).toBe(on(9, '23:59'))
    expect(step(events, 'take-over')).toBeUndefined()
  })
  test('used again → determination (27.1a); not addicted → a new year by the chair (43.2)', () => {
    const used = life([...managed], ['tested', on(2, '08:00'), positive])
    expect(step(used, 'ask-determination')?.source.vi).toBe('Luật 73/2021/QH14, Điều 27.1, 27.2')
    const again = [
      ...used,
      ...life(['determination-result', on(3, '08:00'), { result: 'not-addicted' }], ['managed-again', on(4, '08:00')]),
    ]
    expect(read(again).status?.ends).toBe(`${Number(monday.slice(0, 4)) + 1}${on(4, '23:59').slice(4)}`)
  })
  test('addicted while managed → stopped by the chair (48.1), sent in 3 working days (48.3)', () => {
    const events = life([...managed], ['determination-result', on(2, '08:00'), { result: 'addicted' }])
    expect(step(events, 'stop')).toMatchObject({ by: { vi: chair } })
    const stopped = [...events, ...life(['management-stopped', on(3, '08:00'), { reason: 'addicted' }])]
    expect(step(stopped, 'send-end')?.due).toBe(on(8, '23:59'))
  })
  test('addicted → registers (27.5c); how soon is not on record, and that is said', () => {
    const found = step(life([...addicted]), 'register')
    expect(found).toMatchObject({ state: 'open', source: { vi: 'Luật 73/2021/QH14, Điều 27.5c' } })
    expect(found?.due).toBeUndefined()
    expect(
      read(life([...addicted]))
        .toCheck.map(({ vi }) => vi)
        .join(),
    ).toContain('Thời hạn theo luật cũ chưa có trong tay')
  })
  test('at home for as many months as decided, 6 to 12 (30.2); the provider tells in 5 working days (30.7c); no monitoring', () => {
    const before = life([...addicted], ['registered', on(2, '08:00'), { form: 'home' }])
    const decided = (months: number) => event('home-decided', on(3, '08:00'), { months })
    expect(judgeEvent(adult, before, decided(24), '2026-06-01T08:00')).toMatchObject({ fault: 'term_outside_law' })
    const events = [...before, decided(6), ...life(['treatment-begun', on(4, '08:00')])]
    const { status, next } = read(events)
    expect(status?.ends?.slice(8, 10)).toBe(on(2, '').slice(8, 10))
    expect(next.find(({ id }) => id === 'tell')?.due).toBe(on(11, '23:59'))
    expect(next.map(({ id }) => id)).not.toContain('decide-monitoring')
  })
  test('quit → dossier (32, 33.1); 3 working days to read, then 1 to send on (34.2, 34.3); the court of that time (33.4)', () => {
    const events = [
      ...life(
        [...addicted],
        ['registered', on(1, '09:00'), { form: 'home' }],
        ['home-decided', on(1, '10:00'), { months: 6 }],
        ['treatment-begun', on(1, '11:00')],
      ),
      ...life(['treatment-quit', on(2, '08:00')]),
    ]
    expect(step(events, 'open-dossier')).toMatchObject({
      state: 'open',
      source: { vi: 'Luật 73/2021/QH14, Điều 32, 33.1, 34.1' },
    })
    const given = [
      ...events,
      ...life(
        ['dossier-opened', on(3, '08:00'), { path: 'adult', ground: 'quit' }],
        ['dossier-notice', on(3, '09:00'), { copy: true, to: 'person' }],
      ),
    ]
    expect(step(given, 'read')?.due).toBe(on(8, '23:59'))
    expect(readLife(adult, given, on(9, '08:00')).next.find(({ id }) => id === 'send')?.due).toBe(on(9, '23:59'))
    const sent = [...given, ...life(['dossier-sent', on(9, '09:00')])]
    const decision = event('court-decided', on(10, '09:00'), {
      outcome: 'applied',
      months: 12,
      paper: { number: '1', on: on(10, '').slice(0, 10), by: court },
    })
    expect(judgeEvent(adult, sent, decision, '2026-06-01T08:00')).toMatchObject({ ok: true })
    const other = court === 'district-court' ? 'regional-court' : 'district-court'
    const wrong = event('court-decided', on(10, '09:00'), {
      outcome: 'applied',
      months: 12,
      paper: { number: '1', on: on(10, '').slice(0, 10), by: other },
    })
    expect(judgeEvent(adult, sent, wrong, '2026-06-01T08:00')).toMatchObject({ fault: 'not_their_decision' })
  })
  test('post-rehabilitation: one year, two for adults after compulsory rehabilitation (40.1, 40.2)', () => {
    const years = (path: 'adult' | 'minor') => {
      const facts = path === 'minor' ? minor : adult
      const events = life(
        ['dossier-opened', on(0, '08:00'), { path, ground: 'quit' }],
        ['court-decided', on(1, '08:00'), { outcome: 'applied', months: 12 }],
        ['carried-out', on(2, '08:00'), { step: 'delivered' }],
        ['treatment-completed', on(3, '08:00')],
        ['after-decided', on(3, '09:00')],
      )
      return Number(read(events, facts as never).status?.ends?.slice(0, 4)) - Number(monday.slice(0, 4))
    }
    expect([years('adult'), years('minor')]).toEqual([2, 1])
  })
})

describe('the passage to the law of 2025', () => {
  const compulsory = (decided: string, delivered: string, months?: number) =>
    life(
      ['determination-result', '2026-05-04T08:00', { result: 'addicted' }],
      ['dossier-opened', '2026-05-11T08:00', { path: 'adult', ground: 'quit' }],
      ['dossier-notice', '2026-05-11T09:00', { copy: true, to: 'person' }],
      ['dossier-sent', '2026-05-18T09:00'],
      ['court-decided', decided, { outcome: 'applied', ...(months && { months }) }],
      ['carried-out', delivered, { step: 'delivered' }],
    )
  test('people in rehabilitation finish their old term, then post-rehabilitation by the new law (Luật 56.1)', () => {
    const events = [
      ...compulsory('2026-06-01T09:00', '2026-06-03T09:00', 12),
      ...life(['after-decided', '2027-05-10T09:00']),
    ]
    expect(readLife(adult, events, '2026-12-01T08:00').status).toMatchObject({
      kind: 'compulsory',
      period: 'from-2025-07',
      ends: '2027-06-03T23:59',
    })
    const later = readLife(adult, events, '2027-07-01T08:00')
    expect(later.status).toMatchObject({ kind: 'after', period: 'from-2026-07', ends: '2029-06-03T23:59' })
    expect(later.next.map(({ id }) => id)).toContain('decide-monitoring')
    expect(readLife(adult, events, '2026-12-01T08:00').next.find(({ id }) => id === 'centre-tells')?.due).toBe(
      '2027-05-04T23:59',
    )
  })
  test('a dossier opened before and decided after follows the new law (Luật 56.2)', () => {
    const events = compulsory('2026-07-10T09:00', '2026-07-12T09:00')
    expect(readLife(adult, events, '2026-12-01T08:00').status).toMatchObject({
      period: 'from-2026-07',
      ends: '2028-07-12T23:59',
    })
  })
  test('the longest is counted where an old decision does not say how many months, and that is said', () => {
    const read = readLife(adult, compulsory('2026-06-01T09:00', '2026-06-03T09:00'), '2026-12-01T08:00')
    expect(read.status?.ends).toBe('2028-06-03T23:59')
    expect(read.toCheck.map(({ vi }) => vi).join()).toContain('chưa ghi số tháng')
  })
  test('a term of management goes on; a new use is decided by the new law', () => {
    const events = life(
      ['managed', '2026-03-02T16:30'],
      ['tested', '2026-08-03T08:00', positive],
      ['determination-result', '2026-08-04T08:00', { result: 'not-addicted' }],
    )
    const { status, next } = readLife(adult, events, '2026-08-04T09:00')
    expect(status?.ends).toBe('2027-03-02T23:59')
    expect(next.find(({ id }) => id === 'decide-again')).toMatchObject({
      due: '2026-08-05T08:00',
      by: { vi: 'Trưởng Công an cấp xã' },
    })
  })
  test('a day before 2022 has no rules here: it is kept, and said so', () => {
    const old = event('tested', '2021-06-03T08:00', positive)
    expect(judgeEvent(adult, [], old, '2026-12-01T08:00')).toMatchObject({
      ok: true,
      warnings: [{ en: expect.stringContaining('Before 1 January 2022') }],
    })
    expect(
      readLife(adult, [old], '2026-12-01T08:00')
        .toCheck.map(({ en }) => en)
        .join(),
    ).toContain('before 1 January 2022')
  })
})
