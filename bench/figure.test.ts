import { expect, test } from 'vitest'
import { atLeast, atMost, linesOf, percentile, rounded } from './figure.ts'

test('a figure holds up to its limit', () => {
  expect([atMost('a', 50, 'ms', 50).holds, atMost('a', 50.1, 'ms', 50).holds]).toEqual([true, false])
})

test('the 95th percentile is a measured value, the largest of few', () => {
  expect(percentile([3, 1, 2], 0.95)).toBe(3)
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95)
  expect(percentile([4, 1], 0.5)).toBe(1)
  expect(percentile([], 0.5)).toBeNaN()
})

test('figures are rounded for reading', () => {
  expect(rounded(1.26)).toBe(1.3)
  expect(rounded(1.118, 2)).toBe(1.12)
})

test('figures are printed beside their limits; for a program the last line is one object of JSON', () => {
  const figures = [atMost('p95_ms', 38.4, 'ms', 50), atLeast('found_ratio', 0.8, 'ratio', 0.95)]
  const forPeople = linesOf('home', figures, { json: false })
  expect(forPeople).toEqual([
    '✓ p95_ms                        38.4 ms   ≤ 50 ms',
    '✗ found_ratio                       0.8   ≥ 0.95',
  ])
  const [last, ...others] = linesOf('home', figures, { json: true }).reverse()
  expect(others.reverse()).toEqual(forPeople)
  expect(last).toBe(
    '{"bench":"home","figures":[{"name":"p95_ms","value":38.4,"unit":"ms","limit":50,"holds":true},' +
      '{"name":"found_ratio","value":0.8,"unit":"ratio","limit":0.95,"holds":false}]}',
  )
})
