// What is known of the person, apart from events: birth, sex, and what the law protects, dated where it changes.

import type { LawChoices } from '../../../rules/law/choices.ts'

/** Days, `YYYY-MM-DD`, both counted; no end: it lasts. */
export type DatedSpan = { from: string; until?: string }

export type PersonFacts = {
  /** A day `YYYY-MM-DD`, or only the year `YYYY`. */
  birthDate?: string
  sex?: 'male' | 'female' | 'other'
  pregnant?: readonly DatedSpan[]
  /** A woman, or somebody who alone cares for a child under 36 months, as the commune confirmed. */
  caresForChildUnder36Months?: readonly DatedSpan[]
  noCapacity?: readonly DatedSpan[]
  noStableResidence?: readonly DatedSpan[]
  noPapers?: readonly DatedSpan[]
}

export const holdsOn = (spans: readonly DatedSpan[] | undefined, day: string): boolean =>
  spans?.some(({ from, until }) => from <= day && (until === undefined || day <= until)) ?? false

/** Of a year of birth alone the youngest possible age is taken: protection goes before certainty. */
const bornOn = (birthDate: string): string => (birthDate.length === 4 ? `${birthDate}-12-31` : birthDate)

/** Full years on a day. */
export function ageOn({ birthDate }: PersonFacts, day: string): number | undefined {
  if (!birthDate) return undefined
  const born = bornOn(birthDate)
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

/** The first day of an age; who was born on 29 February is older on 1 March of a year that has none. */
export function birthdayOf({ birthDate = '' }: PersonFacts, age: number): string {
  const born = bornOn(birthDate)
  const day = `${Number(born.slice(0, 4)) + age}${born.slice(4)}`
  return isDay(day) ? day : `${day.slice(0, 4)}-03-01`
}
const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

export type AgeGroup = 'child' | 'minor' | 'adult' | 'unknown'
/** Under 12 none of this law applies; from 12 to under 18 the rules for minors do. */
export function ageGroupOn(facts: PersonFacts, day: string): AgeGroup {
  const age = ageOn(facts, day)
  if (age === undefined) return 'unknown'
  return age < 12 ? 'child' : age < 18 ? 'minor' : 'adult'
}

export type SparedBecause = 'noCapacity' | 'pregnant' | 'caresForChildUnder36Months'
/** Why compulsory rehabilitation must not be applied on that day (L120 Art. 35.2). */
export function sparedOn(facts: PersonFacts, day: string, law: LawChoices): SparedBecause | undefined {
  if (law.protectedMinors === 'by-letter' && ageGroupOn(facts, day) === 'minor') return undefined
  const reasons = ['noCapacity', 'pregnant', 'caresForChildUnder36Months'] as const
  return reasons.find((reason) => holdsOn(facts[reason], day))
}

/** The first day of what spares somebody on this one. */
export function sparedSince(facts: PersonFacts, day: string, law: LawChoices): string | undefined {
  const reason = sparedOn(facts, day, law)
  return reason && facts[reason]?.find((span) => holdsOn([span], day))?.from
}
