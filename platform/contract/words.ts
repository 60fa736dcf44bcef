// Words in two languages, checked by the compiler: a sentence that lacks one language does not build.

export type Language = 'vi' | 'en'
export const languages: readonly Language[] = ['vi', 'en']

/** A word or a sentence in both languages; a sentence with values is a function of them. */
export type Bilingual = { vi: string; en: string }
type Entry = Bilingual | { vi: (...values: never[]) => string; en: (...values: never[]) => string }
export type Words = Record<string, Entry>

/** Declares the words of a screen or of a paper, as `{ title: { vi, en } }`. */
export function defineWords<const W extends Words>(words: W): W {
  return words
}

/** Declares names by key; `keysOf` gives the keys in the order in which they stand. */
export const defineNames = <const K extends string>(names: Record<K, Bilingual>): Record<K, Bilingual> => names
export const keysOf = <K extends string>(names: Record<K, unknown>): [K, ...K[]] => Object.keys(names) as [K, ...K[]]

export type InLanguage<W extends Words> = {
  [K in keyof W]: W[K]['vi'] extends (...values: infer V) => string ? (...values: V) => string : string
}

/** The same words with one language picked. */
export function inLanguage<W extends Words>(words: W, language: Language): InLanguage<W> {
  const picked: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(words)) picked[key] = entry[language]
  return picked as InLanguage<W>
}

/** Picks Vietnamese unless the reader clearly prefers English (an Accept-Language header, or a plain code). */
export function languageOf(header: string | undefined | null): Language {
  const wanted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
  return wanted.find((code): code is Language => code === 'vi' || code === 'en') ?? 'vi'
}
