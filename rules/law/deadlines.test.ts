import { describe, expect, test } from 'vitest'
import { dayBefore, runClock } from './clock.ts'
import { deadlines, deadlinesOn } from './deadlines.ts'
import { periodOn, periods } from './periods.ts'

test.each([
  ['2021-12-31', undefined],
  ['2022-01-01', 'from-2022'],
  ['2025-02-28', 'from-2022'],
  ['2025-03-01', 'from-2025-03'],
  ['2025-06-30', 'from-2025-03'],
  ['2025-07-01', 'from-2025-07'],
  ['2026-06-30', 'from-2025-07'],
  ['2026-07-01', 'from-2026-07'],
])('on %s the rules are those of %s', (day, id) => expect(periodOn(day)?.id).toBe(id))

test('each period says where it stands: its law, its decrees, who took over, and who is no more', () => {
  expect(Object.fromEntries(periods.map(({ id, sources }) => [id, sources.map(({ vi }) => vi)]))).toEqual({
    'from-2022': ['Luật 73/2021/QH14', 'Nghị định 105/2021/NĐ-CP', 'Nghị định 116/2021/NĐ-CP'],
    'from-2025-03': ['Luật 73/2021/QH14', 'Nghị định 02/2025/NĐ-CP', 'Thông tư liên tịch 03/2025'],
    'from-2025-07': ['Luật 73/2021/QH14', 'Nghị định 184/2025/NĐ-CP'],
    'from-2026-07': ['Luật 120/2025/QH15', 'Nghị định 163/2026/NĐ-CP'],
  })
  for (const { sources } of periods) for (const { en } of sources) expect(en).not.toMatch(/Luật|Nghị định|Thông tư/)
})

test('a day before 2022 has no rules here, rather than those of another time', () => {
  expect(deadlinesOn('2021-12-31')).toEqual([])
})

test('every period has its time limits, each with an id of its own and a source', () => {
  expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length)
  for (const { from } of periods) expect(deadlinesOn(from).length).toBeGreaterThan(8)
  for (const { source } of deadlines)
    expect(`${source.vi} | ${source.en}`).toMatch(/(Điều .*\| .*Art\.)|(phần .*\| Decree, on)/)
})

/** Began on Friday, 10 July 2026 at 08:00, the second week of the new law; or on Monday, 8 January 2024 under the old one. */
const expected: Record<string, string> = {
  'verify-residence': '2026-07-11T08:00',
  'verify-residence-remote': '2026-07-12T08:00',
  'send-notice': '2026-07-11T08:00',
  'send-notice-detection': '2026-07-11T08:00',
  'send-notice-registered': '2026-07-11T08:00',
  'decide-management': '2026-07-11T08:00',
  'management-term': '2027-07-10T23:59',
  'hand-over-file': '2026-07-11T08:00',
  'copy-of-suspension': '2026-07-11T08:00',
  'send-end': '2026-07-11T08:00',
  'register-voluntary': '2026-07-11T08:00',
  'start-voluntary': '2026-07-14T23:59',
  'decide-home': '2026-07-11T08:00',
  'provider-tells': '2026-07-11T08:00',
  'report-after-certificate': '2026-07-13T23:59',
  'public-centre-hop': '2026-07-11T08:00',
  'rehabilitation-first': '2028-07-10T23:59',
  'rehabilitation-again': '2029-07-10T23:59',
  'open-dossier': '2026-07-13T23:59',
  'dossier-limit': '2026-10-12T23:59',
  'read-dossier': '2026-07-15T23:59',
  'send-to-court': '2026-07-13T23:59',
  'answer-court': '2026-07-14T23:59',
  'carry-out': '2026-07-11T08:00',
  'centre-tells': '2026-06-10',
  'propose-after': '2026-07-14T23:59',
  'after-one-year': '2027-07-10T23:59',
  'after-two-years': '2028-07-10T23:59',
  certify: '2026-07-08',
  'check-residence': '2026-08-10T23:59',
  'certify-rehabilitation': '2026-07-09',
  'decide-monitoring': '2026-07-10T20:00',
  'decide-monitoring-asked': '2026-07-11T08:00',
  'fit-monitoring': '2026-07-11T08:00',
  'monitoring-two-years': '2028-07-10T23:59',
  'monitoring-one-year': '2027-07-10T23:59',
  'verify-residence-2022': '2024-01-11T23:59',
  'verify-residence-remote-2022': '2024-01-22T23:59',
  'decide-management-2022': '2024-01-11T23:59',
  'management-term-2022': '2025-01-08T23:59',
  'hand-over-file-2022': '2024-01-15T23:59',
  'send-notice-2022': '2024-01-11T23:59',
  'check-residence-2022': '2024-02-15T23:59',
  'send-end-2022': '2024-01-11T23:59',
  'provider-tells-2022': '2024-01-15T23:59',
  'read-dossier-2022': '2024-01-11T23:59',
  'send-dossier-2022': '2024-01-09T23:59',
  'dossier-limit-2022': '2024-04-08T23:59',
  'after-one-year-2022': '2025-01-08T23:59',
  'after-two-years-2022': '2026-01-08T23:59',
  'voluntary-shortest-2022': '2024-07-08T23:59',
  'voluntary-longest-2022': '2025-01-08T23:59',
  'minors-shortest-2022': '2024-07-08T23:59',
  'minors-longest-2022': '2025-01-08T23:59',
  'compulsory-shortest-2022': '2025-01-08T23:59',
  'compulsory-longest-2022': '2026-01-08T23:59',
}

describe('each of them, counted', () => {
  test('none is without its expected end', () => {
    expect(Object.keys(expected).sort()).toEqual(deadlines.map(({ id }) => id).sort())
  })
  test.each(deadlines.map((deadline) => [deadline.id, deadline] as const))('%s', (id, deadline) => {
    const start = deadline.periods.includes('from-2026-07') ? '2026-07-10T08:00' : '2024-01-08T08:00'
    if (deadline.back) return expect(dayBefore(deadline.clock.span, start)).toBe(expected[id])
    const run = runClock(deadline.clock, start, [])
    expect(run).toMatchObject({ state: 'ends', at: expected[id] })
  })
})
