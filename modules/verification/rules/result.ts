// Who is to be visited, who stands in for somebody who cannot be met, and whether the lot passes: by the rule alone.

export const outcomes = ['confirmed', 'denied', 'unknown', 'silent', 'away', 'moved'] as const
export type Outcome = (typeof outcomes)[number]

/** Nobody can be asked: the next of the reserve stands in. All other outcomes settle the visit. */
const stoodInFor: ReadonlySet<Outcome> = new Set<Outcome>(['away', 'moved'])
export const isStoodInFor = (outcome: Outcome | null): boolean => outcome !== null && stoodInFor.has(outcome)

export type Drawn = { position: number; outcome: Outcome | null }

/** Those to visit, in the order of the draw: the sample, and one more of the reserve for each who cannot be met. */
export function toVisit<D extends Drawn>(drawn: readonly D[], sample: number): D[] {
  const order = [...drawn].sort((one, other) => one.position - other.position)
  let standing = 0
  return order.filter(({ outcome }) => {
    if (standing >= sample) return false
    if (!isStoodInFor(outcome)) standing += 1
    return true
  })
}

/** Whether a visit may be written down so: one whose stand-in was visited already stays as it was. */
export function mayRecord(
  drawn: readonly Drawn[],
  sample: number,
  position: number,
  outcome: Outcome | null,
): 'not_to_visit' | 'stand_in_visited' | undefined {
  if (!toVisit(drawn, sample).some((each) => each.position === position)) return 'not_to_visit'
  const then = drawn.map((each) => (each.position === position ? { ...each, outcome } : each))
  const left = new Set(toVisit(then, sample).map((each) => each.position))
  const lost = drawn.some((each) => each.outcome !== null && each.position !== position && !left.has(each.position))
  return lost ? 'stand_in_visited' : undefined
}

export type Judged = {
  outcome: 'passed' | 'failed'
  /** Those who could not confirm, whyever. */
  wrong: number
  denied: number
  unknown: number
  silent: number
  /** Those whom nobody was left to stand in for; they count as not confirmed. */
  unmet: number
  stoodIn: number
}

/** How far the visits are; `waiting` is 0 when the lot can be judged. */
export function progressOf(drawn: readonly Drawn[], sample: number): { visited: number; waiting: number } {
  const asked = toVisit(drawn, sample)
  const waiting = asked.filter(({ outcome }) => outcome === null).length
  return { visited: asked.length - waiting, waiting }
}

/** Undefined as long as somebody is still to be visited. */
export function judge(drawn: readonly Drawn[], sample: number, allowed: number): Judged | undefined {
  const asked = toVisit(drawn, sample)
  if (asked.some(({ outcome }) => outcome === null)) return undefined
  const count = (wanted: Outcome) => asked.filter(({ outcome }) => outcome === wanted).length
  const stoodIn = asked.filter(({ outcome }) => isStoodInFor(outcome)).length
  const unmet = sample - (asked.length - stoodIn)
  const [denied, unknown, silent] = [count('denied'), count('unknown'), count('silent')]
  const wrong = denied + unknown + silent + unmet
  return { outcome: wrong <= allowed ? 'passed' : 'failed', wrong, denied, unknown, silent, unmet, stoodIn }
}
