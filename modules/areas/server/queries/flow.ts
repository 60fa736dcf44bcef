// The lineage of a territory as a picture: 17 units, then 15, then 4 and a part of a fifth.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { LineageFlow } from '../../contract/pictures.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { flowOf, pathOf } from '../../rules/flow.ts'
import { laterOf } from '../../rules/links.ts'
import { flowSet } from '../flow-set.ts'
import { unitById } from '../units-on.ts'
import { rowsKnownOn } from './tree.ts'

export const lineageFlow = answers(LineageFlow, async ({ db, today }, { id, on = today }) => {
  const unit = await unitById(db, id)
  if (!unit) throw refuse(areaRefusals.no_such_unit)
  const set = await flowSet(db, unit, on)
  // A change that was announced already belongs in the picture, though its day is still to come.
  const until = set.links.reduce((last, link) => laterOf(link.on, last), on)
  const { columns, steps, inPart } = flowOf(set.seeds, set.units, set.links, until)
  const aboutRow = set.about ? (await rowsKnownOn(db, [set.about], on))[0] : undefined
  return {
    on,
    about: aboutRow ?? null,
    columns: columns.map((column, index) => {
      const before = columns[index - 1]?.unitIds ?? []
      return {
        date: column.date,
        documents: [...new Set(set.links.filter((link) => link.on === column.date).map((link) => link.document))],
        nodes: column.unitIds.map((unitId) => {
          const { code, name, type } = set.units.get(unitId)!
          const older = before.map((other) => set.units.get(other)!).find((other) => other.code === code)
          const codeWas = older && older.id !== unitId && older.name !== name ? older.name : null
          return { id: unitId, code, name, type, codeWas, inPart: inPart.has(unitId) }
        }),
      }
    }),
    links: steps,
    path: pathOf(id, steps),
    cut: set.cut,
  }
})
