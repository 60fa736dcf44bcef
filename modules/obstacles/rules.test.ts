import { expect, test } from 'vitest'
import { stateOf } from './rules.ts'

const facts = { raisedOn: '2024-11-08', answeredOn: null, removedOn: null, wantedBy: '2024-11-20' }

test('an unanswered obstacle counts down to the day on which help is wanted', () => {
  expect(stateOf(facts, '2024-11-15')).toEqual({ kind: 'waiting', time: 'ontime', days: 5, reason: 'wanted-later' })
  expect(stateOf(facts, '2024-11-17')).toEqual({ kind: 'waiting', time: 'soon', days: 3, reason: 'wanted-day-near' })
  expect(stateOf(facts, '2024-11-20')).toMatchObject({ time: 'soon', days: 0 })
  expect(stateOf(facts, '2024-11-21')).toEqual({ kind: 'waiting', time: 'late', days: 1, reason: 'past-wanted-day' })
})

test('without a wanted day it only says how long it has been open', () => {
  expect(stateOf({ ...facts, wantedBy: null }, '2024-11-15')).toEqual({
    kind: 'waiting',
    time: 'none',
    days: 7,
    reason: 'no-day-wanted',
  })
})

test('an answer stops the clock, removal ends it', () => {
  expect(stateOf({ ...facts, answeredOn: '2024-11-22' }, '2024-11-30')).toMatchObject({
    kind: 'answered',
    time: 'none',
  })
  expect(stateOf({ ...facts, answeredOn: '2024-11-22', removedOn: '2024-11-25' }, '2024-11-30')).toEqual({
    kind: 'removed',
    time: 'none',
    days: 17,
    reason: 'removed',
  })
})
