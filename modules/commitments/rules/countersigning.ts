// May this person countersign? Only for the counterpart of the group: an officer of the commune does not sign for the district.

import type { CountersignReason } from '../contract/countersigning.ts'
import type { counterparts } from '../contract/coverage.ts'

export type Counterpart = (typeof counterparts)[number]

/** What somebody holds over the place of a promise, within the reach of their right to countersign. */
export type HeldOver = {
  /** The levels of the areas at which they decide, over the commune of the promise. */
  decides: readonly ('province' | 'district' | 'commune' | 'village')[]
  /** They countersign for the commune police. */
  police: boolean
  /** They hold a post of the signer's body; null where the roster names no body. */
  body: boolean | null
  /** Their right is that of the signer's hamlet; null where the roster names no hamlet. */
  hamlet: boolean | null
}

/** A right that is held above a unit does not make its holder that unit, but the province stands in for a district. */
export function whyNotCountersign(counterpart: Counterpart, held: HeldOver): CountersignReason | undefined {
  if (counterpart === 'body' && held.body === null) return 'body_unnamed'
  if (counterpart === 'hamlet' && held.hamlet === null) return 'hamlet_unnamed'
  return isCounterpart(counterpart, held) ? undefined : `for_${counterpart}`
}

function isCounterpart(counterpart: Counterpart, { decides, police, body, hamlet }: HeldOver): boolean {
  switch (counterpart) {
    case 'province':
      return decides.includes('province')
    case 'district':
      return decides.includes('district') || decides.includes('province')
    case 'commune':
      return decides.includes('commune')
    case 'police':
      return police
    case 'body':
      return body === true
    case 'hamlet':
      return hamlet === true
  }
}
