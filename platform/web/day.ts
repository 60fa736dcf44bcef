// Calendar days as people type and read them: dd/mm/yyyy on screen, YYYY-MM-DD in data; impossible days get a reason.

import type { Language } from '../contract/words.ts'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export type TypedDay = { day: Day; reason?: undefined } | { day?: undefined; reason: string }

const two = (value: number): string => String(value).padStart(2, '0')
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `2024-11-15` reads 15/11/2024. */
export function showDay(day: Day): string {
  const [year, month, date] = day.slice(0, 10).split('-')
  return `${date}/${month}/${year}`
}

/** Without the year when it is the year in view: 15/11. */
export function showShortDay(day: Day, on: Day): string {
  return day.slice(0, 4) === on.slice(0, 4) ? showDay(day).slice(0, 5) : showDay(day)
}

const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** "Thứ Sáu, 15/11". */
export function showWeekday(day: Day, language: Language): string {
  const name = weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()]
  return `${name}, ${showDay(day).slice(0, 5)}`
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

const reasons = {
  shape: {
    vi: 'Nhập ngày theo ngày/tháng/năm, ví dụ 15/11/2024.',
    en: 'Type the day as day/month/year, for example 15/11/2024.',
  },
  month: { vi: 'Tháng chỉ từ 01 đến 12.', en: 'Months run from 01 to 12.' },
}

/** Reads what a person typed: 15/11/2024, 15-11-2024, 15.11.24, 15112024 or 2024-11-15. */
export function readTypedDay(typed: string, language: Language): TypedDay {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const plain = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  const parts = iso ? [iso[3], iso[2], iso[1]] : plain ? [plain[1], plain[2], plain[3]] : undefined
  if (!parts) return { reason: reasons.shape[language] }
  const date = Number(parts[0])
  const month = Number(parts[1])
  const year = Number(parts[2]) < 100 ? 2000 + Number(parts[2]) : Number(parts[2])
  if (month < 1 || month > 12) return { reason: reasons.month[language] }
  const last = daysInMonth(year, month)
  if (date < 1 || date > last) {
    const example = `${two(last)}/${two(month)}/${year}`
    return {
      reason:
        language === 'vi'
          ? `Tháng ${two(month)}/${year} có ${last} ngày. Nhập lại, ví dụ ${example}.`
          : `${two(month)}/${year} has ${last} days. Type it again, for example ${example}.`,
    }
  }
  return { day: `${year}-${two(month)}-${two(date)}` }
}
