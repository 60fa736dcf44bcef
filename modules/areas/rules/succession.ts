// Whether a change of territory holds together, before any of it is written: how many become how many, and what of each goes where.

import { levels } from '../contract/kinds.ts'

type Named = { id: string; name: string; type: string; level: string }
export type Change = {
  kind: 'rename' | 'merge' | 'split'
  from: readonly { id: string; shares: readonly (number | null)[] }[]
  to: readonly { id: string; name: string; type: string }[]
}
/** Why it does not hold together, and of which unit that is said. */
export type Flaw =
  | { why: 'wrong_count' }
  | { why: 'mixed_levels'; unit: Named; other: Named }
  | { why: 'goes_nowhere' | 'too_many_shares' | 'shares_over_one'; unit: { name: string; type: string } }
  | { why: 'comes_from_nowhere'; unit: { name: string; type: string } }

/** `older` in the order of `change.from`. */
export function flawOf(change: Change, older: readonly Named[]): Flaw | undefined {
  if (!countFits(change)) return { why: 'wrong_count' }
  const [first] = older
  const other = older.find((unit) => unit.level !== first?.level)
  if (first && other) return { why: 'mixed_levels', unit: first, other }
  // A renaming moves nothing, so its share needs no saying.
  if (change.kind === 'rename') return undefined
  for (const [index, unit] of older.entries()) {
    const shares = change.from[index]?.shares ?? []
    if (shares.length === 0) return { why: 'goes_nowhere', unit }
    if (shares.length > change.to.length) return { why: 'too_many_shares', unit }
    const known = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
    if (known > 1 + 1e-9) return { why: 'shares_over_one', unit }
  }
  const reached = Math.max(...change.from.map((part) => part.shares.length))
  const unit = change.to[reached]
  return unit && { why: 'comes_from_nowhere', unit }
}

function countFits({ kind, from, to }: Change): boolean {
  if (kind === 'rename') return from.length === 1 && to.length === 1
  return kind === 'merge' ? from.length > 1 : from.length === 1 && to.length > 1
}

/** A superior stands on a higher level than what belongs to it; so no change can close a circle in the tree. */
export const standsAbove = (upper: { level: string }, lower: { level: string }): boolean =>
  levels.indexOf(upper.level as never) < levels.indexOf(lower.level as never)

/** Where each unit below goes: as it was told, or to the one new unit; those of whom nobody said it are named. */
export function homesOf<Child extends { id: string }>(
  children: readonly Child[],
  told: readonly { id: string; to: string }[],
  to: readonly { id: string }[],
): { homes: { child: Child; to: string }[]; untold: Child[] } {
  const by = new Map(told.map((each) => [each.id, each.to]))
  const only = to.length === 1 ? to[0]?.id : undefined
  const homes: { child: Child; to: string }[] = []
  const untold: Child[] = []
  for (const child of children) {
    const home = by.get(child.id) ?? only
    if (home && to.some((unit) => unit.id === home)) homes.push({ child, to: home })
    else untold.push(child)
  }
  return { homes, untold }
}
