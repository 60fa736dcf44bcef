// What is said around a file rather than in it: why it was opened, what was at stake, what a review found. It may name somebody,
// so it is sealed; whoever reviews needs no key of a person for it.

import { createHmac } from 'node:crypto'
import { blind } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { indexKey } from './keys.ts'
import { openJson, sealJson } from './person.ts'

export type Statement = { ground: string; statement: string }

/** Keys of their own, which follow from the one that is there for searching: one key, one use. */
export type WordsKey = { readonly words: Buffer; readonly once: Buffer }
export async function wordsKey(files: Db): Promise<WordsKey> {
  const index = await indexKey(files)
  const derived = (use: string) => createHmac('sha256', index).update(use).digest()
  return { words: derived('statements of emergencies'), once: derived('questions that were asked') }
}

/** `bound` names the row and what it is of it: put elsewhere it does not open. */
export const sealWords = ({ words }: WordsKey, bound: string, said: unknown): Buffer => sealJson(words, said, bound)

/** Undefined where it was erased. */
export const openWords = <T>({ words }: WordsKey, bound: string, sealed: Buffer | null): T | undefined =>
  sealed === null || sealed.length === 0 ? undefined : (openJson(words, sealed, bound) as T)

/** The same question gives the same sixteen bytes, and tells nothing. */
export const onceOf = ({ once }: WordsKey, rule: string, about: string): Buffer => blind(once, rule, about)
