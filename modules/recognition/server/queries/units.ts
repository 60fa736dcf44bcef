// The units for which a decision can be entered on a day, for the form: found by name with or without diacritics.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { unitKind, unitName } from '../../../../platform/contract/unit-name.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListUnits } from '../../contract.ts'
import { standingOn } from '../../standing.ts'
import { historiesOn } from '../histories.ts'
import { known } from '../known.ts'
import { allCommunes } from '../territory.ts'

export const listUnits = answers(ListUnits, async ({ db, scope, language }, { on, q, limit }) => {
  const all = await known(db)
  const wanted = nameKey(q)
  const fitting = allCommunes(all, on).filter(
    (unit) => unit.code === q || nameKey(`${unitName(unit, 'vi')} ${unitKind(unit.type, 'en')}`).includes(wanted),
  )
  const reached = await sql<{ id: string }>`
    select unit.id from unnest(${fitting.map((unit) => unit.id)}::uuid[]) with ordinality as unit(id, place)
    where ${within(scope, sql.ref('unit.id'))} order by place limit ${limit + 1}`.execute(db)
  const histories = historiesOn(all, on, false)
  const units = reached.rows.slice(0, limit).flatMap(({ id }) => {
    const unit = all.units.get(id)
    if (!unit) return []
    const parent = unit.parents.find((each) => each.from <= on && (each.to === null || on < each.to))
    const above = parent && all.units.get(parent.parentId)
    return [
      {
        id,
        code: unit.code,
        name: unit.name,
        type: unit.type,
        standing: standingOn(histories, id, on)?.standing ?? ('none' as const),
        parent: above ? unitName(above, language) : '',
      },
    ]
  })
  return { units, more: reached.rows.length > limit }
})
