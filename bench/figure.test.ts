import { expect, test } from 'vitest'
import { atMost, percentile, rounded } from './figure.ts'

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
