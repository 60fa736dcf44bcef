// Where results come from. Targets are computed from the records of other modules; app/ tells this module whom to ask.

import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { DecidedState } from '../rules.ts'

/** How a unit stands on a day, from decisions alone. */
export type AreaStanding = {
  state: DecidedState
  since: PlainDate | null
  /** The recognition decision that it follows from. */
  decisionId: string | null
  /** Why, in words that can be printed, for example after a merger of unequal units. */
  reason: { vi: string; en: string } | null
}
export type AreaStandings = (
  db: Db,
  question: { areaIds: readonly string[]; on: PlainDate; publicOnly?: boolean },
) => Promise<ReadonlyMap<string, AreaStanding>>

let areaStandings: AreaStandings | undefined

/** Says who knows how units stand: the register of recognition decisions. */
export function provideAreaStandings(provider: AreaStandings): void {
  areaStandings = provider
}

/** The standing of each unit; undefined while nobody can tell, which shows as "no data". */
export async function standingsOf(
  db: Db,
  question: { areaIds: readonly string[]; on: PlainDate; publicOnly?: boolean },
): Promise<ReadonlyMap<string, AreaStanding> | undefined> {
  return areaStandings ? areaStandings(db, question) : undefined
}
