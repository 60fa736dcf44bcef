// Moments of the clock on the wall in Viet Nam, `YYYY-MM-DDTHH:mm`: the law counts hours and days where the office is.

import { dayNumber, dayOfNumber, daysOfMonth, twoDigits } from '../calendar/day-number.ts'

export type Moment = string

const ofDay = 1440
const minutesOf = (moment: Moment): number =>
  dayNumber(moment) * ofDay + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))

function momentOf(minutes: number): Moment {
  const day = Math.floor(minutes / ofDay)
  const rest = minutes - day * ofDay
  return `${dayOfNumber(day)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`
}

/** A day and a time that exist. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && momentOf(minutesOf(text)) === text

export const dayOf = (moment: Moment): string => moment.slice(0, 10)
/** The last minute of a day. */
export const endOf = (day: string): Moment => `${day}T23:59`
export const addMinutes = (moment: Moment, count: number): Moment => momentOf(minutesOf(moment) + count)
/** Minutes from one moment to another; negative when `to` is earlier. */
export const minutesBetween = (from: Moment, to: Moment): number => minutesOf(to) - minutesOf(from)

/** The day with the same number so many months later, or the last of that month where it has none (Civil Code 2015, Art. 148.3). */
export function addMonths(day: string, count: number): string {
  const year = Number(day.slice(0, 4))
  const months = Number(day.slice(5, 7)) - 1 + count
  const [inYear, inMonth] = [year + Math.floor(months / 12), ((months % 12) + 12) % 12]
  const date = Math.min(Number(day.slice(8, 10)), daysOfMonth(inYear, inMonth + 1))
  return `${String(inYear).padStart(4, '0')}-${twoDigits(inMonth + 1)}-${twoDigits(date)}`
}
