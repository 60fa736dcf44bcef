// What is worth knowing of one opening: compared inside, where both are read; only the facts come out.

import { nameKey } from '../../../../platform/contract/name-key.ts'
import { commonMiddles, commonSurnames, type ReadingFact } from './rules.ts'

export type ReaderKnown = {
  name: string
  /** Where they live, where that is known. */
  home?: { communeId: string; hamlet: string }
  mayRecord: boolean
}
export type PersonRead = { name: string; otherNames: readonly string[]; residence: string; stay: string }

export function factsOfReading(
  reader: ReaderKnown,
  { person, communeId, closed }: { person: PersonRead | undefined; communeId: string; closed: boolean },
): ReadingFact[] {
  const names = person ? [person.name, ...person.otherNames] : []
  const facts: [ReadingFact, boolean][] = [
    ['own-file', names.some((name) => keyOf(name) === keyOf(reader.name))],
    ['own-name', names.some((name) => mayBeRelated(reader.name, name))],
    ['neighbour', person !== undefined && liveTogether(reader.home, communeId, person)],
    ['closed', closed],
    ['may-record', reader.mayRecord],
  ]
  return facts.flatMap(([fact, holds]) => (holds ? [fact] : []))
}

/** What stands in brackets is a remark, no name. */
const keyOf = (name: string): string => nameKey(name.replace(/\s*\([^)]*\)\s*$/, '').trim())

function mayBeRelated(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a.surname === '' || a.surname !== b.surname) return false
  return !commonSurnames.has(a.surname) || (a.middle === b.middle && !commonMiddles.has(a.middle))
}

function partsOf(name: string): { surname: string; middle: string } {
  const words = keyOf(name).split(' ')
  return words.length < 2
    ? { surname: '', middle: '' }
    : { surname: words[0] ?? '', middle: words.slice(1, -1).join(' ') }
}

function liveTogether(home: ReaderKnown['home'], communeId: string, { residence, stay }: PersonRead): boolean {
  if (!home || home.communeId !== communeId) return false
  const hamlet = placeKey(home.hamlet)
  return hamlet !== '' && [residence, stay].some((place) => ` ${placeKey(place)} `.includes(` ${hamlet} `))
}

/** "Thôn Trương Xá" and "Trương Xá" are one place. */
const placeKey = (place: string): string =>
  nameKey(place)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(thon|to dan pho|tdp|xom|ap|khu pho|to)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
