// May two files be of one person, and why? A pure decision by Vietnamese names, by numbers old and new, by the year of birth.
// Nothing is added up, and nothing is merged by it: a person looks.

import { likeName, type NameReason, readName } from '../../../platform/contract/like-name.ts'
import type { Identity } from '../contract.ts'

export const sameReasons = [
  'same_paper',
  'same_name',
  'without_marks',
  'other_order',
  'short_form',
  'middle_missing',
  'other_name',
  'same_birth',
  'same_birth_year',
  'near_birth_year',
  'birth_unknown',
] as const
export type SameReason = (typeof sameReasons)[number]
type Known = Pick<Identity, 'name' | 'otherNames' | 'birth' | 'sex' | 'papers'>

/** Undefined: nobody need look at them. Which of them comes first makes no difference. */
export function maySame(one: Known, other: Known): readonly SameReason[] | undefined {
  const birth = birthAlike(one, other)
  if (sharePaper(one, other)) return ['same_paper', ...(namesAlike(one, other) ?? []), ...(birth ? [birth] : [])]
  if (!birth || speaksAgainst(one, other)) return undefined
  const names = namesAlike(one, other)
  if (!names) return undefined
  // Half a name and no year would be half the commune.
  if (birth === 'birth_unknown' && names.some((reason) => reason === 'short_form' || reason === 'middle_missing'))
    return undefined
  return [...names, birth]
}

function namesAlike(one: Known, other: Known): readonly SameReason[] | undefined {
  const first = asReasons(likeName(readName(one.name), readName(other.name)))
  if (first) return first
  for (const a of [one.name, ...one.otherNames])
    for (const b of [other.name, ...other.otherNames]) {
      const found = asReasons(likeName(readName(a), readName(b)))
      if (found) return [...found, 'other_name']
    }
  return undefined
}

/** Hòa and hoà are one spelling of one name: what is only written otherwise is the same name. */
const asReasons = (found: readonly NameReason[] | undefined): readonly SameReason[] | undefined =>
  found?.map((reason) => (reason === 'other_spelling' ? 'same_name' : reason))

function birthAlike(one: Known, other: Known): SameReason | undefined {
  const [a, b] = [birthOf(one), birthOf(other)]
  if (!a || !b) return 'birth_unknown'
  if (a.length > 4 && a === b) return 'same_birth'
  const apart = Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)))
  return apart === 0 ? 'same_birth_year' : apart === 1 ? 'near_birth_year' : undefined
}

/** A number of 12 digits holds the year: it speaks where nothing else was written down. */
export const birthOf = ({ birth, papers }: Pick<Known, 'birth' | 'papers'>): string | undefined =>
  birth ?? papers.map(({ kind, number }) => (kind === 'cccd' ? yearOfNumber(number) : undefined)).find(Boolean)

function yearOfNumber(number: string): string | undefined {
  if (!/^\d{12}$/.test(number)) return undefined
  return String((19 + Math.floor(Number(number[3]) / 2)) * 100 + Number(number.slice(4, 6)))
}

const sharePaper = (one: Known, other: Known): boolean =>
  one.papers.some(({ number }) => other.papers.some((paper) => paper.number === number))

/** Two sexes, or two different numbers of 12 digits, which nobody has two of, are two people. */
function speaksAgainst(one: Known, other: Known): boolean {
  if (one.sex && other.sex && one.sex !== other.sex) return true
  const newNumbers = ({ papers }: Known) => papers.filter(({ kind, number }) => kind === 'cccd' && number.length === 12)
  return newNumbers(one).length > 0 && newNumbers(other).length > 0
}
