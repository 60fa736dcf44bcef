// The stages of a file as a table: what is known of it, the day, and what follows.

import { describe, expect, test } from 'vitest'
import { calendarOf, vietnam } from '../calendar/working-days.ts'
import { lengthOn, lengthRuleIds, lengthRules, type SetLength } from './lengths.ts'
import { acknowledgeDue, answerDue, extendedDue } from './requests.ts'
import { type Hold, type KeptFile, retentionOf } from './retention.ts'

const file = (part: Partial<KeptFile> = {}): KeptFile => ({
  keptAs: 'user',
  settledOn: '2026-01-31',
  restrictedOn: null,
  erasedOn: null,
  ...part,
})
const hold = (from: string, until: string | null = null): Hold => ({ id: 'h', from, until })

test.each([
  ['work goes on', file({ settledOn: null }), '2040-01-01', [], 'open'],
  ['the day it ended', file(), '2026-01-31', [], 'ended'],
  ['the last day of grace', file(), '2026-03-02', [], 'ended'],
  ['the day after', file(), '2026-03-03', [], 'restricted'],
  ['restricted earlier, as the person asked', file({ restrictedOn: '2026-02-05' }), '2026-02-05', [], 'restricted'],
  ['the last day of five years', file(), '2031-01-31', [], 'restricted'],
  ['the day after those', file(), '2031-02-01', [], 'due'],
  ['due, and held', file(), '2031-02-01', [hold('2030-01-01')], 'restricted'],
  ['due, and held until yesterday', file(), '2031-02-01', [hold('2030-01-01', '2031-01-31')], 'due'],
  ['due, and held until today', file(), '2031-02-01', [hold('2030-01-01', '2031-02-01')], 'restricted'],
  ['a hold that begins later', file(), '2031-02-01', [hold('2031-02-02')], 'due'],
  ['nothing was ever decided', file({ keptAs: 'nothing-decided' }), '2027-02-01', [], 'due'],
  ['voluntary rehabilitation', file({ keptAs: 'rehabilitation' }), '2036-01-31', [], 'restricted'],
  ['compulsory rehabilitation', file({ keptAs: 'compulsory' }), '2046-02-01', [], 'due'],
  ['not read yet counts as the longest', file({ keptAs: null }), '2046-01-31', [], 'restricted'],
  ['erased stays erased', file({ erasedOn: '2031-02-09' }), '2031-02-01', [hold('2030-01-01')], 'erased'],
] as const)('%s', (_, given, today, holds, stage) => {
  expect(retentionOf(given, today, holds, []).stage).toBe(stage)
})

test('it says from when, why, and what has to be checked', () => {
  const { restrictedFrom, dueFrom, because } = retentionOf(file(), '2026-02-01', [], [])
  expect({ restrictedFrom, dueFrom }).toEqual({ restrictedFrom: '2026-03-03', dueFrom: '2031-02-01' })
  expect(because.map(({ rule, toCheck }) => [rule, toCheck !== undefined])).toEqual([
    ['grace', true],
    ['keep-user', true],
  ])
})

describe('what an administrator entered', () => {
  const set: SetLength[] = [
    { rule: 'keep-user', from: '2027-01-01', span: { count: 24, unit: 'months' }, ground: 'Thông tư A, Điều 5' },
    { rule: 'keep-user', from: '2026-06-01', span: { count: 36, unit: 'months' }, ground: 'Thông tư B, Điều 5' },
  ]
  test.each([
    ['2026-05-31', 60, true],
    ['2026-06-01', 36, false],
    ['2027-01-01', 24, false],
  ])('holds on %s: %i months', (day, count, toCheck) => {
    const length = lengthOn('keep-user', day, set)
    expect([length.span.count, length.toCheck !== undefined]).toEqual([count, toCheck])
  })
  test('is for files that ended before it, too', () => {
    expect(retentionOf(file(), '2028-02-01', [], set).stage).toBe('due')
    expect(retentionOf(file(), '2026-12-31', [], set).dueFrom).toBe('2029-02-01')
  })
  test('a file is not erased before it was restricted', () => {
    const short: SetLength[] = [
      { rule: 'keep-user', from: '2026-01-01', span: { count: 1, unit: 'days' }, ground: 'x' },
    ]
    expect(retentionOf(file(), '2026-02-03', [], short)).toMatchObject({ stage: 'ended', dueFrom: '2026-03-03' })
  })
})

test('each rule names its source in both languages', () => {
  for (const rule of lengthRuleIds) {
    const { what, begins, source } = lengthRules[rule]
    for (const words of [what, begins, source]) expect([words.vi, words.en], rule).not.toContain('')
  }
})

const counting = (set: readonly SetLength[] = [], calendar = vietnam) => ({ set, calendar })
test.each([
  // 10 days after 16/11/2026 is a Thursday; after 19/11 a Sunday, so the Monday.
  ['statement', '2026-11-16T09:30', '2026-11-26T23:59'],
  ['statement', '2026-11-19T09:30', '2026-11-30T23:59'],
  ['correction', '2026-11-16T09:30', '2026-11-26T23:59'],
  // 15 days after 13/11 are a Saturday.
  ['restriction', '2026-11-13T09:30', '2026-11-30T23:59'],
  ['restriction', '2026-11-16T09:30', '2026-12-01T23:59'],
  ['erasure', '2026-11-16T09:30', '2026-12-07T23:59'],
  ['complaint', '2026-11-16T09:30', '2026-12-16T23:59'],
] as const)('%s received %s is answered by %s', (kind, received, at) => {
  expect(answerDue(kind, received, counting()).at).toBe(at)
})
test('a time in hours or working days is counted as such', () => {
  const set = (count: number, unit: 'hours' | 'working-days'): SetLength[] => [
    { rule: 'answer-statement', from: '2026-01-01', span: { count, unit }, ground: 'x' },
  ]
  expect(answerDue('statement', '2026-11-20T09:30', counting(set(72, 'hours'))).at).toBe('2026-11-23T09:30')
  expect(answerDue('statement', '2026-11-20T09:30', counting(set(2, 'working-days'))).at).toBe('2026-11-24T23:59')
})

test.each([
  // Two working days after a Friday are the Tuesday; a complaint is taken on within ten days, here a Sunday, so the Monday.
  ['statement', '2026-11-20T16:30', '2026-11-24T23:59'],
  ['correction', '2026-11-16T09:30', '2026-11-18T23:59'],
  ['restriction', '2026-11-16T09:30', '2026-11-18T23:59'],
  ['erasure', '2026-11-16T09:30', '2026-11-18T23:59'],
  ['complaint', '2026-11-19T09:30', '2026-11-30T23:59'],
] as const)('%s received %s is acknowledged by %s', (kind, received, at) => {
  expect(acknowledgeDue(kind, received, counting()).at).toBe(at)
})
test('more time is counted from the first end, by the rules of the day on which it came', () => {
  const set: SetLength[] = [
    { rule: 'extend-statement', from: '2026-11-20', span: { count: 5, unit: 'days' }, ground: 'x' },
  ]
  const first = answerDue('statement', '2026-11-16T09:30', counting(set)).at
  expect(extendedDue('statement', '2026-11-16T09:30', first, counting(set)).at).toBe('2026-12-07T23:59')
  expect(extendedDue('statement', '2026-11-20T09:30', '2026-11-30T23:59', counting(set))).toMatchObject({
    at: '2026-12-07T23:59',
    because: { span: { count: 5 } },
  })
})

test('a year that was entered is counted by in each of the three', () => {
  const calendar = calendarOf([
    {
      year: 2026,
      source: 'x',
      announced: true,
      off: ['2026-11-24', '2026-11-26', '2026-12-07'],
      worked: ['2026-11-21'],
    },
  ])
  const by = counting([], calendar)
  // Two working days after Friday 20/11: Saturday 21/11 is worked, Monday; after Monday 23/11: Wednesday, Friday.
  expect(acknowledgeDue('statement', '2026-11-20T16:30', by).at).toBe('2026-11-23T23:59')
  expect(acknowledgeDue('correction', '2026-11-23T09:30', by).at).toBe('2026-11-27T23:59')
  // The last day of ten is free.
  expect(answerDue('statement', '2026-11-16T09:30', by).at).toBe('2026-11-27T23:59')
  expect(extendedDue('statement', '2026-11-16T09:30', '2026-11-27T23:59', by).at).toBe('2026-12-08T23:59')
})
