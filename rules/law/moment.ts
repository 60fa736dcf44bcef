// Moments of the clock on the wall in Viet Nam, `YYYY-MM-DDTHH:mm`: the law counts hours and days where the office is.

export type Moment = string

const minute = 60_000
const instantOf = (moment: Moment): number => Date.parse(`${moment}:00Z`)
const momentOf = (instant: number): Moment => new Date(instant).toISOString().slice(0, 16)

/** A day and a time that exist. */
export const isMoment = (text: string): boolean => {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? instantOf(text) : Number.NaN
  return Number.isFinite(instant) && momentOf(instant) === text
}

export const dayOf = (moment: Moment): string => moment.slice(0, 10)
/** The last minute of a day. */
export const endOf = (day: string): Moment => `${day}T23:59`
export const addMinutes = (moment: Moment, count: number): Moment => momentOf(instantOf(moment) + count * minute)
/** Minutes from one moment to another; negative when `to` is earlier. */
export const minutesBetween = (from: Moment, to: Moment): number => (instantOf(to) - instantOf(from)) / minute

/** The day with the same number so many months later, or the last of that month where it has none (Civil Code 2015, Art. 148.3). */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}
