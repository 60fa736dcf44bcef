// Time that is left: in words, and whether it presses.

import { expect, test } from 'vitest'
import { inLanguage } from '../../../platform/contract/words.ts'
import { leftWords, momentOfInstant, pressingOf, untilWords } from './left.ts'

const w = inLanguage(leftWords, 'vi')
const now = '2026-11-23T09:12'

test.each([
  ['2026-11-23T15:12', 'còn 6 giờ', 'soon'],
  ['2026-11-23T09:40', 'còn 28 phút', 'soon'],
  ['2026-11-25T09:11', 'còn 47 giờ', 'soon'],
  ['2026-11-26T09:12', 'còn 3 ngày', 'soon'],
  ['2026-11-27T09:12', 'còn 4 ngày', 'ontime'],
  ['2026-11-23T09:11', 'trễ 1 phút', 'late'],
  ['2026-11-20T09:12', 'trễ 3 ngày', 'late'],
])('due %s is %s', (due, words, pressing) => {
  expect(untilWords(now, due, w)).toBe(words)
  expect(pressingOf(now, due)).toBe(pressing)
})

test('a term presses a month before it runs out', () => {
  expect(pressingOf(now, '2026-12-22T09:12', 'term')).toBe('soon')
  expect(pressingOf(now, '2027-01-22T09:12', 'term')).toBe('ontime')
})

test('an instant is told by the clock on the wall in Viet Nam', () => {
  expect(momentOfInstant('2026-12-31T17:00:00Z')).toBe('2027-01-01T00:00')
})
