// A clock that is set back makes no copy younger.

import { expect, test } from 'vitest'
import { isOver, type Seen, seenAtContact, seenNow } from './age.ts'

const day = 86_400_000
const contact = Date.parse('2024-11-12T08:00:00.000Z')
const after = (days: number): number => contact + Math.round(days * day)
const expiresAt = new Date(after(7)).toISOString()

/** The age in days at each look, and whether the copies are over by then. */
function looks(...clock: number[]): [number, boolean][] {
  let seen: Seen = seenAtContact(contact)
  return clock.map((days) => {
    seen = seenNow(seen, after(days))
    return [Math.round((10 * (seen.latest - contact)) / day) / 10, isOver(expiresAt, seen)]
  })
}

test('a clock that runs right ages the copies day by day, and they are over after seven', () => {
  expect(looks(0, 3, 6.9, 7)).toEqual([
    [0, false],
    [3, false],
    [6.9, false],
    [7, true],
  ])
})

test('set back once or again, the age stays, and runs on from there', () => {
  expect(looks(6, -30, -29.5, -29)).toEqual([
    [6, false],
    [6, false],
    [6.5, false],
    [7, true],
  ])
  expect(looks(3, 0, 2, 0, 2)).toEqual([
    [3, false],
    [3, false],
    [5, false],
    [5, false],
    [7, true],
  ])
})

test('set back by less than has passed since the last look it is only late; set right again it is believed', () => {
  expect(looks(2, 1, 4)).toEqual([
    [2, false],
    [2, false],
    [4, false],
  ])
  // An empty battery: the phone wakes up years ago, and is set right hours later.
  expect(looks(1, -4_000, -3_999.9, 1.2)).toEqual([
    [1, false],
    [1, false],
    [1.1, false],
    [1.2, false],
  ])
})

test('what the office says counts from the clock as it is then', () => {
  const seen = seenNow(seenNow(seenAtContact(after(0)), after(5)), after(-5))
  expect(seen).toEqual({ latest: after(5), behind: 10 * day })
  expect(seenNow(seenAtContact(after(-5)), after(-4))).toEqual({ latest: after(-4), behind: 0 })
})
