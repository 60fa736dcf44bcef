// A figure carried back to the units of an earlier day. Only what follows without a guess: a unit whose successors hold
// nothing else is the sum of them; a unit that was mixed with others cannot be told apart again.

import { bySource, type Day, type Life, type Link, linksByDay, remainder } from './links.ts'
import type { Because, Figure, Restated } from './restate.ts'

type Amount = { value: number; because: Because[] }

/** Figures of one day, newer than `toDay`, on the units that were valid on `toDay`. */
export function restateBack(
  figures: readonly Figure[],
  links: readonly Link[],
  lives: ReadonlyMap<string, Life>,
  onDay: Day,
  toDay: Day,
): Restated[] {
  let amounts = new Map<string, Amount>(
    figures.map((figure) => [
      figure.unitId,
      figure.value === null
        ? { value: 0, because: [{ unitId: figure.unitId, on: null, why: 'no-figure' as const }] }
        : { value: figure.value, because: [] },
    ]),
  )
  for (const [day, sameDay] of linksByDay(links, toDay, onDay).reverse())
    amounts = stepBack(amounts, sameDay, lives, day)
  return [...amounts].map(([unitId, { value, because }]) =>
    because[0] ? { unitId, cannot: 'cannot be restated', reason: because[0].why, because } : { unitId, value },
  )
}

function stepBack(
  after: ReadonlyMap<string, Amount>,
  sameDay: readonly Link[],
  lives: ReadonlyMap<string, Life>,
  day: Day,
): Map<string, Amount> {
  const sources = bySource(sameDay.filter((link) => link.to !== null))
  const into = new Map<string, Set<string>>()
  const receives = (to: string, from: string) => into.set(to, (into.get(to) ?? new Set()).add(from))
  for (const [from, away] of sources) {
    for (const link of away) receives(link.to as string, from)
    const life = lives.get(from)
    if (life && remainder(life, away, day) !== 0) receives(from, from)
  }
  // What existed before the day and took something in was itself there before.
  for (const [to, froms] of into) {
    const life = lives.get(to)
    if (life && life.validFrom < day) froms.add(to)
  }
  const before = new Map<string, Amount>()
  for (const [id, amount] of after) if (!into.has(id)) before.set(id, amount)
  const older = new Set([...into.values()].flatMap((froms) => [...froms]))
  for (const id of older) {
    const takers = [...into].filter(([, froms]) => froms.has(id))
    if (takers.every(([to]) => !after.has(to))) continue
    before.set(id, sumOf(id, takers, after, day))
  }
  return before
}

function sumOf(
  id: string,
  takers: readonly [string, Set<string>][],
  after: ReadonlyMap<string, Amount>,
  day: Day,
): Amount {
  if (takers.some(([, froms]) => froms.size > 1))
    return { value: 0, because: [{ unitId: id, on: day, why: 'mixed-since' }] }
  let value = 0
  const because: Because[] = []
  for (const [to] of takers) {
    const amount = after.get(to)
    if (!amount) because.push({ unitId: to, on: null, why: 'no-figure' })
    else {
      value += amount.value
      because.push(...amount.because)
    }
  }
  return { value, because }
}
