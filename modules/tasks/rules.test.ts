import { expect, test } from 'vitest'
import { calendarOf, vietnam } from '../../rules/calendar/working-days.ts'
import { mayStillWithdraw, remindersBy } from './reminding.ts'
import { evidenceOf, laneOf, statusOf, type TaskFacts } from './rules.ts'

const facts = (part: Partial<TaskFacts> = {}): TaskFacts => ({
  dueOn: '2024-10-30',
  doneOn: null,
  handedInOn: null,
  cancelledOn: null,
  firstReportOn: null,
  evidenceOn: null,
  headFrom: null,
  ...part,
})

test('before, near, on and after the deadline', () => {
  expect(statusOf(facts(), '2024-10-22')).toEqual({ kind: 'ontime', days: 8, inheritedDays: 0, reason: 'time-left' })
  expect(statusOf(facts(), '2024-10-23')).toEqual({ kind: 'soon', days: 7, inheritedDays: 0, reason: 'deadline-near' })
  expect(statusOf(facts(), '2024-10-30')).toEqual({ kind: 'soon', days: 0, inheritedDays: 0, reason: 'deadline-near' })
  expect(statusOf(facts(), '2024-10-31')).toEqual({ kind: 'late', days: 1, inheritedDays: 0, reason: 'past-deadline' })
})

test('the days before the present head began are told apart', () => {
  expect(statusOf(facts({ headFrom: '2024-11-04' }), '2024-11-15')).toEqual({
    kind: 'late',
    days: 16,
    inheritedDays: 5,
    reason: 'past-deadline',
  })
  expect(statusOf(facts({ headFrom: '2024-10-01' }), '2024-11-15').inheritedDays).toBe(0)
  expect(statusOf(facts({ headFrom: '2024-11-15' }), '2024-11-02').inheritedDays).toBe(3)
})

test('a result that waits for a decision stops the clock', () => {
  expect(statusOf(facts({ handedInOn: '2024-10-29' }), '2024-11-15')).toEqual({
    kind: 'ontime',
    days: 0,
    inheritedDays: 0,
    reason: 'waits-for-decision',
  })
  expect(statusOf(facts({ handedInOn: '2024-10-29' }), '2024-10-29').kind).toBe('soon')
  expect(statusOf(facts({ handedInOn: '2024-11-01' }), '2024-11-15')).toEqual({
    kind: 'late',
    days: 2,
    inheritedDays: 0,
    reason: 'handed-in-late',
  })
})

test('finished in time, late, or without evidence', () => {
  const evidence = { evidenceOn: '2024-10-20' }
  expect(statusOf(facts({ doneOn: '2024-10-30', ...evidence }), '2024-11-15').kind).toBe('done')
  expect(statusOf(facts({ doneOn: '2024-11-01', ...evidence }), '2024-11-15')).toMatchObject({
    kind: 'done-late',
    days: 2,
  })
  expect(statusOf(facts({ doneOn: '2024-10-30' }), '2024-11-15').kind).toBe('no-evidence')
  expect(statusOf(facts({ doneOn: '2024-11-01', cancelledOn: '2024-11-02' }), '2024-11-15').kind).toBe('cancelled')
})

test('the lane and the evidence follow from the same facts', () => {
  expect(laneOf(facts())).toBe('new')
  expect(laneOf(facts({ firstReportOn: '2024-10-01' }))).toBe('doing')
  expect(laneOf(facts({ firstReportOn: '2024-10-01', handedInOn: '2024-10-02' }))).toBe('waiting')
  expect(laneOf(facts({ doneOn: '2024-10-02' }))).toBe('done')
  const late = facts()
  expect(evidenceOf(late, statusOf(late, '2024-10-30'))).toBe('not-yet')
  expect(evidenceOf(late, statusOf(late, '2024-10-31'))).toBe('missing')
  const shown = facts({ evidenceOn: '2024-10-10' })
  expect(evidenceOf(shown, statusOf(shown, '2024-10-31'))).toBe('there')
})

test('reminders go out 7 days before, the day after, then up the line by working days', () => {
  const kinds = (dueOn: string, on: string) =>
    remindersBy(dueOn, on, vietnam).map((each) => `${each.kind} ${each.level}`)
  expect(kinds('2024-11-14', '2024-11-06')).toEqual([])
  expect(kinds('2024-11-14', '2024-11-07')).toEqual(['soon 0'])
  expect(kinds('2024-11-14', '2024-11-14')).toEqual(['soon 0'])
  expect(kinds('2024-11-14', '2024-11-15')).toEqual(['late 0'])
  // Thursday 14/11 and three working days: Friday, Monday, Tuesday 19/11.
  expect(kinds('2024-11-14', '2024-11-19')).toEqual(['late 0'])
  expect(kinds('2024-11-14', '2024-11-20')).toEqual(['late 0', 'escalation 1'])
  expect(kinds('2024-11-14', '2024-11-26')).toEqual(['late 0', 'escalation 1', 'escalation 2'])
  // The week of Tết does not count.
  expect(kinds('2024-02-07', '2024-02-19')).toEqual(['late 0'])
  expect(kinds('2024-02-07', '2024-02-20')).toEqual(['late 0', 'escalation 1'])
})

test('a day that an administrator entered as free does not count up the line, one worked in exchange does', () => {
  const entered = { year: 2024, source: 'Thông báo thử', announced: true, off: ['2024-11-18'], worked: ['2024-11-16'] }
  const kinds = (off: string[], worked: string[], on: string) =>
    remindersBy('2024-11-14', on, calendarOf([{ ...entered, off, worked }])).map((each) => `${each.kind} ${each.level}`)
  // Thursday 14/11, and Monday 18/11 is free: Friday, Tuesday, Wednesday 20/11.
  expect(kinds(['2024-11-18'], [], '2024-11-20')).toEqual(['late 0'])
  expect(kinds(['2024-11-18'], [], '2024-11-21')).toEqual(['late 0', 'escalation 1'])
  expect(kinds(['2024-11-18'], ['2024-11-16'], '2024-11-20')).toEqual(['late 0', 'escalation 1'])
})

test('a reminder sent by hand can be withdrawn for a while', () => {
  const sent = new Date('2024-11-15T09:40:00+07:00')
  expect(mayStillWithdraw(sent, new Date('2024-11-15T09:55:00+07:00'))).toBe(true)
  expect(mayStillWithdraw(sent, new Date('2024-11-15T09:55:01+07:00'))).toBe(false)
})
