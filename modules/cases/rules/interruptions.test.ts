import { expect, test } from 'vitest'
import { type Away, touching } from './interruptions.ts'

const at = (time: string) => `2026-10-01T${time}`
const away = (id: string, from: string, until?: string): Away => ({
  ...{ id, kind: 'detained', source: 'custody', from: at(from) },
  ...(until && { until: at(until) }),
})
const spans = (found: readonly Away[]) => found.map(({ id, from, until }) => [id, from.slice(11), until?.slice(11)])
const touched = (...all: Away[]) => spans(touching(at('06:00'), all, () => true))

test('time left out is counted once, however its spans overlap', () => {
  expect(touched(away('a', '07:00', '09:00'), away('b', '08:00', '10:00'))).toEqual([
    ['a', '07:00', '09:00'],
    ['b', '09:00', '10:00'],
  ])
  expect(touched(away('a', '07:00', '09:00'), away('b', '07:30', '08:00'))).toEqual([['a', '07:00', '09:00']])
})

test('one without an end is closed by the next, and is none where that begins before it could count', () => {
  expect(touched(away('a', '07:00'), away('b', '08:00', '10:00'))).toEqual([
    ['a', '07:00', '08:00'],
    ['b', '08:00', '10:00'],
  ])
  expect(touched(away('a', '07:00', '09:00'), away('b', '07:00'), away('c', '08:00', '10:00'))).toEqual([
    ['a', '07:00', '09:00'],
    ['c', '09:00', '10:00'],
  ])
  expect(touched(away('a', '05:00'), away('b', '05:30'))).toEqual([['b', '06:00', undefined]])
})
