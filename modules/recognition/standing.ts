// How a unit can stand by the decisions on record, and one step of its history.

import type { Bilingual } from '../../platform/contract/words.ts'

export const outcomes = ['recognised', 'kept', 'lost', 'reappraise'] as const
export type Outcome = (typeof outcomes)[number]
/** `none`: never recognised. `again`: to be re-appraised. `expired`: the recognition ran out. */
export type Standing = 'none' | 'recognised' | 'again' | 'lost' | 'expired'

export type Step = {
  areaId: string
  on: string
  standing: Standing
  cause: 'decision' | 'succession' | 'expiry'
  outcome?: Outcome
  /** The decision that the standing rests on. */
  decisionId?: string
  /** The first day on which it runs out by itself. */
  validTo?: string
  reason: Bilingual
}
/** The steps of every unit, the oldest first. */
export type Histories = ReadonlyMap<string, readonly Step[]>

/** The step that holds on a day; undefined where nothing was ever decided. */
export function standingOn(histories: Histories, areaId: string, on: string): Step | undefined {
  return histories.get(areaId)?.findLast((step) => step.on <= on)
}
