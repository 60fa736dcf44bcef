// Counting days: calendar days between two days, and working days by the holidays on record. Days are `YYYY-MM-DD`.

import { dayNumber, dayOfNumber } from './day-number.ts'
import { holidayYears } from './vietnam.ts'

/** The day `count` calendar days after `day` (before it when negative). */
export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count)

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

const off = new Set(holidayYears.flatMap((year) => year.off.map(dayNumber)))
const worked = new Set(holidayYears.flatMap((year) => year.worked.map(dayNumber)))
const covered = new Set(holidayYears.map((year) => year.year))

/** Whether offices work on that day. In a year that is not on record only Saturdays and Sundays are free. */
export const isWorkingDay = (day: string): boolean => isWorking(dayNumber(day))

function isWorking(number: number): boolean {
  if (worked.has(number)) return true
  // 1 January 1970 was a Thursday; 0 is Sunday.
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !off.has(number)
}

/** The days after `from` up to and with `to` on which nobody works. */
export function freeDays(from: string, to: string): string[] {
  const free: string[] = []
  for (let at = dayNumber(from) + 1, last = dayNumber(to); at <= last; at += 1)
    if (!isWorking(at)) free.push(dayOfNumber(at))
  return free
}

/** Whether the holidays of the year of that day are on record. */
export const holidaysKnown = (day: string): boolean => covered.has(Number(day.slice(0, 4)))

/** The day `count` working days after `day`; `day` itself is not counted, and 0 gives `day`. */
export function addWorkingDays(day: string, count: number): string {
  let at = dayNumber(day)
  for (let left = count; left > 0; ) {
    at += 1
    if (isWorking(at)) left -= 1
  }
  return dayOfNumber(at)
}
