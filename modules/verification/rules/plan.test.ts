// Plans against tables that were printed, and what must hold of every plan and every bound.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, chanceOfAtLeast, chanceOfAtMost } from './hypergeometric.ts'
import { planOf, type Risks, reserveOf } from './plan.ts'

/** So large that drawing without putting back is as good as the binomial that the tables were made with. */
const endless = 1_000_000

describe('chances', () => {
  // WHO Bulletin (PMC3013262), table 1, after Grant and Leavenworth, Statistical Quality Control (1988): 80 % against 50 %.
  // Left out: n = 8, d = 2, where 0.17 is printed for 37/256.
  test.each([
    [12, 3, 0.2, 0.07],
    [12, 4, 0.07, 0.19],
    [14, 4, 0.13, 0.09],
    [14, 5, 0.04, 0.21],
    [19, 5, 0.16, 0.03],
    [19, 6, 0.07, 0.08],
    [19, 7, 0.02, 0.18],
    [28, 8, 0.09, 0.02],
    [28, 9, 0.04, 0.04],
  ])('n = %i, d = %i: provider risk %f, consumer risk %f', (sample, allowed, provider, consumer) => {
    // As printed: two places, of which some were cut off and not rounded.
    expect(Math.abs(chanceOfAtLeast(endless, endless * 0.2, sample, allowed + 1) - provider)).toBeLessThan(0.01)
    expect(Math.abs(chanceOfAtMost(endless, endless * 0.5, sample, allowed) - consumer)).toBeLessThan(0.01)
  })

  // Valadez, Assessing Child Survival Programs in Developing Countries (1991): 19 visits, thirty points apart.
  test.each([
    [0.95, 16],
    [0.9, 15],
    [0.85, 14],
    [0.8, 13],
    [0.75, 12],
    [0.7, 11],
    [0.65, 10],
    [0.6, 9],
    [0.55, 8],
    [0.5, 7],
  ])('of 19, coverage of %f needs %i that are right, and both risks stay below a tenth', (upper, right) => {
    const allowed = 19 - right
    expect(chanceOfAtLeast(endless, Math.round(endless * (1 - upper)), 19, allowed + 1)).toBeLessThanOrEqual(0.1)
    expect(chanceOfAtMost(endless, Math.round(endless * (1.3 - upper)), 19, allowed)).toBeLessThanOrEqual(0.1)
  })

  test('of small lots, counted by hand', () => {
    expect(chanceOfAtMost(10, 3, 4, 0)).toBeCloseTo(35 / 210, 12)
    expect(chanceOfAtMost(10, 3, 4, 1)).toBeCloseTo((35 + 105) / 210, 12)
    expect(chanceOfAtMost(5, 5, 2, 1)).toBe(0)
    expect(chanceOfAtLeast(7, 0, 3, 1)).toBe(0)
  })
})

const starting: Risks = { acceptable: 0.05, rejectable: 0.25, producer: 0.05, consumer: 0.1 }

describe('plans', () => {
  test('19 of an endless lot and 6 wrong is the smallest plan for 80 % against 50 % at 10 % each, as in the manuals', () => {
    const plan = planOf(endless, { acceptable: 0.2, rejectable: 0.5, producer: 0.1, consumer: 0.1 })
    expect([plan.sample, plan.allowed]).toEqual([19, 6])
  })

  test('with the risks that hold at the start: 19 of 214, and not more than 2', () => {
    expect(planOf(214, starting)).toMatchObject({ sample: 19, allowed: 2, goodUpTo: 10, badFrom: 54 })
  })

  test.each([
    [6, 4, 0],
    [17, 6, 0],
    [34, 12, 1],
    [100, 19, 2],
    [300, 25, 3],
    [3000, 25, 3],
  ])('of a lot of %i one visits %i, and %i may be wrong', (size, sample, allowed) => {
    const plan = planOf(size, starting)
    expect([plan.sample, plan.allowed]).toEqual([sample, allowed])
  })

  const risks = fc
    .record({
      acceptable: fc.integer({ min: 0, max: 40 }),
      apart: fc.integer({ min: 5, max: 50 }),
      producer: fc.integer({ min: 1, max: 20 }),
      consumer: fc.integer({ min: 1, max: 20 }),
    })
    .map(
      ({ acceptable, apart, producer, consumer }): Risks => ({
        acceptable: acceptable / 100,
        rejectable: (acceptable + apart) / 100,
        producer: producer / 100,
        consumer: consumer / 100,
      }),
    )

  test('every plan keeps both risks, for whatever number of wrong ones, and no smaller sample would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), risks, (size, stated) => {
        const plan = planOf(size, stated)
        const fails = (wrong: number) => chanceOfAtLeast(size, wrong, plan.sample, plan.allowed + 1)
        for (let wrong = 0; wrong <= plan.goodUpTo; wrong += 1)
          expect(fails(wrong)).toBeLessThanOrEqual(stated.producer + 1e-9)
        for (let wrong = plan.badFrom; wrong <= size; wrong += 7)
          expect(1 - fails(wrong)).toBeLessThanOrEqual(stated.consumer + 1e-9)
        expect(plan.sample + reserveOf(size, plan.sample)).toBeLessThanOrEqual(size)
        const less = plan.sample - 1
        for (let allowed = 0; allowed <= less; allowed += 1) {
          const keeps =
            chanceOfAtLeast(size, plan.goodUpTo, less, allowed + 1) <= stated.producer &&
            chanceOfAtMost(size, plan.badFrom, less, allowed) <= stated.consumer
          expect(keeps && less > 0).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('bounds', () => {
  test('all seen is all known; none wrong of 19 leaves room for some', () => {
    expect(boundsOf(40, 40, 3)).toEqual({ least: 3, most: 3 })
    expect(boundsOf(214, 19, 0).least).toBe(0)
    expect(boundsOf(214, 19, 0).most).toBeGreaterThan(20)
  })

  test('of an endless lot they are those of Clopper and Pearson', () => {
    // Exact binomial 95 % intervals, as printed in tables: 2 of 20 is 1.2 % to 31.7 %, 5 of 50 is 3.3 % to 21.8 %.
    for (const [sample, found, least, most] of [
      [20, 2, 0.0123, 0.317],
      [50, 5, 0.0333, 0.2181],
      [10, 0, 0, 0.3085],
    ] as const) {
      const bounds = boundsOf(endless, sample, found)
      expect(bounds.least / endless).toBeCloseTo(least, 3)
      expect(bounds.most / endless).toBeCloseTo(most, 3)
    }
  })

  test('whatever the lot holds, it lies within the bounds at least 95 times of 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, some, others) => {
        const sample = 1 + (some % size)
        const wrong = others % (size + 1)
        let held = 0
        for (let found = Math.max(0, sample - (size - wrong)); found <= Math.min(wrong, sample); found += 1) {
          const { least, most } = boundsOf(size, sample, found)
          const chance = chanceOfAtMost(size, wrong, sample, found) - chanceOfAtMost(size, wrong, sample, found - 1)
          if (least <= wrong && wrong <= most) held += chance
        }
        expect(held).toBeGreaterThanOrEqual(0.95 - 1e-9)
      }),
      { numRuns: 150 },
    )
  })
})
