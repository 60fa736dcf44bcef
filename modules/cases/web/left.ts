// How much time is left, on the clock of Viet Nam: in words, and whether it presses.

import { useEffect, useState } from 'react'
import { defineWords, type InLanguage } from '../../../platform/contract/words.ts'
import { type Moment, minutesBetween } from '../../../rules/law/moment.ts'

export const leftWords = defineWords({
  minutes: { vi: (n: number) => `${n} phút`, en: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`) },
  hours: { vi: (n: number) => `${n} giờ`, en: (n: number) => (n === 1 ? '1 hour' : `${n} hours`) },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  left: { vi: (long: string) => `còn ${long}`, en: (long: string) => `${long} left` },
  late: { vi: (long: string) => `trễ ${long}`, en: (long: string) => `${long} late` },
})
type Words = InLanguage<typeof leftWords>

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** An instant as the clock on the wall in Viet Nam shows it. */
export const momentOfInstant = (instant: string | Date): Moment => wall.format(new Date(instant)).replace(' ', 'T')

/** Now, told anew every so many seconds. */
export function useNow(seconds: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return now
}

/** "6 giờ", "246 ngày": in hours below two days, in minutes below one hour. */
export function longWords(minutes: number, w: Words): string {
  const long = Math.abs(minutes)
  if (long < 60) return w.minutes(Math.floor(long))
  return long < 2_880 ? w.hours(Math.floor(long / 60)) : w.days(Math.floor(long / 1_440))
}

/** "còn 6 giờ", "trễ 2 ngày". */
export function untilWords(now: Moment, due: Moment, w: Words): string {
  const minutes = minutesBetween(now, due)
  return minutes < 0 ? w.late(longWords(minutes, w)) : w.left(longWords(minutes, w))
}

export type Pressing = 'late' | 'soon' | 'ontime'
const day = 1_440
/** What has to be done presses three days before its end, a term that runs out a month before. */
export function pressingOf(now: Moment, due: Moment, kind: 'act' | 'term' | 'limit' = 'act'): Pressing {
  const minutes = minutesBetween(now, due)
  if (minutes < 0) return 'late'
  return minutes <= (kind === 'act' ? 3 : 30) * day ? 'soon' : 'ontime'
}
