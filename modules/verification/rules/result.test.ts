// The draw can be made again by anybody; stand-ins come by rule; the lot passes by the count alone.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf, drawOf, seedOf } from './draw.ts'
import { whyNot } from './elsewhere.ts'
import { type Drawn, judge, mayRecord, outcomes, progressOf, toVisit } from './result.ts'

const members = Array.from({ length: 214 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)

describe('the draw', () => {
  const seed = seedOf('0192f000-0000-7000-8000-00000000000a', 'ab'.repeat(32))

  test('is what the words of the guide say, with any other tool', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const again = members.toSorted((one, other) => (sha256(`${seed}:${one}`) < sha256(`${seed}:${other}`) ? -1 : 1))
    expect(drawOf(seed, members, 19)).toEqual(again.slice(0, 19))
  })

  test('does not depend on the order of the list, and another seal draws others', () => {
    expect(drawOf(seed, members.toReversed(), 19)).toEqual(drawOf(seed, members, 19))
    expect(drawOf(seedOf('0192f000-0000-7000-8000-00000000000a', 'cd'.repeat(32)), members, 19)).not.toEqual(
      drawOf(seed, members, 19),
    )
    expect(digestOf(members)).not.toBe(digestOf(members.slice(1)))
  })

  test('gives everybody the same chance', () => {
    const few = members.slice(0, 10)
    const times = new Map(few.map((member) => [member, 0]))
    for (let turn = 0; turn < 2_000; turn += 1)
      for (const drawn of drawOf(seedOf('lot', String(turn)), few, 3)) times.set(drawn, (times.get(drawn) ?? 0) + 1)
    // 600 expected of each; six standard deviations on either side.
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(6 * Math.sqrt(2_000 * 0.3 * 0.7))
  })
})

const drawnAs = (...given: Drawn['outcome'][]): Drawn[] => given.map((outcome, at) => ({ position: at + 1, outcome }))

describe('the result', () => {
  test('whoever cannot be met is stood in for by the next of the reserve', () => {
    expect(toVisit(drawnAs(null, null, null, null), 2).map(({ position }) => position)).toEqual([1, 2])
    expect(toVisit(drawnAs('away', null, null, null), 2).map(({ position }) => position)).toEqual([1, 2, 3])
    expect(toVisit(drawnAs('away', 'moved', 'away', null), 2).map(({ position }) => position)).toEqual([1, 2, 3, 4])
  })

  test('nobody left to stand in counts as not confirmed', () => {
    expect(judge(drawnAs('confirmed', 'away', 'away'), 2, 0)).toEqual({
      outcome: 'failed',
      wrong: 1,
      denied: 0,
      unknown: 0,
      silent: 0,
      unmet: 1,
      stoodIn: 2,
    })
  })

  test('a lot is not judged while somebody is to be visited; then the count alone decides', () => {
    expect(judge(drawnAs('confirmed', null, 'confirmed'), 3, 1)).toBeUndefined()
    expect(judge(drawnAs('confirmed', 'denied', 'confirmed'), 3, 1)?.outcome).toBe('passed')
    expect(judge(drawnAs('silent', 'denied', 'unknown'), 3, 2)).toMatchObject({ outcome: 'failed', wrong: 3 })
  })

  test('one whose stand-in was visited stays; nobody outside the visits is written down', () => {
    expect(mayRecord(drawnAs('away', 'confirmed', 'denied', null), 2, 1, null)).toBe('stand_in_visited')
    expect(mayRecord(drawnAs('away', 'confirmed', null, null), 2, 1, 'confirmed')).toBeUndefined()
    expect(mayRecord(drawnAs('confirmed', null, null), 2, 3, 'confirmed')).toBe('not_to_visit')
  })

  test('however the visits go: as many are judged as were to be visited, and recording never loses a visit', () => {
    const given = fc.array(fc.constantFrom(null, ...outcomes), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(given, fc.nat(), fc.nat(), fc.constantFrom(null, ...outcomes), (list, some, which, outcome) => {
        const sample = 1 + (some % list.length)
        const start = toVisit(drawnAs(...list), sample)
        const drawn = drawnAs(...list).map((each) => (start.includes(each) ? each : { ...each, outcome: null }))
        const told = judge(drawn, sample, 2)
        const { visited, waiting } = progressOf(drawn, sample)
        expect(told === undefined).toBe(waiting > 0)
        if (told) {
          expect(told.wrong).toBe(told.denied + told.unknown + told.silent + told.unmet)
          expect(told.outcome === 'passed').toBe(told.wrong <= 2)
          expect(told.wrong).toBeLessThanOrEqual(sample)
        }
        const position = 1 + (which % list.length)
        if (mayRecord(drawn, sample, position, outcome)) return
        const then = drawn.map((each) => (each.position === position ? { ...each, outcome } : each))
        const before = drawn.find((each) => each.position === position)?.outcome ?? null
        const change = (outcome === null ? 0 : 1) - (before === null ? 0 : 1)
        expect(progressOf(then, sample).visited).toBe(visited + change)
      }),
    )
  })
})

test('a verifier comes from elsewhere, or is refused with the reason', () => {
  const good = { mayVisit: true, tookSignatures: false, fromThere: false }
  expect(whyNot(good)).toBeUndefined()
  expect(whyNot({ ...good, mayVisit: false })).toBe('may_not_visit')
  expect(whyNot({ ...good, tookSignatures: true })).toBe('took_signatures')
  expect(whyNot({ ...good, fromThere: true })).toBe('from_there')
})
