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

/** Who has signed, of how many (null: nobody knows), counted from lists until a day or declared with papers. */
export type SignedShare = {
  signed: number
  of: number | null
  countedOn: PlainDate | null
  papers: { used: boolean; asOf: PlainDate; source: string | null; documentId: string | null } | null
}

export type SignedShares = (
  db: Db,
  question: {
    programmeId: string
    year: number
    asked: readonly { areaId: string; groupId: string }[]
    on: PlainDate
    publicOnly?: boolean
  },
) => Promise<readonly ({ areaId: string; groupId: string } & SignedShare)[]>

let signedShares: SignedShares | undefined

/** Says who knows what was signed: the drives to sign commitments. */
export function provideSignedShares(provider: SignedShares): void {
  signedShares = provider
}

/** By `area group`; absent where no drive of the year asks that group. */
export async function signedOf(
  db: Db,
  question: Parameters<SignedShares>[1],
): Promise<ReadonlyMap<string, SignedShare>> {
  if (!signedShares || question.asked.length === 0) return new Map()
  const found = await signedShares(db, question)
  return new Map(found.map(({ areaId, groupId, ...share }) => [`${areaId} ${groupId}`, share]))
}
