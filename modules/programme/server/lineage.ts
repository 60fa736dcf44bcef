// Follows the units of a plan to the units that hold their territory on a later day.

import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type Succession, successionsFrom, type Unit, unitsById } from '../../areas/server/public.ts'

export type Became = {
  id: string
  code: string
  name: string
  type: string
  on: PlainDate
  kind: string
  document: string
  /** Part of the older unit, 0..1; null: not known. */
  share: number | null
}

/** For each unit that has ended by `on`, the units of that day that hold its territory; others are absent. */
export async function becameOf(
  db: Db,
  areaIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly Became[]>> {
  const links = (await successionsFrom(db, areaIds)).filter((link) => link.on <= on)
  if (links.length === 0) return new Map()
  const mentioned = new Set([...areaIds, ...links.flatMap((link) => link.to ?? [])])
  const units = new Map((await unitsById(db, [...mentioned])).map((unit) => [unit.id, unit]))
  const next = Map.groupBy(links, (link) => link.from)
  const became = new Map<string, readonly Became[]>()
  for (const id of areaIds) {
    const unit = units.get(id)
    if (!unit || !hasEnded(unit, on)) continue
    const holders = new Map<string, Became>()
    follow(unit, 1, on, { units, next, holders })
    const found = [...holders.values()].sort((one, other) => (one.code < other.code ? -1 : 1))
    if (found.length > 0) became.set(id, found)
  }
  return became
}

const hasEnded = (unit: Unit, on: PlainDate): boolean => unit.validTo !== null && unit.validTo <= on

type Way = {
  units: ReadonlyMap<string, Unit>
  next: ReadonlyMap<string, readonly Succession[]>
  holders: Map<string, Became>
}
function follow(unit: Unit, share: number | null, on: PlainDate, way: Way): void {
  for (const link of way.next.get(unit.id) ?? []) {
    const later = link.to && way.units.get(link.to)
    if (!later) continue
    // Once a share is unknown, every part after it is unknown too.
    const part = share === null || link.share === null ? null : share * link.share
    if (hasEnded(later, on)) follow(later, part, on, way)
    else {
      const { id, code, name, type } = later
      way.holders.set(id, { id, code, name, type, on: link.on, kind: link.kind, document: link.document, share: part })
    }
  }
}
