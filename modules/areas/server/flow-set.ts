// Which territory a lineage picture is about: the district that a unit belongs to or came from, else the unit alone.

import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { FlowLife } from '../rules/flow.ts'
import { knownFrom } from '../rules/known.ts'
import { type Succession, successionsFrom, successionsInto, successionsTo } from './lineage.ts'
import { ancestors, everBelow, type Unit, unitsById } from './units-on.ts'

export type FlowSet = {
  about: Unit | undefined
  seeds: string[]
  units: Map<string, Unit & FlowLife>
  links: Succession[]
  /** What came in from units that are not in the picture; figures of the picture alone do not tell of it. */
  outside: Succession[]
  /** The picture would hold too many units: only the unit's own path is in it. */
  cut: boolean
}

const mostUnits = 120

/** The seeds, units and successions of the picture for a unit, as far as they were known on the day. */
export async function flowSet(db: Db, unit: Unit, on: PlainDate): Promise<FlowSet> {
  const back = await successionsInto(db, [unit.id])
  const own = [unit.id, ...back.map((link) => link.from)]
  const about = unit.level === 'commune' ? await commonDistrict(db, own) : undefined
  const district = unit.level === 'district' ? unit : about
  if (district) {
    const communes = (await everBelow(db, district.id, 'commune')).map((each) => each.id)
    if (communes.length > 0 && communes.length <= mostUnits) return gather(db, district, communes, on, false)
  }
  return gather(db, unit.level === 'district' ? unit : about, own, on, unit.level !== 'province')
}

/** The one district that all of the units ever lay in; undefined when there are several. */
async function commonDistrict(db: Db, ids: readonly string[]): Promise<Unit | undefined> {
  const found = new Map<string, Unit>()
  for (const unit of await unitsById(db, ids))
    for (const upper of await ancestors(db, unit.id, unit.validFrom))
      if (upper.level === 'district') found.set(upper.id, upper)
  return found.size === 1 ? [...found.values()][0] : undefined
}

async function gather(db: Db, about: Unit | undefined, seeds: string[], on: PlainDate, cut: boolean): Promise<FlowSet> {
  const all = await successionsFrom(db, seeds)
  const links = all.filter((link) => knownFrom(link.document, link.on) <= on)
  const reached = [...new Set([...seeds, ...links.flatMap((link) => (link.to ? [link.to] : []))])]
  const outside = (await successionsTo(db, reached)).filter(
    (link) => !reached.includes(link.from) && knownFrom(link.document, link.on) <= on,
  )
  const ids = new Set([...reached, ...outside.map((link) => link.from)])
  const units = new Map((await unitsById(db, [...ids])).map((unit) => [unit.id, unit]))
  return { about, seeds: seeds.filter((id) => (units.get(id)?.validFrom ?? '9999') <= on), units, links, outside, cut }
}
