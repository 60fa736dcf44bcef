// Words on a screen: declared once with defineWords, read in the reader's language with useWords.

import { useMemo } from 'react'
import { type InLanguage, inLanguage, type Words } from '../contract/words.ts'
import { useLanguage } from './language.ts'

export { defineWords, type Language } from '../contract/words.ts'

export function useWords<W extends Words>(words: W): InLanguage<W> {
  const language = useLanguage()
  return useMemo(() => inLanguage(words, language), [words, language])
}
