// Reads figures as people type them: 1.234,5 in Vietnamese, 1,234.5 in English. What is no number is NaN, never nothing.

import type { Language } from '../contract/words.ts'

const plain = /^\d+(?:[.,]\d+)?$/
/** The same mark between every three figures, then perhaps the other mark and a fraction. */
const grouped = /^[1-9]\d{0,2}([.,\s])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/
const doubtful = /^\d+[.,]\d{3}$/
const point = { vi: ',', en: '.' } as const

/** Null for an empty field. Where "1.234" could be either, the language decides; "97.5" and "97,5" are the same in both. */
export function readNumber(text: string, language: Language): number | null {
  const typed = text.trim()
  if (typed === '') return null
  const group = grouped.exec(typed)?.[1]
  if (group && !(doubtful.test(typed) && group === point[language]))
    return Number(typed.replaceAll(group, '').replace(',', '.'))
  return plain.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
}

/** A count. Whichever mark stands there groups, for a whole number has no fraction. */
export function readWhole(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  if (/^\d+$/.test(typed)) return Number(typed)
  return /^[1-9]\d{0,2}([.,\s])\d{3}(?:\1\d{3})*$/.test(typed) ? Number(typed.replace(/\D/g, '')) : Number.NaN
}

/** What stands in a field so that it reads back as the same number. */
export const writeNumber = (value: number | null | undefined, language: Language): string =>
  value === null || value === undefined ? '' : String(value).replace('.', point[language])
