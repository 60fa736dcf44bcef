// A figure restated on the units of another day. What cannot be known is said to be so, with the reason; never a guess.

import { bySource, type Day, type Life, type Link, linksByDay, remainder } from './links.ts'

/** `value` null: this unit should have a figure and has none. */
export type Figure = { unitId: string; on: Day; value: number | null }
export type CannotReason = 'share-unknown' | 'no-figure' | 'level-removed' | 'mixed-since'
/** The unit (and the change, where it was one) that the reason lies with. */
export type Because = { unitId: string; on: Day | null; why: CannotReason }
export type Restated =
  | { unitId: string; value: number }
  | { unitId: string; cannot: 'cannot be restated'; reason: CannotReason; because: Because[] }
export type Restatement = {
  units: Restated[]
  /** What went to no recorded unit because known shares add up to less than 1; part of the total. */
  unplaced: number
}

type Amount = { value: number; because: Because[] }

const nothing: Amount = { value: 0, because: [] }
function add(a: Amount | undefined, b: Amount): Amount {
  const { value, because } = a ?? nothing
  const fresh = b.because.filter(
    (one) => !because.some((other) => other.unitId === one.unitId && other.on === one.on && other.why === one.why),
  )
  return { value: value + b.value, because: [...because, ...fresh] }
}

const asRestated = (unitId: string, { value, because }: Amount): Restated =>
  because[0] ? { unitId, cannot: 'cannot be restated', reason: because[0].why, because } : { unitId, value }

const uncounted = (unitId: string): Amount => ({ value: 0, because: [{ unitId, on: null, why: 'no-figure' }] })
const first = (figure: Figure): Amount =>
  figure.value === null ? uncounted(figure.unitId) : { value: figure.value, because: [] }

/**
 * Carries figures forward, each from its own day, to the units of `toDay`. The total of the figures equals the total of
 * the answers plus `unplaced` whenever every share on the way is known; an unknown share spoils exactly the units that it
 * leads to, and those that their territory went on to. So does a part that came from a unit without a figure. A unit that
 * was counted itself later has that count.
 */
export function restate(
  figures: readonly Figure[],
  links: readonly Link[],
  lives: ReadonlyMap<string, Life>,
  toDay: Day,
): Restatement {
  const waiting = figures
    .filter((figure) => figure.on <= toDay)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let amounts = new Map<string, Amount>()
  let unplaced = 0
  let entered = 0
  // A figure of the very day of a change is a figure of the units after it.
  const enterBefore = (day: Day | undefined) => {
    for (; entered < waiting.length; entered += 1) {
      const figure = waiting[entered]!
      if (day !== undefined && figure.on >= day) return
      if (figure.value !== null || !amounts.has(figure.unitId)) amounts.set(figure.unitId, first(figure))
    }
  }
  for (const [day, sameDay] of linksByDay(links, waiting[0]?.on ?? toDay, toDay)) {
    enterBefore(day)
    const leaving = bySource(sameDay)
    const next = new Map<string, Amount>()
    for (const [id, amount] of amounts) {
      const away = leaving.get(id)
      if (!away) {
        next.set(id, add(next.get(id), amount))
        continue
      }
      const step = passOn(id, amount, away, lives.get(id), day)
      for (const [to, part] of step.parts) next.set(to, add(next.get(to), part))
      unplaced += step.unplaced
    }
    for (const link of sameDay)
      if (link.to !== null && link.to !== link.from && !amounts.has(link.from))
        next.set(link.to, add(next.get(link.to), uncounted(link.from)))
    amounts = next
  }
  enterBefore(undefined)
  return { units: [...amounts].map(([unitId, amount]) => asRestated(unitId, amount)), unplaced }
}

/** One unit's amount on one day of change: what each of its successors gets, and what stays. */
function passOn(
  id: string,
  amount: Amount,
  away: readonly Link[],
  life: Life | undefined,
  day: Day,
): { parts: [string, Amount][]; unplaced: number } {
  if (away.every((link) => link.to === null)) {
    const removed: Because = { unitId: id, on: day, why: 'level-removed' }
    return { parts: [[id, { value: 0, because: [...amount.because, removed] }]], unplaced: 0 }
  }
  const unknown: Because = { unitId: id, on: day, why: 'share-unknown' }
  const shareOut = (share: number | null): Amount =>
    share === null
      ? { value: 0, because: [...amount.because, unknown] }
      : { value: amount.value * share, because: amount.because }
  const parts: [string, Amount][] = []
  let placed: number | null = 0
  const place = (to: string, share: number | null) => {
    parts.push([to, shareOut(share)])
    placed = placed === null || share === null ? null : placed + share
  }
  const left = life ? remainder(life, away, day) : 0
  if (left !== 0) place(id, left)
  for (const link of away) if (link.to !== null && link.to !== id) place(link.to, link.share)
  const lost: number = placed === null || amount.because.length > 0 ? 0 : (1 - placed) * amount.value
  return { parts, unplaced: Math.abs(lost) < 1e-9 * Math.max(1, amount.value) ? 0 : lost }
}
