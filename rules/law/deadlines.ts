// All time limits on record, and those that are the law on a day.

import type { Deadline } from './deadline.ts'
import { deadlinesOf2022 } from './deadlines-2022.ts'
import { deadlinesOf2026 } from './deadlines-2026.ts'
import { deadlinesOfMonitoring } from './deadlines-monitoring.ts'
import { periodOn } from './periods.ts'

export const deadlines: readonly Deadline[] = [...deadlinesOf2026, ...deadlinesOfMonitoring, ...deadlinesOf2022]

/** Empty for a day before 2022. */
export function deadlinesOn(day: string): readonly Deadline[] {
  const period = periodOn(day)?.id
  return deadlines.filter(({ periods }) => period !== undefined && periods.includes(period))
}

const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]))

/** The time limit with that id, which must exist. */
export function deadlineOf(id: string): Deadline {
  const found = byId.get(id)
  if (!found) throw new Error(`No time limit is on record with the id ${id}.`)
  return found
}
