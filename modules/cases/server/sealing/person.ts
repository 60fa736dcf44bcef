// Who a file is of, sealed and opened again, and the words by which the person is found without being read.

import { nameKey } from '../../../../platform/contract/name-key.ts'
import { blind, newKey, seal, unseal } from '../../../../platform/server/envelope.ts'
import type { Identity } from '../../contract/identity.ts'
import { unwrap, type Wrapped, wrap } from './keys.ts'

export type SealedPerson = Wrapped & { id: string; sealed: Buffer }

export function sealNewPerson(id: string, identity: Identity): SealedPerson {
  const key = newKey()
  return { id, ...wrap(key, `person ${id}`), sealed: sealJson(key, identity, `person ${id}`) }
}

export const keyOf = (person: Wrapped & { id: string }): Buffer => unwrap(person, `person ${person.id}`)

export const identityOf = (person: SealedPerson): Identity =>
  openJson(keyOf(person), person.sealed, `person ${person.id}`) as Identity

export const sealJson = (key: Buffer, value: unknown, bound: string): Buffer =>
  seal(key, Buffer.from(JSON.stringify(value)), bound)

export const openJson = (key: Buffer, sealed: Buffer, bound: string): unknown =>
  JSON.parse(unseal(key, sealed, bound).toString())

/** Each word of each name, each number, the year of birth: as keyed hashes. */
export function wordsOf(index: Buffer, { name, otherNames, papers, birth }: Identity): Buffer[] {
  const names = [name, ...otherNames].flatMap(nameWords).map((word) => blind(index, 'name', word))
  const numbers = papers.map(({ number }) => blind(index, 'paper', number))
  const year = birth ? [blind(index, 'year', birth.slice(0, 4))] : []
  return unlike([...names, ...numbers, ...year])
}

/** What somebody typed to find a person: numbers are papers or a year of birth, everything else words of a name. */
export function wordsAsked(index: Buffer, asked: string): Buffer[] {
  return unlike(
    nameWords(asked).map((word) => {
      if (/^(19|20)\d\d$/.test(word)) return blind(index, 'year', word)
      return blind(index, /^\d{6,}$/.test(word) ? 'paper' : 'name', word)
    }),
  )
}

export const nameWords = (text: string): string[] =>
  nameKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const unlike = (words: readonly Buffer[]): Buffer[] => [
  ...new Map(words.map((word) => [word.toString('hex'), word])).values(),
]
