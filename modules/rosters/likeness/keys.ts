// What an entry is looked up by: two that the decision would propose share at least one of these words, so that nobody has to
// be compared with everybody. Each word joins the name with some evidence: a name alone is no key. Pure.

import { hash } from 'node:crypto'
import { bagOfName, endsOfName } from '../../../platform/contract/like-name.ts'
import type { Read } from './judge.ts'

export function keysOf(entry: Read): string[] {
  const { groupId, communeId, placeId, birthYear, identities, read } = entry
  const [bag, ends] = [bagOfName(read.name), endsOfName(read.name)]
  const houses = housesOf(entry)
  const words = identities.map((identity) => `identity ${identity}`)
  if (bag !== '') {
    for (const house of houses) words.push(`name ${bag} ${house}`)
    // Once inside the commune and once beyond: what is common in a province may still be rare here.
    if (birthYear !== null) words.push(`name ${bag} born ${birthYear}`, `name ${bag} born ${birthYear} in ${communeId}`)
    words.push(`name ${bag} at ${communeId} ${placeId}`)
  }
  if (ends !== undefined) {
    for (const house of houses) words.push(`ends ${ends} ${house}`)
    if (birthYear !== null) words.push(`ends ${ends} born ${birthYear} at ${communeId} ${placeId}`)
  }
  return [...new Set(words)].map((word) => `${groupId} ${word}`)
}

function housesOf({ communeId, placeId, read: { address } }: Read): string[] {
  if (address.house === '') return []
  const inPlace = `house ${communeId} ${placeId} ${address.house}`
  return address.parts === '' ? [inPlace] : [inPlace, `house ${communeId} ${address.parts}: ${address.house}`]
}

/** A key as it is stored: eight bytes. Two words that share them cost one comparison more, and nothing else. */
export const storedKey = (word: string): bigint => hash('sha256', word, 'buffer').readBigInt64BE(0)
