// How territory passes from units to units: the pure shapes that every rule of this module works on, and one step in time.

export type Day = string
/** One unit's life; `validTo` is the first day on which it is no more. */
export type Life = { id: string; validFrom: Day; validTo: Day | null }
/** What became of a unit on a day. Share null: unknown. `to` null: a level of government that ended. */
export type Link = {
  on: Day
  from: string
  to: string | null
  share: number | null
  kind: string
  document?: string
}

export const isValidOn = (life: Life, day: Day): boolean =>
  life.validFrom <= day && (life.validTo === null || life.validTo > day)

export function laterOf(one: Day, other: Day): Day {
  if (one < other) return other
  return one
}
export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** The links of each day after `since` up to `until`, days in order. */
export function linksByDay(links: readonly Link[], since: Day, until: Day): [Day, Link[]][] {
  const days = new Map<Day, Link[]>()
  for (const link of links) {
    if (link.on <= since || link.on > until) continue
    const sameDay = days.get(link.on)
    if (sameDay) sameDay.push(link)
    else days.set(link.on, [link])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The links of one day by the unit that they lead away from. */
export function bySource(links: readonly Link[]): Map<string, Link[]> {
  const sources = new Map<string, Link[]>()
  for (const link of links) {
    const sameSource = sources.get(link.from)
    if (sameSource) sameSource.push(link)
    else sources.set(link.from, [link])
  }
  return sources
}

/**
 * The part of a unit that stays with it when `leaving` leads away from it on a day: 0 when it ends, null when a share is
 * unknown. A link from a unit to itself says the part outright.
 */
export function remainder(life: Life, leaving: readonly Link[], day: Day): number | null {
  if (life.validTo !== null && life.validTo <= day) return 0
  const own = leaving.find((link) => link.to === link.from)
  if (own) return own.share
  let left = 1
  for (const link of leaving) {
    if (link.share === null) return null
    left -= link.share
  }
  return left < 1e-9 ? 0 : left
}
