// What is sealed of an opening: its ground, and what was found when reader and person were compared.

import type { ReadingFact } from '../../rules/reading/rules.ts'
import { openWords, sealWords, type WordsKey } from './statement.ts'

export type SaidOfOpening = { ground: string; facts: readonly ReadingFact[] }

export const sealOpening = (key: WordsKey, id: string, said: SaidOfOpening): Buffer =>
  sealWords(key, `opening ${id}`, said)

/** Without words once the person is erased. */
export const saidOfOpening = (key: WordsKey, id: string, sealed: Buffer | null): SaidOfOpening =>
  openWords<SaidOfOpening>(key, `opening ${id}`, sealed) ?? { ground: '—', facts: [] }
