// Ranges of deadlines that people ask for by name: this month, this quarter; and how a range reads.

import { addDays, showDay } from '../../../platform/web/format.ts'

export type DueRange = { from?: string; to?: string }
const roman = ['I', 'II', 'III', 'IV'] as const
const pad = (value: number): string => String(value).padStart(2, '0')

const months = (year: number, first: number, count: number): Required<DueRange> => {
  const after = first + count > 12 ? `${year + 1}-${pad(first + count - 12)}-01` : `${year}-${pad(first + count)}-01`
  return { from: `${year}-${pad(first)}-01`, to: addDays(after, -1) }
}

export const monthOf = (day: string): Required<DueRange> => months(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)

export function quarterOf(day: string): Required<DueRange> {
  const month = Number(day.slice(5, 7))
  return months(Number(day.slice(0, 4)), month - ((month - 1) % 3), 3)
}

type Words = {
  quarter: (number: string, year: number) => string
  month: (month: string) => string
  from: (day: string) => string
  until: (day: string) => string
  fromTo: (from: string, to: string) => string
}

/** "quý IV/2024" where the range is one, otherwise its days. */
export function rangeInWords({ from, to }: DueRange, w: Words): string | undefined {
  if (from && to) {
    const quarter = quarterOf(from)
    if (quarter.from === from && quarter.to === to)
      return w.quarter(roman[Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? '', Number(from.slice(0, 4)))
    const month = monthOf(from)
    if (month.from === from && month.to === to) return w.month(`${from.slice(5, 7)}/${from.slice(0, 4)}`)
    return w.fromTo(showDay(from), showDay(to))
  }
  if (from) return w.from(showDay(from))
  return to ? w.until(showDay(to)) : undefined
}
