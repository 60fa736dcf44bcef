// Counts of lists go so far and no further, so that they cost no more where there is more.

import { mostCounted } from '../contract.ts'

/** As far as it is counted; more is said to be more. */
export const countShown = (count: number): number | string => (count < mostCounted ? count : `${mostCounted - 1}+`)

/** Undefined where not all were counted. */
export const totalOf = (count: number | undefined): number | undefined =>
  count !== undefined && count < mostCounted ? count : undefined
