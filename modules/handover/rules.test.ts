// What is decided of a hand-over from its facts alone, as tables.

import { expect, test } from 'vitest'
import { answerDue, isHandOver, remindersBy, statementOf, toldOf } from './rules.ts'

test('an answer is due 24 hours after the sending, day and night', () =>
  expect(answerDue('2026-12-31T22:10')).toBe('2027-01-01T22:10'))

test('the limits of the law of today and of before are known', () =>
  expect(['hand-over-file', 'hand-over-file-2022', 'management-term'].map(isHandOver)).toEqual([true, true, false]))

test.each([
  ['2026-11-27T09:59', []],
  ['2026-11-27T10:00', ['head']],
  ['2026-11-27T21:59', ['head']],
  ['2026-11-27T22:00', ['head', 'province']],
])('due at 10:00, at %s reminded: %o', (now, levels) => expect(remindersBy('2026-11-27T10:00', now)).toEqual(levels))

test('who resides somewhere and stays elsewhere: both are told, the one gets the file', () => {
  expect(toldOf('a', null)).toEqual([{ unitId: 'a', why: 'residence' }])
  expect(toldOf('a', 'a')).toEqual([{ unitId: 'a', why: 'residence' }])
  expect(toldOf('a', 'b')).toEqual([
    { unitId: 'a', why: 'residence' },
    { unitId: 'b', why: 'stay' },
  ])
})

test('a receipt names what it is of: another pack, digest, place, decision or time is another receipt', () => {
  const facts = {
    ...{ sendingId: 's', number: 'PC-2026-0001', digest: 'd', fromId: 'f', toId: 't' },
    ...{ decision: 'accepted' as const, at: '2026-11-27T03:00:00.000Z' },
  }
  const others = [
    { sendingId: 'x' },
    { digest: 'x' },
    { fromId: 'x' },
    { toId: 'x' },
    { decision: 'returned' as const },
    { at: 'x' },
  ]
  const all = [facts, ...others.map((part) => ({ ...facts, ...part }))].map(statementOf)
  expect(new Set(all).size).toBe(all.length)
})
