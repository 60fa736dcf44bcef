import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../calendar/working-days.ts'
import { type Clock, dayBefore, type Interruption, judgeInterruptions, runClock } from './clock.ts'
import { hours, term, workingDays } from './deadline.ts'
import { addMinutes, addMonths, isMoment, minutesBetween } from './moment.ts'

const limit: Clock = { kind: 'limit', span: { count: 3, unit: 'months' } }
const endOf = (clock: Clock, start: string, interruptions: Interruption[] = []) => {
  const run = runClock(clock, start, interruptions)
  return run.state === 'waits' ? 'waits' : `${run.state} ${run.at}`
}

describe('refused', () => {
  test.each([['2026-02-29T10:00'], ['2026-07-10T24:00'], ['2026-07-10'], ['10/07/2026 08:00']])(
    '%s is no moment',
    (text) => expect(isMoment(text)).toBe(false),
  )

  test('interruptions that end before they begin, begin before the clock, or overlap', () => {
    const start = '2026-07-10T08:00'
    const judge = (...given: Interruption[]) => judgeInterruptions(start, given)?.fault
    expect(judge({ kind: 'detained', from: '2026-07-12T08:00', until: '2026-07-11T08:00' })).toBe(
      'ends-before-it-begins',
    )
    expect(judge({ kind: 'detained', from: '2026-07-09T08:00' })).toBe('begins-before-the-clock')
    expect(
      judge(
        { kind: 'detained', from: '2026-07-12T08:00', until: '2026-07-14T08:00' },
        { kind: 'fled', from: '2026-07-13T08:00', until: '2026-07-15T08:00' },
      ),
    ).toBe('overlaps')
    expect(judge({ kind: 'fled', from: '2026-07-15T08:00' }, { kind: 'detained', from: '2026-07-12T08:00' })).toBe(
      'overlaps',
    )
    expect(
      judge(
        { kind: 'fled', from: '2026-07-14T08:00', until: '2026-07-15T08:00' },
        { kind: 'detained', from: '2026-07-12T08:00', until: '2026-07-14T08:00' },
      ),
    ).toBeUndefined()
  })
})

describe('hours', () => {
  test('run day and night, through a weekend and a holiday', () => {
    // Friday before the holiday of 2 September 2026.
    expect(endOf(hours(24), '2026-08-28T16:30')).toBe('ends 2026-08-29T16:30')
    expect(endOf(hours(48), '2026-08-31T23:59')).toBe('ends 2026-09-02T23:59')
  })
  test('absence without report is not counted, to the minute', () => {
    const away: Interruption = { kind: 'absent', from: '2026-07-10T20:00', until: '2026-07-11T06:30' }
    expect(endOf(hours(24), '2026-07-10T08:00', [away])).toBe('ends 2026-07-11T18:30')
  })
})

describe('working days', () => {
  test('the first day is not counted; Saturdays, Sundays and Tết are left out, an exchanged Saturday is counted', () => {
    expect(endOf(workingDays(1), '2026-07-10T08:00')).toBe('ends 2026-07-13T23:59')
    expect(endOf(workingDays(2), '2026-02-13T08:00')).toBe('ends 2026-02-24T23:59')
    expect(endOf(workingDays(1), '2026-08-21T08:00')).toBe('ends 2026-08-22T23:59')
  })
  test('says which days were free', () => {
    const { steps } = runClock(workingDays(1), '2026-07-10T08:00', [])
    expect(steps).toContainEqual({ what: 'free-days', days: ['2026-07-11', '2026-07-12'] })
  })
  test('says when the holidays of the year are not known', () => {
    const { steps } = runClock(workingDays(3), '2031-05-02T08:00', [])
    expect(steps).toContainEqual({ what: 'year-unknown', year: '2031' })
  })
  test('says when only the law is on record of a year that it counts through, or days written down from memory', () => {
    const said = (start: string) =>
      runClock(workingDays(3), start, []).steps.filter(({ what }) => what.startsWith('year-'))
    expect(said('2026-12-30T08:00')).toEqual([{ what: 'year-not-announced', year: '2027' }])
    expect(said('2027-12-30T08:00')).toEqual([
      { what: 'year-not-announced', year: '2027' },
      { what: 'year-unknown', year: '2028' },
    ])
    expect(said('2022-08-30T08:00')).toEqual([{ what: 'year-recalled', year: '2022' }])
    expect(said('2022-06-01T08:00')).toEqual([])
    expect(said('2025-06-02T08:00')).toEqual([])
    const entered = calendarOf([{ year: 2028, source: 'x', announced: true, off: ['2028-01-03'], worked: [] }])
    expect(runClock(workingDays(1), '2027-12-31T08:00', [], entered)).toMatchObject({ at: '2028-01-04T23:59' })
  })
})

describe('months', () => {
  test('end on the day with the same number, or the last of the month', () => {
    expect(endOf(term(12), '2026-07-10T08:00')).toBe('ends 2027-07-10T23:59')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(endOf(term(12), '2028-02-29T08:00')).toBe('ends 2029-02-28T23:59')
  })
  test('a term may end on a Sunday; an act or a limit goes on to the next working day', () => {
    // 10 October 2026 is a Saturday.
    expect(endOf(term(3), '2026-07-10T08:00')).toBe('ends 2026-10-10T23:59')
    expect(endOf(limit, '2026-07-10T08:00')).toBe('ends 2026-10-12T23:59')
    expect(runClock(limit, '2026-07-10T08:00', []).steps).toContainEqual({
      what: 'moved',
      from: '2026-10-10',
      at: '2026-10-12T23:59',
    })
  })
})

describe('interrupted', () => {
  const term12: Clock = { ...term(12), endsWhenOutlasted: true }
  test('custody of 40 days makes the term end 40 days later, and says so', () => {
    const run = runClock(term12, '2026-07-10T08:00', [
      { kind: 'detained', from: '2026-08-01T09:00', until: '2026-09-10T09:00' },
    ])
    expect(run).toMatchObject({ state: 'ends', at: '2027-08-19T23:59' })
    expect(run.steps.map(({ what }) => what)).toEqual(['starts', 'first-day', 'left-out', 'runs', 'ends'])
  })
  test('while custody lasts there is no end to tell', () => {
    expect(endOf(term12, '2026-07-10T08:00', [{ kind: 'detained', from: '2026-08-01T09:00' }])).toBe('waits')
  })
  test('custody longer than what is left stops management; a term of rehabilitation waits for its rest', () => {
    const long: Interruption = { kind: 'detained', from: '2027-07-01T09:00', until: '2027-09-01T09:00' }
    expect(endOf(term12, '2026-07-10T08:00', [long])).toBe('stopped 2027-07-10T23:59')
    expect(endOf(term(12), '2026-07-10T08:00', [long])).toBe('ends 2027-09-10T23:59')
  })
  test('force majeure begins it anew, and what was left out before no longer matters', () => {
    const away: Interruption = { kind: 'absent', from: '2026-07-10T10:00', until: '2026-07-10T12:00' }
    const flood: Interruption = { kind: 'force-majeure', from: '2026-07-10T13:00', until: '2026-07-14T07:00' }
    expect(endOf(workingDays(2), '2026-07-10T08:00', [away, flood])).toBe('ends 2026-07-16T23:59')
    expect(endOf(hours(24), '2026-07-10T08:00', [flood])).toBe('ends 2026-07-15T07:00')
  })
  test('what begins after the end changes nothing', () => {
    expect(endOf(hours(24), '2026-07-10T08:00', [{ kind: 'fled', from: '2026-07-12T08:00' }])).toBe(
      'ends 2026-07-11T08:00',
    )
  })
})

describe('counted back', () => {
  test('thirty days before, and within the last three working days', () => {
    expect(dayBefore({ count: 30, unit: 'days' }, '2027-03-31T23:59')).toBe('2027-03-01')
    // Friday; then over a weekend.
    expect(dayBefore({ count: 3, unit: 'working-days' }, '2026-07-10T23:59')).toBe('2026-07-08')
    expect(dayBefore({ count: 3, unit: 'working-days' }, '2026-07-12T23:59')).toBe('2026-07-08')
    expect(dayBefore({ count: 3, unit: 'working-days' }, '2026-07-14T23:59')).toBe('2026-07-10')
  })
})

test('no clock forgets: hours that are left out come back at the end, whatever happened', () => {
  const pieces = fc.array(
    fc.record({ wait: fc.integer({ min: 1, max: 600 }), away: fc.integer({ min: 0, max: 10_000 }) }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 24, max: 400 }), pieces, (count, given) => {
      const start = '2026-07-10T08:00'
      let at = start
      const interruptions = given.map(({ wait, away }): Interruption => {
        const from = addMinutes(at, wait)
        at = addMinutes(from, away)
        return { kind: 'absent', from, until: at }
      })
      const run = runClock(hours(count), start, interruptions)
      expect(run.state).toBe('ends')
      if (run.state !== 'ends') return
      const inside = interruptions.filter(({ from }) => from <= run.at)
      const lost = inside.reduce((sum, { from, until }) => sum + minutesBetween(from, until as string), 0)
      expect(minutesBetween(start, run.at)).toBe(count * 60 + lost)
    }),
  )
})
