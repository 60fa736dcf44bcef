// Are two entries perhaps one? A pure decision that returns its reasons. Nothing here is added up or weighed by a number:
// a name that many bear is never enough, and what speaks against it is heard first.

import { likeName, type Name, type NameReason, readName } from '../../../platform/contract/like-name.ts'
import { type Address, otherHouse, readAddress, sameHouse } from './address.ts'

export const likenessReasons = [
  'same_identity',
  'same_name',
  'other_spelling',
  'without_marks',
  'other_order',
  'short_form',
  'middle_missing',
  'same_address',
  'same_birth_year',
  'same_place',
  'same_headcount',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

export type Listed = {
  groupId: string
  communeId: string
  /** The hamlet or body whose list it is, else the commune. */
  placeId: string
  name: string
  address: string
  headcount: number | null
  birthYear: number | null
  /** Keyed hashes: they can be compared and say nothing else. */
  identities: readonly string[]
}
/** What is read out of an entry once, however many it is compared with. */
export type Read = Listed & { read: { name: Name; address: Address } }
export const readEntry = <Entry extends Listed>(entry: Entry): Entry & Read => ({
  ...entry,
  read: { name: readName(entry.name), address: readAddress(entry.address) },
})

/** From so many of one name in a commune and group on, the name alone says nothing even inside a hamlet. */
export const commonFrom = 4

type Evidence = { address: boolean; birthYear: boolean; place: boolean; headcount: boolean }

/** `namesakes`: how many in the commune and group bear this name, the two included. Undefined: nobody need look at them. */
export function judgeLikeness(one: Read, other: Read, namesakes: number): readonly LikenessReason[] | undefined {
  // Whoever is a member of the Party and head of a household stands on two lists, and signs twice, rightly.
  if (one.groupId !== other.groupId) return undefined
  const names = namesOf(one, other)
  const evidence = evidenceOf(one, other)
  if (one.identities.some((hash) => other.identities.includes(hash)))
    return ['same_identity', ...(names ?? []), ...wordsOf(evidence)]
  if (!names || speaksAgainst(one, other)) return undefined
  const enough =
    one.communeId === other.communeId
      ? enoughInside(strengthOf(names), evidence, namesakes >= commonFrom, houseSpeaksAgainst(one, other))
      : // An address means another house in the next commune; what is left is the full name and the year.
        strengthOf(names) === 'full' && evidence.birthYear && namesakes < commonFrom
  return enough ? [...names, ...wordsOf(evidence)] : undefined
}

function namesOf(one: Read, other: Read): readonly NameReason[] | undefined {
  const names = likeName(one.read.name, other.read.name)
  const letters = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  return names?.[0] === 'same_name' && letters(one.name) !== letters(other.name) ? ['other_spelling'] : names
}

function evidenceOf(one: Read, other: Read): Evidence {
  const inside = one.communeId === other.communeId
  const place = one.placeId === other.placeId
  return {
    address: inside && sameHouse(one.read.address, other.read.address, place),
    birthYear: one.birthYear !== null && one.birthYear === other.birthYear,
    place: inside && place,
    headcount: one.headcount !== null && one.headcount === other.headcount,
  }
}

const wordsOf = ({ address, birthYear, place, headcount }: Evidence): LikenessReason[] => [
  ...(address ? (['same_address'] as const) : []),
  ...(birthYear ? (['same_birth_year'] as const) : []),
  ...(place ? (['same_place'] as const) : []),
  ...(headcount ? (['same_headcount'] as const) : []),
]

/** Two years of birth are two people; so are two full sets of identity numbers, the old and the new, that share none. */
const speaksAgainst = (one: Read, other: Read): boolean =>
  (one.birthYear !== null && other.birthYear !== null && one.birthYear !== other.birthYear) ||
  (one.identities.length > 1 && other.identities.length > 1)

const houseSpeaksAgainst = (one: Read, other: Read): boolean => otherHouse(one.read.address, other.read.address)

type Strength = 'full' | 'near' | 'part'
function strengthOf(names: readonly NameReason[]): Strength {
  if (names.includes('short_form') || names.includes('middle_missing')) return 'part'
  return names.includes('same_name') || names.includes('other_spelling') ? 'full' : 'near'
}

function enoughInside(name: Strength, evidence: Evidence, common: boolean, otherHouses: boolean): boolean {
  if (evidence.address) return true
  if (otherHouses) return name !== 'part' && !common && evidence.birthYear
  if (name === 'part') return evidence.birthYear && evidence.place
  if (common) return evidence.birthYear && (evidence.place || (name === 'full' && evidence.headcount))
  return evidence.birthYear || evidence.place
}
