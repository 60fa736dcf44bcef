import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, readWhole, writeNumber } from './number.ts'

test('what is no number is never taken for an empty field, nor for another number', () => {
  for (const typed of [
    '5/7',
    '7 thôn',
    '50%',
    '-1',
    '1e3',
    'NaN',
    '1,2,3',
    '1.23.456',
    '12.34,5',
    '1 2',
    '1..5',
    ',5',
    '½',
  ])
    for (const language of ['vi', 'en'] as const) {
      expect(readNumber(typed, language), typed).toBeNaN()
      expect(readWhole(typed), typed).toBeNaN()
    }
  for (const typed of ['1,5', '97.5', '1.234,5', '0.500', '1,00']) expect(readWhole(typed), typed).toBeNaN()
  for (const typed of ['', '  ']) expect([readNumber(typed, 'vi'), readWhole(typed)]).toEqual([null, null])
})

test('each language groups and divides in its own way; the language decides only where both could be meant', () => {
  expect([readNumber('1.234,5', 'vi'), readNumber('1,234.5', 'en')]).toEqual([1234.5, 1234.5])
  expect([readNumber('1.234', 'vi'), readNumber('1.234', 'en')]).toEqual([1234, 1.234])
  expect([readNumber('1,000', 'en'), readNumber('1,000', 'vi')]).toEqual([1000, 1])
  for (const language of ['vi', 'en'] as const)
    expect(
      ['97,5', '97.5', '0.125', '1.234.567', '1 234 567', ' 11 '].map((typed) => readNumber(typed, language)),
    ).toEqual([97.5, 97.5, 0.125, 1234567, 1234567, 11])
  expect(['1.000', '1,000', '1 000', '1000', '0', '007'].map(readWhole)).toEqual([1000, 1000, 1000, 1000, 0, 7])
})

test('what is written into a field reads back as the same number', () => {
  const thousandths = fc.integer({ min: 0, max: 2_000_000_000 }).map((n) => n / 1000)
  fc.assert(
    fc.property(thousandths, fc.constantFrom('vi' as const, 'en' as const), (value, language) => {
      expect(readNumber(writeNumber(value, language), language)).toBe(value)
    }),
  )
  expect([writeNumber(1.234, 'vi'), writeNumber(null, 'vi')]).toEqual(['1,234', ''])
})
