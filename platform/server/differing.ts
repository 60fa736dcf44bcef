// What a change leaves in the audit: of a record with many members only those that differ, in the same shape before and after.

import { isDeepStrictEqual } from 'node:util'

type Members = Readonly<Record<string, unknown>>
type Kept = Record<string, unknown>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parts with members of their own are compared member by member, so of a list kept by id only what changed is told. */
export function differing(before: Members, after: Members): { before: Kept; after: Kept } {
  const told: { before: Kept; after: Kept } = { before: {}, after: {} }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]]
    if (isDeepStrictEqual(was, is)) continue
    const parts = isMembers(was) && isMembers(is) ? differing(was, is) : { before: was, after: is }
    if (Object.hasOwn(before, name)) told.before[name] = parts.before
    if (Object.hasOwn(after, name)) told.after[name] = parts.after
  }
  return told
}
