// What makes one ask how a lot was signed, and what does not: a meeting, a stack of papers, a few households.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ink } from '../../commitments/contract.ts'
import { patternsOf, type Signed } from './patterns.ts'

const start = Date.parse('2024-11-12T08:00:00+07:00')
const minute = 60_000

function signedEach(count: number, everyMinutes: number, over: (at: number) => Partial<Signed> = () => ({})): Signed[] {
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    way: 'ink',
    at: start + at * everyMinutes * minute,
    on: '2024-11-12',
    deviceId: null,
    ink: null,
    ...over(at),
  }))
}
const namesOf = (signed: Signed[], roster: number | null = null) =>
  patternsOf(signed, roster).map(({ pattern }) => pattern)

describe('all in one hour', () => {
  test('is asked about from fifteen on', () => {
    expect(namesOf(signedEach(20, 2))).toEqual(['one-hour'])
    expect(patternsOf(signedEach(20, 2), null)[0]).toMatchObject({ signatures: 20, minutes: 38 })
    expect(namesOf(signedEach(14, 2))).toEqual([])
    expect(namesOf(signedEach(20, 4))).toEqual([])
  })
  test('a meeting and papers are not', () => {
    expect(namesOf(signedEach(40, 1, () => ({ way: 'meeting' })))).toEqual([])
    expect(namesOf(signedEach(40, 0, () => ({ way: 'paper' })))).toEqual([])
  })
})

describe('all at once overnight', () => {
  const mixed = (first: number, rest: number, way = 'paper') =>
    signedEach(first + rest, 0, (at) => ({ way, on: at < first ? '2024-11-02' : '2024-11-12' }))
  test('less than half the evening before, all the day after', () => {
    expect(namesOf(mixed(10, 20), 30)).toEqual(['overnight'])
    expect(patternsOf(mixed(10, 20), 30)[0]).toMatchObject({ signatures: 20, of: 30, day: '2024-11-12' })
  })
  test('not when half had signed, some are missing, a meeting was held, or nobody knows of how many', () => {
    expect(namesOf(mixed(15, 15), 30)).toEqual([])
    expect(namesOf(mixed(10, 19), 30)).toEqual([])
    expect(namesOf(mixed(10, 20, 'meeting'), 30)).toEqual([])
    expect(namesOf(mixed(10, 20), null)).toEqual([])
  })
})

test('one device faster than anybody walks; two devices, or a walk, are not', () => {
  const fast = signedEach(26, 0.19, () => ({ deviceId: 'one' }))
  const early = signedEach(2, 600, () => ({ deviceId: 'two', at: start - 5 * 3_600_000 }))
  expect(namesOf([...fast, ...early])).toEqual(['one-device'])
  expect(namesOf([...signedEach(26, 0.19, (at) => ({ deviceId: at % 2 ? 'one' : 'two' })), ...early])).toEqual([])
  expect(namesOf([...signedEach(40, 2, () => ({ deviceId: 'one' })), ...early])).toEqual([])
})

describe('the same ink', () => {
  const hand = (seed: number): Ink => {
    const wave = Array.from({ length: 40 }, (_, at): [number, number] => [
      100 + at * 15,
      300 + Math.round(120 * Math.sin(at / (2 + (seed % 5)) + seed) + 40 * Math.cos(at * (0.2 + seed / 17))),
    ])
    return seed % 2 ? [wave] : [wave.slice(0, 20), wave.slice(20)]
  }
  const movedBy = (ink: Ink, x: number, y: number): Ink => ink.map((stroke) => stroke.map(([a, b]) => [a + x, b + y]))

  test('three times alike, wherever on the pad and however large, is asked about; twice is not', () => {
    const spread = (inks: Ink[]) => signedEach(inks.length, 600, (at) => ({ ink: inks[at] as Ink }))
    const one = hand(3)
    const larger: Ink = one.map((stroke) => stroke.map(([x, y]) => [x * 1.3, y * 1.3]))
    expect(namesOf(spread([hand(1), hand(2), one, movedBy(one, 20, -30), larger]))).toEqual(['same-ink'])
    expect(namesOf(spread([hand(1), hand(2), one, movedBy(one, 20, -30)]))).toEqual([])
    expect(namesOf(spread([1, 2, 3, 4, 5, 6, 7, 8, 9].map(hand)))).toEqual([])
  })

  test('whatever the ink is, three copies are found among others and nothing breaks', () => {
    const stroke = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 600 })), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(fc.array(stroke, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (inks) => {
        const copied = [hand(6), hand(6), hand(6), ...inks]
        const found = patternsOf(
          copied.map((ink, at) => ({
            ...(signedEach(1, 0)[0] as Signed),
            id: String(at),
            at: start + at * 3_600_000,
            ink,
          })),
          null,
        )
        expect(found.find(({ pattern }) => pattern === 'same-ink')?.signatures).toBeGreaterThanOrEqual(3)
      }),
    )
  })
})
