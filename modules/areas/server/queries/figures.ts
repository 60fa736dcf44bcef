// Denominators of a unit, and figures of its territory as they were and restated on the units of another day.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListFigures, RestateFigures } from '../../contract/figures.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { isValidOn, laterOf } from '../../rules/links.ts'
import { type Figure, restate } from '../../rules/restate.ts'
import { restateBack } from '../../rules/restate-back.ts'
import { type FlowSet, flowSet } from '../flow-set.ts'
import { unitById } from '../units-on.ts'
import { inReach } from './unit.ts'

type FigureRow = {
  id: string
  measure: string
  asOf: string
  value: number
  source: string
  demo: boolean
  version: number
  earlier: number
}

export const listFigures = answers(ListFigures, async ({ db, today, scopeFor }, { areaId, on = today }) => {
  const found = await sql<FigureRow>`
    select distinct on (measure) id, measure, as_of as "asOf", value, source, demo, version,
      (count(*) over (partition by measure))::int - 1 as earlier
    from area_denominator where area_id = ${areaId} and as_of <= ${on}::date
    order by measure, as_of desc`.execute(db)
  return { on, rows: found.rows, may: { manage: await inReach(db, scopeFor('areas.manage'), areaId) } }
})

type Own = { areaId: string; asOf: string; value: number; source: string; demo: boolean }

export const restateFigures = answers(
  RestateFigures,
  async ({ db, today, scope }, { id, measure, on = today, to = on }) => {
    const asked = await unitById(db, id)
    if (!asked) throw refuse(areaRefusals.no_such_unit)
    const set = await flowSet(db, asked, laterOf(on, to))
    const ids = [...set.units.keys()]
    // A figure out of reach counts as missing, so what depends on it is "cannot be restated", never a part of a sum.
    const found = await sql<Own>`
    select distinct on (area_id) area_id as "areaId", as_of as "asOf", value, source, demo
    from area_denominator
    where area_id = any(${ids}::uuid[]) and measure = ${measure} and as_of <= ${on}::date
      and ${within(scope, sql.ref('area_denominator.area_id'))}
    order by area_id, as_of desc`.execute(db)
    const own = new Map(found.rows.map((row) => [row.areaId, row]))
    const brief = (unitId: string) => {
      const { code, name, type } = set.units.get(unitId)!
      return { id: unitId, code, name, type }
    }
    const first = found.rows.map((row) => row.asOf).sort()[0] ?? on
    const restated = (to >= first ? forwards : backwards)({ set, own, first, to })
    const rows = restated
      .filter((each) => set.units.has(each.unitId))
      .sort((a, b) => (set.units.get(a.unitId)!.code < set.units.get(b.unitId)!.code ? -1 : 1))
      .map((each) => ({
        unit: brief(each.unitId),
        value: 'value' in each ? each.value : null,
        because:
          'value' in each ? [] : each.because.map((why) => ({ unit: brief(why.unitId), on: why.on, why: why.why })),
      }))
    return {
      on,
      to,
      asItWas: found.rows
        .map(({ areaId, ...row }) => ({ unit: brief(areaId), ...row }))
        .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
      restated: rows,
    }
  },
)

type Question = {
  set: FlowSet
  own: ReadonlyMap<string, Own>
  first: string
  to: string
}

/** Every unit of the territory on the day of the first figure counts; one without a figure spoils its heirs. */
function forwards({ set, own, first, to }: Question) {
  const missing = set.seeds.filter((id) => !own.has(id) && isValidOn(set.units.get(id)!, first))
  const figures: Figure[] = [
    ...[...own.values()].map(({ areaId, asOf, value }) => ({ unitId: areaId, on: asOf, value })),
    ...missing.map((unitId) => ({ unitId, on: first, value: null })),
  ]
  const { units } = restate(figures, [...set.links, ...set.outside], set.units, to)
  return units.filter((each) => isValidOn(set.units.get(each.unitId)!, to))
}

function backwards({ set, own, first, to }: Question) {
  const figures: Figure[] = [...set.units.values()]
    .filter((unit) => isValidOn(unit, first))
    .map((unit) => ({ unitId: unit.id, on: first, value: own.get(unit.id)?.value ?? null }))
  const links = [...set.links, ...set.outside]
  return restateBack(figures, links, set.units, first, to).filter((each) => isValidOn(set.units.get(each.unitId)!, to))
}
