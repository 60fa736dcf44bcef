import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Life, Link } from './links.ts'
import { type Figure, restate } from './restate.ts'
import { restateBack } from './restate-back.ts'

const day = (year: number) => `${year}-01-01`
const lived = (id: string, from: number, to: number | null): Life => ({
  id,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
})
const livesOf = (...lives: Life[]) => new Map(lives.map((life) => [life.id, life]))
const link = (year: number, from: string, to: string | null, share: number | null): Link => ({
  on: day(year),
  from,
  to,
  share,
  kind: 'merge',
})
const figure = (unitId: string, value: number | null, year = 2000): Figure => ({ unitId, on: day(year), value })
const resultOf = (units: readonly object[], unitId: string) =>
  units.find((unit) => 'unitId' in unit && unit.unitId === unitId)

test('two communes that merge are added up', () => {
  const lives = livesOf(lived('a', 1990, 2010), lived('b', 1990, 2010), lived('c', 2010, null))
  const { units } = restate(
    [figure('a', 30), figure('b', 12)],
    [link(2010, 'a', 'c', 1), link(2010, 'b', 'c', 1)],
    lives,
    day(2020),
  )
  expect(units).toEqual([{ unitId: 'c', value: 42 }])
})

test('an unknown share spoils both parts, says which unit and which day, and leaves the others alone', () => {
  const lives = livesOf(
    lived('a', 1990, 2010),
    lived('n', 1990, 2010),
    lived('x', 2010, null),
    lived('y', 2010, null),
    lived('z', 1990, null),
  )
  const { units } = restate(
    [figure('a', 30), figure('n', 12), figure('z', 5)],
    [link(2010, 'a', 'x', 1), link(2010, 'n', 'x', null), link(2010, 'n', 'y', null)],
    lives,
    day(2020),
  )
  const because = [{ unitId: 'n', on: day(2010), why: 'share-unknown' }]
  expect(resultOf(units, 'x')).toEqual({ unitId: 'x', cannot: 'cannot be restated', reason: 'share-unknown', because })
  expect(resultOf(units, 'y')).toEqual({ unitId: 'y', cannot: 'cannot be restated', reason: 'share-unknown', because })
  expect(resultOf(units, 'z')).toEqual({ unitId: 'z', value: 5 })
})

test('a unit that lost a part keeps the rest of its figure', () => {
  const lives = livesOf(lived('a', 1990, null), lived('b', 2010, null))
  const { units } = restate([figure('a', 100)], [link(2010, 'a', 'b', 0.25)], lives, day(2020))
  expect(resultOf(units, 'a')).toEqual({ unitId: 'a', value: 75 })
  expect(resultOf(units, 'b')).toEqual({ unitId: 'b', value: 25 })
})

test('a missing figure is missing in the sum too, never counted as nothing', () => {
  const lives = livesOf(lived('a', 1990, 2010), lived('b', 1990, 2010), lived('c', 2010, null))
  const { units } = restate(
    [figure('a', 30), figure('b', null)],
    [link(2010, 'a', 'c', 1), link(2010, 'b', 'c', 1)],
    lives,
    day(2020),
  )
  expect(units).toEqual([
    {
      unitId: 'c',
      cannot: 'cannot be restated',
      reason: 'no-figure',
      because: [{ unitId: 'b', on: null, why: 'no-figure' }],
    },
  ])
})

test('a unit that was counted itself on the day of the change has that count, not a sum', () => {
  const lives = livesOf(lived('a', 1990, 2010), lived('c', 2010, null))
  const { units } = restate([figure('a', 30), figure('c', 31, 2010)], [link(2010, 'a', 'c', 1)], lives, day(2020))
  expect(units).toEqual([{ unitId: 'c', value: 31 }])
})

test('a part from a unit outside, without a figure, spoils the unit that took it', () => {
  const lives = livesOf(lived('a', 1990, 2010), lived('o', 1990, null), lived('c', 2010, null))
  const { units } = restate([figure('a', 30)], [link(2010, 'a', 'c', 1), link(2010, 'o', 'c', 0.5)], lives, day(2020))
  expect(units).toEqual([
    {
      unitId: 'c',
      cannot: 'cannot be restated',
      reason: 'no-figure',
      because: [{ unitId: 'o', on: null, why: 'no-figure' }],
    },
  ])
})

test('a level that ended is said to have ended', () => {
  const lives = livesOf(lived('d', 1990, 2010))
  const { units } = restate([figure('d', 30)], [link(2010, 'd', null, null)], lives, day(2020))
  expect(units).toEqual([
    {
      unitId: 'd',
      cannot: 'cannot be restated',
      reason: 'level-removed',
      because: [{ unitId: 'd', on: day(2010), why: 'level-removed' }],
    },
  ])
})

test('back in time, parts of one unit are its sum, and what was mixed stays mixed', () => {
  const lives = livesOf(
    lived('a', 1990, 2010),
    lived('x', 2010, null),
    lived('y', 2010, null),
    lived('b', 1990, 2010),
    lived('c', 1990, 2010),
    lived('z', 2010, null),
  )
  const links = [
    link(2010, 'a', 'x', null),
    link(2010, 'a', 'y', null),
    link(2010, 'b', 'z', 1),
    link(2010, 'c', 'z', 1),
  ]
  const units = restateBack(
    [figure('x', 3, 2020), figure('y', 4, 2020), figure('z', 9, 2020)],
    links,
    lives,
    day(2020),
    day(2000),
  )
  expect(resultOf(units, 'a')).toEqual({ unitId: 'a', value: 7 })
  expect(resultOf(units, 'b')).toMatchObject({ cannot: 'cannot be restated', reason: 'mixed-since' })
  expect(resultOf(units, 'c')).toMatchObject({ cannot: 'cannot be restated', reason: 'mixed-since' })
})

/** Generations of units: each unit of one is shared out over some of the next, with the share of each known or not. */
const country = (known: boolean) =>
  fc
    .record({ generations: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 1, max: 6 }) })
    .chain(({ generations, size }) =>
      fc.record({
        size: fc.constant(size),
        generations: fc.constant(generations),
        values: fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: size, maxLength: size }),
        parts: fc.array(
          fc.array(
            fc.uniqueArray(
              fc.record({
                to: fc.integer({ min: 0, max: size - 1 }),
                weight: fc.integer({ min: 1, max: 9 }),
                unknown: known ? fc.constant(false) : fc.boolean(),
              }),
              { selector: (part) => part.to, minLength: 1, maxLength: 3 },
            ),
            { minLength: size, maxLength: size },
          ),
          { minLength: generations, maxLength: generations },
        ),
      }),
    )
    .map(({ size, generations, values, parts }) => {
      const year = (generation: number) => 2000 + generation * 5
      const name = (generation: number, index: number) => `${generation}.${index}`
      const lives = new Map<string, Life>()
      for (let generation = 0; generation <= generations; generation += 1)
        for (let index = 0; index < size; index += 1)
          lives.set(
            name(generation, index),
            lived(name(generation, index), year(generation), generation === generations ? null : year(generation + 1)),
          )
      const links = parts.flatMap((units, generation) =>
        units.flatMap((targets, index) => {
          const all = targets.reduce((sum, target) => sum + target.weight, 0)
          return targets.map((target) =>
            link(
              year(generation + 1),
              name(generation, index),
              name(generation + 1, target.to),
              target.unknown ? null : target.weight / all,
            ),
          )
        }),
      )
      // What has no predecessor begins with nothing, and says so.
      const reached = new Set(links.map((each) => each.to))
      const figures = [...lives.values()].flatMap((life) => {
        const [generation, index] = life.id.split('.').map(Number) as [number, number]
        if (generation === 0) return [figure(life.id, values[index] ?? 0)]
        return reached.has(life.id) ? [] : [figure(life.id, 0, year(generation))]
      })
      return { lives, links, figures, values }
    })

test('totals are kept whenever every share is known', () => {
  fc.assert(
    fc.property(country(true), ({ lives, links, figures, values }) => {
      const { units, unplaced } = restate(figures, links, lives, day(2100))
      const total = units.reduce((sum, unit) => sum + ('value' in unit ? unit.value : Number.NaN), unplaced)
      expect(total).toBeCloseTo(
        values.reduce((sum, value) => sum + value, 0),
        3,
      )
    }),
  )
})

test('an unknown share spoils exactly the units that it leads to', () => {
  fc.assert(
    fc.property(country(false), ({ lives, links, figures }) => {
      const { units } = restate(figures, links, lives, day(2100))
      const touched = new Set(links.filter((each) => each.share === null).map((each) => each.to as string))
      for (let grew = true; grew; ) {
        grew = false
        for (const each of links)
          if (touched.has(each.from) && !touched.has(each.to as string)) {
            touched.add(each.to as string)
            grew = true
          }
      }
      for (const unit of units) expect('cannot' in unit).toBe(touched.has(unit.unitId))
    }),
  )
})
