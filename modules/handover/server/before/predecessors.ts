// The communes of before whose territory a commune holds today; and in the files of which of them something stands that it goes on with.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { heirsOn, type Unit, unitsById } from '../../../areas/server/public.ts'
import { communesThatKeep, handOver, insideFiles } from '../../../cases/server/public.ts'
import { departuresWhere } from '../far/rows.ts'

type Asked = { communeId: string; readerId: string; today: string }

export const isOver = ({ level, validTo }: Unit, today: string): boolean =>
  level === 'commune' && validTo !== null && validTo <= today

export async function predecessorsOf(
  db: Db,
  { communeId, readerId, today }: Asked,
): Promise<{ unit: Unit; heirs: Unit[] }[]> {
  const found = []
  for (const unit of await unitsById(db, await communesThatKeep(db, readerId))) {
    if (!isOver(unit, today)) continue
    const heirs = await heirsOn(db, unit, today)
    if (heirs.some(({ id }) => id === communeId)) found.push({ unit, heirs })
  }
  return found
}

/**
 * In whose files a departure stands: those of the commune, or of one of before whose successor it is. It leaves those files by its
 * receipt alone, so whoever holds the territory now has to be able to enter that.
 */
export async function departureStandsAt(db: Db, { id, ...asked }: Asked & { id: string }): Promise<string> {
  const isIn = (communeId: string): Promise<boolean> =>
    insideFiles(db, { communeId, readerId: asked.readerId, purpose: handOver }, async (files) => {
      const found = await departuresWhere(files, sql`row.id = ${id} and row.from_id = ${communeId}`)
      return found.length > 0
    })
  if (await isIn(asked.communeId)) return asked.communeId
  for (const { unit } of await predecessorsOf(db, asked)) if (await isIn(unit.id)) return unit.id
  return asked.communeId
}
