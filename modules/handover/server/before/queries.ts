// Which communes of before a commune may take files over from, and which files those still keep.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { heirsOn, type Unit, unitsById } from '../../../areas/server/public.ts'
import { countKept, filesKept, handOver, insideFiles, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import { handOverRefusals, ListCommunesBefore, ListFilesBefore } from '../../contract.ts'
import { departuresWhere } from '../far/rows.ts'
import { isOver, predecessorsOf } from './predecessors.ts'

const mostShown = 100

const shown = ({ id, name, type }: Unit) => ({ id, name, type })

export const listCommunesBefore = answers(ListCommunesBefore, async ({ db, person, today }, { communeId }) => {
  const readerId = person?.id ?? ''
  const rows = []
  for (const { unit, heirs } of await predecessorsOf(db, { communeId, readerId, today })) {
    const way = { communeId: unit.id, readerId, purpose: handOver }
    const { files, away } = await insideFiles(db, way, async (inside) => ({
      files: await countKept(inside, unit.id),
      away: await departuresWhere(
        inside,
        sql`row.from_id = ${unit.id} and row.state = 'sent'`,
        sql`order by row.due_at`,
      ),
    }))
    if (files + away.length > 0)
      rows.push({
        ...{ unit: shown(unit), until: unit.validTo ?? today, files, heirs: heirs.map(shown) },
        away: away.map(({ id, number, system, due_at }) => ({ id, number, system, dueAt: due_at })),
      })
  }
  return { rows }
})

/** Of which the commune is a successor; refused for any other. */
export async function predecessor(
  db: Db,
  { communeId, fromId, today }: { communeId: string; fromId: string; today: string },
): Promise<{ divided: boolean }> {
  const [unit] = await unitsById(db, [fromId])
  if (!unit || !isOver(unit, today)) throw refuse(handOverRefusals.commune_lives)
  const heirs = await heirsOn(db, unit, today)
  if (!heirs.some(({ id }) => id === communeId)) throw refuse(handOverRefusals.no_heir, { unit: unitNames(unit) })
  return { divided: heirs.length > 1 }
}

export const listFilesBefore = answers(ListFilesBefore, async ({ db, person, today }, { communeId, fromId }) => {
  const { divided } = await predecessor(db, { communeId, fromId, today })
  return sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId: fromId, readerId: person?.id ?? '', purpose: handOver }, async (files) => ({
      divided,
      files: await countKept(files, fromId),
      rows: (await filesKept(files, fromId, mostShown)).map((row) => ({
        ...row,
        residence: divided ? row.residence : null,
      })),
    })),
  )
})
