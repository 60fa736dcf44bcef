import { expect, test } from 'vitest'
import { dayNumber, dayOfNumber, daysOfMonth } from './day-number.ts'
import { judgeHolidayYear } from './holiday-year.ts'
import { holidayYears } from './vietnam.ts'
import { addDays, addWorkingDays, calendarOf, daysBetween, holidaysKnown, isWorkingDay } from './working-days.ts'

test('calendar days go over months, years and the leap day', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2024-10-30', '2024-11-15')).toBe(16)
  expect(daysBetween('2024-11-15', '2024-10-30')).toBe(-16)
})

test('weekends, holidays and days in lieu are free; an exchanged Saturday is worked', () => {
  expect(isWorkingDay('2024-11-15')).toBe(true)
  expect(isWorkingDay('2024-11-16')).toBe(false)
  expect(isWorkingDay('2024-04-29')).toBe(false)
  expect(isWorkingDay('2024-05-04')).toBe(true)
})

test('three working days after the eve of a long holiday end after it', () => {
  expect(addWorkingDays('2024-02-07', 1)).toBe('2024-02-15')
  expect(addWorkingDays('2024-11-08', 3)).toBe('2024-11-13')
  expect(addWorkingDays('2024-11-14', 3)).toBe('2024-11-19')
  expect(addWorkingDays('2024-11-14', 0)).toBe('2024-11-14')
})

test('the first years of the law are on record too: Tết, days in lieu, National Day', () => {
  expect(addWorkingDays('2022-01-28', 1)).toBe('2022-02-07')
  expect(addWorkingDays('2022-04-08', 1)).toBe('2022-04-12')
  expect(addWorkingDays('2022-04-29', 1)).toBe('2022-05-04')
  expect(addWorkingDays('2022-08-31', 1)).toBe('2022-09-05')
  expect(addWorkingDays('2023-01-19', 1)).toBe('2023-01-27')
  expect(addWorkingDays('2023-04-28', 1)).toBe('2023-05-04')
  expect(addWorkingDays('2023-08-31', 1)).toBe('2023-09-05')
  // Every year from the first period on, without a gap.
  const years = holidayYears.map(({ year }) => year).sort()
  expect(years).toEqual(years.map((_, at) => 2022 + at))
  for (const { off, recalled = [] } of holidayYears) expect(off).toEqual(expect.arrayContaining([...recalled]))
})

test('a year that is entered takes the place of its year, and leaves the others as they are', () => {
  const entered = [
    { year: 2027, source: 'thông báo', announced: true, off: ['2027-01-01', '2027-01-04'], worked: ['2027-01-09'] },
    { year: 2031, source: 'thông báo', announced: true, off: ['2031-01-01'], worked: [] },
  ]
  const calendar = calendarOf(entered)
  expect(calendarOf(entered)).toBe(calendar)
  expect(addWorkingDays('2026-12-31', 1, calendar)).toBe('2027-01-05')
  expect(isWorkingDay('2027-01-09', calendar)).toBe(true)
  expect(isWorkingDay('2027-02-08', calendar)).toBe(true)
  expect(isWorkingDay('2027-02-08')).toBe(false)
  expect([holidaysKnown('2031-05-01', calendar), holidaysKnown('2031-05-01')]).toEqual([true, false])
  expect(addWorkingDays('2024-02-07', 1, calendar)).toBe('2024-02-15')
})

test.each([
  [{ off: [] }, 'no-day', ''],
  [{ off: ['2027-01-01', '2026-12-31'] }, 'of-another-year', '2026-12-31'],
  [{ off: ['2027-01-01', '2027-01-01'] }, 'twice', '2027-01-01'],
  [{ off: ['2027-01-01'], worked: ['2027-01-01'] }, 'twice', '2027-01-01'],
  [{ off: ['2027-01-02'] }, 'off-at-weekend', '2027-01-02'],
  [{ off: ['2027-01-01'], worked: ['2027-01-06'] }, 'worked-on-weekday', '2027-01-06'],
] as const)('what cannot be the holidays of 2027: %o', (part, fault, day) => {
  expect(judgeHolidayYear({ year: 2027, worked: [], ...part })).toEqual({ fault, day })
})

test('what comes with the product could have been entered', () => {
  for (const year of holidayYears) expect(judgeHolidayYear(year)).toBeUndefined()
})

test('a year that is not on record is said to be unknown', () => {
  expect(holidaysKnown('2024-05-01')).toBe(true)
  expect(holidaysKnown('2031-05-01')).toBe(false)
})

test('every day off is a weekday, every worked exchange a Saturday, each in its own year', () => {
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
  for (const year of holidayYears) {
    for (const day of [...year.off, ...year.worked]) expect(day.startsWith(`${year.year}-`)).toBe(true)
    for (const day of year.off) expect([1, 2, 3, 4, 5]).toContain(weekday(day))
    for (const day of year.worked) expect(weekday(day)).toBe(6)
  }
})

test('numbers of days agree with the calendar of the machine, there and back, over four hundred years', () => {
  for (let number = -25_568; number < 120_530; number += 1) {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
    if (dayOfNumber(number) !== day || dayNumber(day) !== number)
      expect([number, day]).toEqual([dayNumber(day), dayOfNumber(number)])
  }
  for (let month = 1; month <= 12; month += 1)
    for (const year of [1900, 2000, 2023, 2024, 2100])
      expect(daysOfMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
})
