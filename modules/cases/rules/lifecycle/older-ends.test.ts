// How things end under the law of 2021, in each of its three periods: completion, certificate, off the list, care while a dossier
// is made, what is not carried out, and the end of a year. Each names its article.

import { describe, expect, test } from 'vitest'
import { adult, event, expectRefused, life } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { judgeEvent, readLife } from '../../rules.ts'

const now = '2030-12-01T08:00'
const chair = 'Chủ tịch UBND cấp xã'
const law = 'Luật 73/2021/QH14, Điều'
const decree = 'Nghị định 105/2021/NĐ-CP, Điều'
const sanctions = 'Luật Xử lý vi phạm hành chính, Điều'

/** A Monday in each; six months of rehabilitation end in the same period. */
const periods = [
  ['từ 01/01/2022', '2024-06-03', 'district-court'],
  ['từ 01/3/2025', '2025-03-03', 'district-court'],
  ['từ 01/7/2025', '2025-10-06', 'regional-court'],
] as const

describe.each(periods)('%s', (_, monday, court) => {
  const on = (day: number, time: string) =>
    `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + day).padStart(2, '0')}T${time}`
  const later = (months: number, day: number) => {
    const at = new Date(`${monday}T00:00:00Z`)
    at.setUTCMonth(at.getUTCMonth() + months)
    at.setUTCDate(at.getUTCDate() + day)
    return at.toISOString().slice(0, 10)
  }
  const stepOf = (events: FileEvent[], at: string, id: string) =>
    readLife(adult, events, at).next.find((step) => step.id === id)
  const addicted = life(['determination-result', on(0, '08:00'), { result: 'addicted' }])
  const home = [
    ...addicted,
    ...life(
      ['registered', on(0, '09:00'), { form: 'home' }],
      ['home-decided', on(0, '10:00'), { months: 6 }],
      ['treatment-begun', on(0, '11:00')],
    ),
  ]
  const opened = [
    ...home,
    ...life(['treatment-quit', on(1, '08:00')], ['dossier-opened', on(2, '08:00'), { path: 'adult', ground: 'quit' }]),
  ]
  const paper = (day: string, by: 'district-court' | 'regional-court' | 'centre' | 'chair' | 'police-head') => ({
    number: '1',
    on: day,
    by,
  })
  const decided = [
    ...opened,
    ...life(
      ['dossier-notice', on(2, '09:00'), { copy: false, to: 'person' }],
      ['dossier-sent', on(10, '09:00')],
      [
        'court-decided',
        on(11, '09:00'),
        { outcome: 'applied', months: 12, paper: paper(on(11, '').slice(0, 10), court) },
      ],
    ),
  ]

  test('rehabilitation is certified by whoever gave it, at its end and not before (30.5c, 31.4, 35.6c)', () => {
    expect(stepOf(home, on(1, '08:00'), 'certify-rehabilitation')).toMatchObject({
      by: { vi: 'Người đứng đầu cơ sở cai nghiện, trường giáo dưỡng' },
      source: { vi: `${law} 30.5c, 31.4, 35.6c` },
    })
    const early = event('treatment-completed', `${later(6, -3)}T09:00`)
    expectRefused(home, early, 'term_not_over', `${law} 30.2, 31.1, 33.3; ${sanctions} 95`)
    const done = event('treatment-completed', `${later(6, 0)}T09:00`)
    expect(judgeEvent(adult, home, done, now)).toMatchObject({ ok: true })
    const after = readLife(adult, [...home, done], `${later(6, 0)}T10:00`)
    expect(after.status).toBeUndefined()
    expect(after.next.find(({ id }) => id === 'decide-after')).toMatchObject({
      by: { vi: chair },
      source: { vi: `${law} 40.5` },
    })
  })
  test('completed of their own will: off the list of addicts by the chair (43.3)', () => {
    const done = [...home, event('treatment-completed', `${later(6, 0)}T09:00`)]
    expect(stepOf(done, `${later(6, 0)}T10:00`, 'take-off-list')).toMatchObject({
      by: { vi: chair },
      source: { vi: `${law} 43.3` },
    })
    const off = event('off-list', `${later(6, 1)}T09:00`, { reason: 'completed' })
    expect(judgeEvent(adult, done, off, now)).toMatchObject({ ok: true })
    expectRefused(home, event('off-list', on(3, '09:00'), { reason: 'completed' }), 'no_ground', `${law} 26.3, 43.3`)
  })
  test('off the list of users: not before management is over (26.3)', () => {
    const managed = life(['managed', on(0, '08:00')])
    expectRefused(
      managed,
      event('off-list', on(3, '09:00'), { reason: 'served' }),
      'term_not_over',
      `${law} 26.3, 43.3`,
    )
    const prison = [...managed, ...life(['imprisoned', on(2, '09:00')])]
    expect(judgeEvent(adult, prison, event('off-list', on(3, '09:00'), { reason: 'prison' }), now)).toMatchObject({
      ok: true,
    })
  })
  test('post-rehabilitation is certified by the chair when it is served, not before (43.3a)', () => {
    const after = life(['after-decided', on(0, '08:00')])
    const early = event('after-certified', on(3, '09:00'))
    expectRefused(after, early, 'term_not_over', `${law} 43.3a`)
    // Where its end lies under the law of 2025, that law says within which days.
    const certify = stepOf(after, on(1, '08:00'), 'certify')
    const ends = later(12, 0)
    if (ends < '2026-07-01') {
      expect(certify).toMatchObject({ by: { vi: chair }, source: { vi: `${law} 43.3a` } })
      const served = event('after-certified', `${ends}T09:00`)
      expect(judgeEvent(adult, after, served, now)).toMatchObject({ ok: true })
      expect(readLife(adult, [...after, served], `${ends}T10:00`).status).toMatchObject({
        kind: 'ended',
        reason: 'served',
      })
    } else expect(certify).toMatchObject({ by: { vi: chair }, source: { vi: 'Nghị định, Điều 138' } })
  })
  test('a year of management is over: ended by whoever decides on that day (26.3a, 48.2; from 01/7/2026 Luật 27.3a)', () => {
    const managed = life(['managed', on(0, '08:00')])
    const end = stepOf(managed, `${later(12, 1)}T08:00`, 'end')
    if (later(12, 1) < '2026-07-01')
      expect(end).toMatchObject({ by: { vi: chair }, source: { vi: `${law} 26.3a; ${decree} 48.2` } })
    else
      expect(end).toMatchObject({
        by: { vi: 'Trưởng Công an cấp xã' },
        source: { vi: 'Luật, Điều 27.3a; Nghị định, Điều 63.3' },
      })
  })
  test('care while the dossier is made (35.4c), for nobody who has none; its time counts', () => {
    const care = event('custody-decided', on(3, '09:00'))
    expect(judgeEvent(adult, opened, care, now)).toMatchObject({ ok: true })
    expectRefused(home, event('custody-decided', on(1, '07:00')), 'no_standing', `${law} 35.4c`)
    const admitted = [...decided, care, ...life(['carried-out', on(13, '09:00'), { step: 'delivered' }])]
    const clock = readLife(adult, admitted, on(14, '08:00')).clocks.find(
      ({ kind, state }) => kind === 'term' && state === 'running',
    )
    expect(clock).toMatchObject({ credited: 10 })
  })
  test('no capacity, pregnant, a small child: not applied (96.2); postponed or exempted from (111)', () => {
    const dossier = event('dossier-opened', on(2, '08:00'), { path: 'adult', ground: 'quit' })
    const quit = [...home, ...life(['treatment-quit', on(1, '08:00')])]
    const since = [{ from: '2024-01-01' }]
    expectRefused(quit, dossier, 'protected', `${sanctions} 96.2a`, { ...adult, noCapacity: since })
    expectRefused(quit, dossier, 'protected', `${sanctions} 96.2b, 111.2`, { ...adult, sex: 'female', pregnant: since })
    expectRefused(quit, dossier, 'protected', `${sanctions} 96.2c`, { ...adult, caresForChildUnder36Months: since })
    const postponed = event('execution-changed', on(12, '09:00'), { change: 'postponed', reason: 'gravely-ill' })
    expect(judgeEvent(adult, decided, postponed, now)).toMatchObject({ ok: true })
    const waits = readLife(adult, [...decided, postponed], on(13, '09:00'))
    expect(waits.status).toMatchObject({ kind: 'compulsory', suspendedBy: postponed.id })
    expect(waits.next.map(({ id }) => id)).not.toContain('carry-out')
    const exempted = event('execution-changed', on(12, '10:00'), { change: 'exempted', reason: 'pregnant' })
    expect(readLife(adult, [...decided, exempted], on(13, '09:00')).status).toMatchObject({
      kind: 'ended',
      reason: 'exempted',
    })
    expectRefused(home, postponed, 'no_standing', `${law} 39; ${sanctions} 111, 112`)
  })
})
