// What a session opened with one factor does not hold, although its person does. Rights are withheld here and nowhere else.

import { platformRefusals, type Refusal, refuse } from '../contract/refusal.ts'
import type { PlainDate } from './clock.ts'
import type { Person, Right } from './rights.ts'
import type { Authority, Db } from './slice.ts'

type NeedsTwoFactors = (permission: string) => boolean

/** The rights that the person has in the session they ask from, and those that wait for a second factor. */
export function partedRights(
  rights: readonly Right[],
  { twoFactors }: Pick<Person, 'twoFactors'>,
  needsTwo: NeedsTwoFactors,
): { held: readonly Right[]; withheld: readonly Right[] } {
  if (twoFactors) return { held: rights, withheld: [] }
  return {
    held: rights.filter((right) => !needsTwo(right.permission)),
    withheld: rights.filter((right) => needsTwo(right.permission)),
  }
}

/** The same authority, less what is withheld. It stands outside any memory of rights: two sessions of one person may differ. */
export function withholding<A extends Authority>(authority: A, needsTwo: NeedsTwoFactors): A {
  const parted = async (db: Db, person: Person, today: PlainDate) =>
    partedRights(await authority.rightsOf(db, person, today), person, needsTwo)
  return {
    ...authority,
    rightsOf: async (db: Db, person: Person, today: PlainDate) => (await parted(db, person, today)).held,
    withheldOf: async (db: Db, person: Person, today: PlainDate) => (await parted(db, person, today)).withheld,
  }
}

/** Why a permission is missing: it waits for a second factor, or it is not held at all. */
export function refusalOfMissing(permission: string, withheld: readonly Right[]): Refusal {
  const waits = withheld.some((right) => right.permission === permission)
  return refuse(waits ? platformRefusals.two_factors_needed : platformRefusals.not_allowed, { permission })
}
