// What those who lead are told of late hand-overs: which communes, so that they can be asked to answer, and counts in which no
// small one stands nor can be computed. A hand-over is one person: its number, way and times are for the two communes alone.

/** The commune has to answer, or waits for one that works on another installation; or it has not acknowledged whom it was told of. */
export const lateReasons = ['answer', 'elsewhere', 'notice'] as const
export type LateReason = (typeof lateReasons)[number]

export type Waiting = { communeId: string; why: LateReason; late: boolean }
export type LateShown = {
  /** Null: hidden. */
  onTheirWay: number | null
  late: number | null
  communes: { id: string; why: LateReason[] }[]
}

/** Of one province: all that waits in it. */
export function lateShown(waiting: readonly Waiting[], least: number): LateShown {
  const late = waiting.filter((each) => each.late)
  const named = new Set(late.map(({ communeId, why }) => `${why} ${communeId}`)).size
  // Each commune that is named has one at least: what is left to them together must leave every one of them open.
  const isOpen = (count: number) => named < 2 || count - named + 1 >= least
  const isSafe = (count: number) => count === 0 || (count >= least && isOpen(count))
  const onTheirWay = isSafe(waiting.length) ? waiting.length : null
  const tellsTheRest = onTheirWay === null || !isSafe(late.length) || isSmall(waiting.length - late.length, least)
  return {
    onTheirWay,
    late: late.length > 0 && tellsTheRest ? null : late.length,
    communes: communesLate(waiting),
  }
}

/** Each commune once, with why. */
export function communesLate(waiting: readonly Waiting[]): LateShown['communes'] {
  const late = waiting.filter((each) => each.late)
  return [...new Set(late.map(({ communeId }) => communeId))].map((id) => ({
    id,
    why: lateReasons.filter((why) => late.some((each) => each.communeId === id && each.why === why)),
  }))
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least
