// Words on a screen: declared once with defineWords, read in the reader's language with useWords.

import { useMemo } from 'react'
import { type Bilingual, type InLanguage, inLanguage, type Words } from '../contract/words.ts'
import { useLanguage } from './language.ts'

export { type Bilingual, defineWords, type Language } from '../contract/words.ts'

export function useWords<W extends Words>(words: W): InLanguage<W> {
  const language = useLanguage()
  return useMemo(() => inLanguage(words, language), [words, language])
}

/** One bilingual word, for data that carries its own two languages. */
export function useWord(word: Bilingual): string {
  return word[useLanguage()]
}
