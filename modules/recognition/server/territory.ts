// Which communes of a day make up an area, also an area that has ended or has not begun on that day.

import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Known, KnownUnit } from './known.ts'

export type Communes = {
  whole: readonly KnownUnit[]
  /** Communes that hold only a part of the area, or an unknown one: never counted, always named. */
  partial: readonly KnownUnit[]
}

export const inForce = (unit: KnownUnit, on: PlainDate): boolean =>
  unit.validFrom <= on && (unit.validTo === null || on < unit.validTo)

const dayBefore = (day: PlainDate): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The communes in force on the day that make up the area; in the order of their codes. */
export function communesOf(known: Known, areaId: string, on: PlainDate): Communes {
  const area = known.units.get(areaId)
  if (!area) return { whole: [], partial: [] }
  if (on < area.validFrom) return { whole: byCode(before(known, area, on)), partial: [] }
  if (inForce(area, on)) return { whole: byCode(below(known, area, on)), partial: [] }
  const last = dayBefore(area.validTo as PlainDate)
  return after(known, below(known, area, last), on)
}

/** Every commune in force on the day. */
export function allCommunes(known: Known, on: PlainDate): KnownUnit[] {
  return byCode([...known.units.values()].filter((unit) => unit.level === 'commune' && inForce(unit, on)))
}

const byCode = (units: Iterable<KnownUnit>): KnownUnit[] =>
  [...new Set(units)].sort((one, other) => one.code.localeCompare(other.code))

function below(known: Known, area: KnownUnit, on: PlainDate): KnownUnit[] {
  if (area.level === 'commune') return [area]
  return (known.childrenOf.get(area.id) ?? [])
    .filter((child) => inForce(child, on) && child.parents.some((parent) => isParent(parent, area.id, on)))
    .flatMap((child) => below(known, child, on))
}

const isParent = (parent: KnownUnit['parents'][number], areaId: string, on: PlainDate): boolean =>
  parent.parentId === areaId && parent.from <= on && (parent.to === null || on < parent.to)

/** The communes of those units that went whole into an area which had not begun yet. */
function before(known: Known, area: KnownUnit, on: PlainDate): KnownUnit[] {
  const list = area.level === 'commune' ? known.successions : known.upperSuccessions
  return list
    .filter((each) => each.toId === area.id && each.share === 1)
    .flatMap((each) => {
      const earlier = known.units.get(each.fromId)
      if (!earlier) return []
      return inForce(earlier, on) ? below(known, earlier, on) : on < earlier.validFrom ? before(known, earlier, on) : []
    })
}

/** Where the territory of these communes lies on a later day. */
function after(known: Known, communes: readonly KnownUnit[], on: PlainDate): Communes {
  const from = Map.groupBy(known.successions, (each) => each.fromId)
  const whole = new Set<KnownUnit>()
  const partial = new Set<KnownUnit>()
  const seen = new Set<string>()
  const follow = (unit: KnownUnit, entire: boolean): void => {
    const step = `${unit.id}${entire}`
    if (seen.has(step)) return
    seen.add(step)
    if (inForce(unit, on)) {
      ;(entire ? whole : partial).add(unit)
      return
    }
    for (const each of from.get(unit.id) ?? []) {
      const next = known.units.get(each.toId)
      if (next && each.on <= on) follow(next, entire && each.share === 1)
    }
  }
  for (const commune of communes) follow(commune, true)
  return { whole: byCode(whole), partial: byCode([...partial].filter((unit) => !whole.has(unit))) }
}
