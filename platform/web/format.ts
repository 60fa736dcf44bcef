// How figures, instants and deadlines read in each language. A share never rounds up to 100 %, and no data is no figure.

import type { Language } from '../contract/words.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'

export { addDays, type Day, daysBetween, showDay, showShortDay, showWeekday } from './day.ts'

const locale = { vi: 'vi-VN', en: 'en-GB' } as const

/** 31264 reads 31.264 in Vietnamese and 31,264 in English. */
export function showNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: decimals }).format(value)
}

/** "812 kB", "1,4 MB"; a file is never 0. */
export function showSize(bytes: number, language: Language): string {
  return bytes < 1_048_576
    ? `${showNumber(Math.max(1, Math.ceil(bytes / 1024)), language)} kB`
    : `${showNumber(bytes / 1_048_576, language, 1)} MB`
}

/** "97,7%"; only a complete count reads 100%, only none reads 0%; `undefined` when there is nothing to divide by. */
export function showPercent(part: number, whole: number | null | undefined, language: Language): string | undefined {
  const share = shareOf(part, whole)
  if (share === undefined) return undefined
  const rounded = Math.round(share * 1000) / 10
  const tenths = share === 0 || share === 1 ? rounded : Math.min(99.9, Math.max(0.1, rounded))
  return `${new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(tenths)}%`
}

/** A share between 0 and 1 for a bar, or `undefined` where there is no data. */
export function shareOf(part: number, whole: number | null | undefined): number | undefined {
  return whole ? Math.min(1, Math.max(0, part / whole)) : undefined
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hourCycle: 'h23',
})

function clockParts(instant: string | Date): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
}

/** "09:42" on the clock of Vietnam. */
export function showTime(instant: string | Date): string {
  const part = clockParts(instant)
  return `${part.hour}:${part.minute}`
}

/** "09:42, 15/11/2024" on the clock of Vietnam. */
export function showInstant(instant: string | Date): string {
  const part = clockParts(instant)
  return `${part.hour}:${part.minute}, ${part.day}/${part.month}/${part.year}`
}

/** "còn 3 ngày", "trễ 15 ngày", "hạn hôm nay". */
export function showDaysLeft(on: Day, due: Day, language: Language): string {
  const left = daysBetween(on, due)
  if (left === 0) return language === 'vi' ? 'Hạn hôm nay' : 'Due today'
  const count = Math.abs(left)
  if (language === 'vi') return left > 0 ? `Còn ${count} ngày` : `Trễ ${count} ngày`
  const days = count === 1 ? 'day' : 'days'
  return left > 0 ? `${count} ${days} left` : `${count} ${days} late`
}

export type Standing = 'late' | 'soon' | 'ontime' | 'done'

/** How a deadline stands on a day; `soon` begins `soonDays` before it (7 for tasks). Finished late is a neutral fact. */
export function standingOf(on: Day, due: Day, done?: Day | null, soonDays = 7): Standing {
  if (done) return done <= due ? 'done' : 'ontime'
  const left = daysBetween(on, due)
  if (left < 0) return 'late'
  return left <= soonDays ? 'soon' : 'ontime'
}

/** "Đúng hạn", or "Xong, trễ 2 ngày". */
export function showDone(due: Day, done: Day, language: Language): string {
  const late = daysBetween(due, done)
  if (late <= 0) return language === 'vi' ? 'Đúng hạn' : 'On time'
  if (language === 'vi') return `Xong, trễ ${late} ngày`
  return `Done, ${late} ${late === 1 ? 'day' : 'days'} late`
}

/** From a day to a day, in words: "từ 01/3/2024 đến 30/11/2024". */
export function showPeriod(from: Day, to: Day | null | undefined, language: Language): string {
  if (!to) return language === 'vi' ? `từ ${showDay(from)}` : `from ${showDay(from)}`
  return language === 'vi' ? `từ ${showDay(from)} đến ${showDay(to)}` : `from ${showDay(from)} to ${showDay(to)}`
}

/** A period whose last day is not part of it, as rights and posts are kept: "từ 01/01/2023 đến hết 30/06/2025". */
export function showSpan(from: Day, before: Day | null | undefined, language: Language): string {
  if (!before) return showPeriod(from, null, language)
  const last = showDay(addDays(before, -1))
  return language === 'vi' ? `từ ${showDay(from)} đến hết ${last}` : `from ${showDay(from)} through ${last}`
}
