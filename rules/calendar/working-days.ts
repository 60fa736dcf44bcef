// Counting days: calendar days between two days, and working days by the holidays on record. Days are `YYYY-MM-DD`.

import { dayNumber, dayOfNumber } from './day-number.ts'
import { type HolidayYear, holidayYears } from './vietnam.ts'

/** The day `count` calendar days after `day` (before it when negative). */
export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count)

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The holidays that working days are counted by, ready to be asked. */
export type Calendar = {
  off: ReadonlySet<number>
  worked: ReadonlySet<number>
  years: ReadonlyMap<number, HolidayYear>
}

const made = new WeakMap<readonly HolidayYear[], Calendar>()

/** The years that come with the product, and those entered since: one that is entered takes the place of its year. */
export function calendarOf(entered: readonly HolidayYear[]): Calendar {
  const known = made.get(entered)
  if (known) return known
  const years = new Map([...holidayYears, ...entered].map((each) => [each.year, each]))
  const all = [...years.values()]
  const calendar: Calendar = {
    off: new Set(all.flatMap(({ off }) => off.map(dayNumber))),
    worked: new Set(all.flatMap(({ worked }) => worked.map(dayNumber))),
    years,
  }
  made.set(entered, calendar)
  return calendar
}

/** As the product comes. */
export const vietnam: Calendar = calendarOf(holidayYears)

/** Whether offices work on that day. In a year that is not on record only Saturdays and Sundays are free. */
export const isWorkingDay = (day: string, calendar = vietnam): boolean => isWorking(dayNumber(day), calendar)

function isWorking(number: number, { worked, off }: Calendar): boolean {
  if (worked.has(number)) return true
  // 1 January 1970 was a Thursday; 0 is Sunday.
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !off.has(number)
}

/** The days after `from` up to and with `to` on which nobody works. */
export function freeDays(from: string, to: string, calendar = vietnam): string[] {
  const free: string[] = []
  for (let at = dayNumber(from) + 1, last = dayNumber(to); at <= last; at += 1)
    if (!isWorking(at, calendar)) free.push(dayOfNumber(at))
  return free
}

/** Whether the holidays of the year of that day are on record. */
export const holidaysKnown = (day: string, calendar = vietnam): boolean => calendar.years.has(Number(day.slice(0, 4)))

/** The day `count` working days after `day`; `day` itself is not counted, and 0 gives `day`. */
export function addWorkingDays(day: string, count: number, calendar = vietnam): string {
  let at = dayNumber(day)
  for (let left = count; left > 0; ) {
    at += 1
    if (isWorking(at, calendar)) left -= 1
  }
  return dayOfNumber(at)
}
