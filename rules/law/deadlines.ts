// All time limits on record, and those that are the law on a day.

import type { Deadline } from './deadline.ts'
import { deadlinesOf2022 } from './deadlines-2022.ts'
import { deadlinesOf2026 } from './deadlines-2026.ts'
import { periodOn } from './periods.ts'

export const deadlines: readonly Deadline[] = [...deadlinesOf2026, ...deadlinesOf2022]

/** Empty for a day before 2022. */
export function deadlinesOn(day: string): readonly Deadline[] {
  const period = periodOn(day)?.id
  return deadlines.filter(({ periods }) => period !== undefined && periods.includes(period))
}
