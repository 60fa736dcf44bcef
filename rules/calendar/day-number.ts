// Days as numbers and back, by whole numbers alone: every date of a file is counted many times, and reading text as a `Date` is slow.
// The Gregorian calendar in eras of 400 years from 1 March (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** Days since 1 January 1970 of a day `YYYY-MM-DD`, or of a moment on it. */
export function dayNumber(day: string): number {
  return numberOf(two(day, 0) * 100 + two(day, 2), two(day, 5), two(day, 8))
}

function numberOf(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const padded = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
export const twoDigits = (number: number): string => padded[number] as string

/** The day `YYYY-MM-DD` of a number of days since 1 January 1970. */
export function dayOfNumber(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${twoDigits(Math.floor(year / 100))}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(date)}`
}

/** How many days a month has. */
export const daysOfMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31
