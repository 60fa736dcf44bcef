// The histories of all units as of a day, worked out once for what is known and kept for the next who asks.

import type { PlainDate } from '../../../platform/server/clock.ts'
import { statusHistory } from '../rules.ts'
import type { Histories } from '../standing.ts'
import type { Known } from './known.ts'

const kept = new WeakMap<Known, Map<string, Histories>>()
const mostDays = 40

/** Every unit's steps up to the day; `factsOnly` leaves out what is not published as fact. */
export function historiesOn(known: Known, on: PlainDate, factsOnly: boolean): Histories {
  const days = kept.get(known) ?? new Map<string, Histories>()
  kept.set(known, days)
  const key = `${on}${factsOnly}`
  const found = days.get(key)
  if (found) return found
  const decisions = factsOnly ? known.decisions.filter((decision) => decision.fact) : known.decisions
  const histories = statusHistory(decisions, known.successions, on, (areaId) => shortName(known, areaId))
  days.set(key, histories)
  if (days.size > mostDays) days.delete(days.keys().next().value as string)
  return histories
}

/** A unit in a list of names: towns and wards are told from communes of the same name. */
export function shortName(known: Known, areaId: string): string {
  const unit = known.units.get(areaId)
  if (!unit) return areaId
  return unit.type === 'thị trấn' ? `TT ${unit.name}` : unit.name
}
