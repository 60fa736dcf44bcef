// Whether what is entered as the holidays of a year can be so: days of that year, free ones among the weekdays, worked ones not.

import { dayNumber } from './day-number.ts'

export type HolidayFault = 'no-day' | 'of-another-year' | 'off-at-weekend' | 'worked-on-weekday' | 'twice'
export type GivenYear = { year: number; off: readonly string[]; worked: readonly string[] }

/** 1 January 1970 was a Thursday; 0 is Sunday. */
const weekdayOf = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7
const isWeekend = (day: string): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6

/** The first fault with its day. */
export function judgeHolidayYear({ year, off, worked }: GivenYear): { fault: HolidayFault; day: string } | undefined {
  if (off.length === 0) return { fault: 'no-day', day: '' }
  const seen = new Set<string>()
  for (const day of [...off, ...worked]) {
    if (Number(day.slice(0, 4)) !== year) return { fault: 'of-another-year', day }
    if (seen.has(day)) return { fault: 'twice', day }
    seen.add(day)
  }
  const atWeekend = off.find(isWeekend)
  if (atWeekend) return { fault: 'off-at-weekend', day: atWeekend }
  const onWeekday = worked.find((day) => !isWeekend(day))
  return onWeekday ? { fault: 'worked-on-weekday', day: onWeekday } : undefined
}
