// Who may give what to whom: pure decisions, each with the refusal that says why not.

import { platformRefusals, type Refusal, refuse } from '../../platform/contract/refusal.ts'
import type { Right } from '../../platform/server/rights.ts'
import { refusals } from './contract/refusals.ts'
import { longestDelegationDays } from './limits.ts'

export const manage = 'access.manage'

/** Lent rights let one work in somebody's stead; they are never passed on and never used to give rights. */
export const ownRights = (rights: readonly Right[]): Right[] => rights.filter((right) => !right.actingFor)

/** A right reaches an area when it is held everywhere, or at the area or at one that holds it. */
export const reaches = (right: Right, areaId: string | null, above: ReadonlySet<string>): boolean =>
  right.areaId === null || (areaId !== null && above.has(right.areaId))

/** A right to be given or taken: a role's permissions at an area (null: everywhere) that lies under `above`. */
export type Giving = { permissions: readonly string[]; areaId: string | null; above: ReadonlySet<string> }

/** Why these rights do not suffice to give or take that one; `withheld`: those that wait for a second factor. */
export function giveRefusal(
  { rights, withheld }: { rights: readonly Right[]; withheld: readonly Right[] },
  { permissions, areaId, above }: Giving,
): Refusal | undefined {
  const own = ownRights(rights)
  const here = own.filter((right) => reaches(right, areaId, above))
  if (!here.some((right) => right.permission === manage))
    return areaId === null && own.some((right) => right.permission === manage)
      ? refuse(refusals.everywhere_needed)
      : refuse(refusals.lent_manage)
  if (here.some((right) => right.permission === manage && right.areaId === null)) return undefined
  const held = new Set(here.map((right) => right.permission))
  const missing = permissions.filter((permission) => !held.has(permission))
  if (missing.length === 0) return undefined
  const waiting = new Set(
    ownRights(withheld).flatMap((right) => (reaches(right, areaId, above) ? [right.permission] : [])),
  )
  return missing.every((permission) => waiting.has(permission))
    ? refuse(platformRefusals.two_factors_needed)
    : refuse(refusals.more_than_own, { missing: missing.join(', ') })
}

export type Lending = {
  giverId: string
  receiverId: string
  today: string
  from: string
  to: string
  /** The roles that the giver holds by a grant of their own on the first day. */
  ownRoles: readonly string[]
  roleId: string | null
  /** Undefined: no post is meant; else the giver's time in it. */
  post?: { from: string; to: string | null } | 'not-held'
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Why these rights cannot be lent so. */
export function lendRefusal(lending: Lending): Refusal | undefined {
  const { from, to, today, ownRoles, roleId, post } = lending
  if (lending.giverId === lending.receiverId) return refuse(refusals.not_to_yourself, {}, 'toPersonId')
  if (from < today) return refuse(refusals.in_the_past, { today }, 'from')
  if (to <= from) return refuse(refusals.dates_reversed, {}, 'to')
  if (dayNumber(to) - dayNumber(from) > longestDelegationDays)
    return refuse(refusals.too_long, { days: longestDelegationDays }, 'to')
  if (ownRoles.length === 0) return refuse(refusals.nothing_to_lend)
  if (roleId !== null && !ownRoles.includes(roleId)) return refuse(refusals.role_not_own, {}, 'roleId')
  if (post === undefined) return undefined
  if (post === 'not-held' || post.from > from || (post.to !== null && post.to < to))
    return refuse(refusals.post_not_own, {}, 'postId')
  return undefined
}
