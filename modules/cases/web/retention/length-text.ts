// A length in words: "5 năm" rather than "60 tháng" where it comes out even.

import type { Language } from '../../../../platform/contract/words.ts'
import { inLanguage } from '../../../../platform/contract/words.ts'
import type { Span } from '../../../../rules/law/clock.ts'
import { lawWords } from '../words.ts'

export function lengthText({ count, unit }: Span, language: Language): string {
  if (unit === 'months' && count % 12 === 0) {
    const years = count / 12
    return language === 'vi' ? `${years} năm` : `${years} ${years === 1 ? 'year' : 'years'}`
  }
  return inLanguage(lawWords, language).span(count, unit)
}
