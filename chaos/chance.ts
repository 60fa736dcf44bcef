// Chance that can be repeated: the same seed gives the same run (mulberry32, Tommy Ettinger 2017, public domain).

export type Chance = {
  next(): number
  under(most: number): number
  happens(share: number): boolean
  pick<T>(of: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const under = (most: number): number => Math.floor(next() * most)
  return { next, under, happens: (share) => next() < share, pick: (of) => of[under(of.length)] as never }
}
