// Addresses as they stand in lists. "Thôn Đông" is where everybody lives; "số 12 ngõ 5" is a house. Pure.

import { nameKey } from '../../../platform/contract/name-key.ts'

/** `house`: what tells a house from others, '' where nothing does; `parts`: the hamlet, road or ward that stands with it. */
export type Address = { house: string; parts: string }

/** Names of parts of a commune with their own number: "thôn 3" is no house. */
const partNames = 'thon|to|tdp|to dan pho|xom|khu|khu pho|kp|doi|ap|khom|ban|khoi|phuong|xa|huyen|quan|tinh|lo'
const numberedPart = new RegExp(`(?:^| )(${partNames}) (?:so )?(\\d+[a-z]?|[a-z])(?= |$)`, 'g')
const filling = /(?:^| )(?:so nha|so|sn|nha|dia chi)(?= |$)/g

export function readAddress(text: string): Address {
  const plain = nameKey(text)
    .replace(/[^a-z0-9/]+/g, ' ')
    .replace(/(\d) ?\/ ?(\d)/g, '$1/$2')
    .trim()
  const parts: string[] = []
  const house = plain
    .replace(numberedPart, (_, name: string, number: string) => {
      parts.push(`${name} ${number}`)
      return ' '
    })
    .replace(filling, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\d/.test(house) ? { house, parts: parts.sort().join(' ') } : { house: '', parts: '' }
}

/** Number 12 of one hamlet is not number 12 of another: the same part must be written, or the same hamlet have listed both. */
export function sameHouse(one: Address, other: Address, samePlace: boolean): boolean {
  if (one.house === '' || one.house !== other.house) return false
  if (one.parts !== '' && other.parts !== '') return one.parts === other.parts
  return samePlace
}

/** Two houses, told apart by what is written; a hamlet left out on one side tells nothing. */
export const otherHouse = (one: Address, other: Address): boolean =>
  one.house !== '' &&
  other.house !== '' &&
  (one.house !== other.house || (one.parts !== '' && other.parts !== '' && one.parts !== other.parts))
