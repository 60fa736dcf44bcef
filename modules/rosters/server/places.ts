// The places of a commune that a list, an entry or a figure may belong to, as they are on a day.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

export type PlaceIn = { hamletId: string | null; bodyId: string | null }

/** What the place is within the commune on the day; undefined where it is none of its places. */
export async function placeIn(db: Db, communeId: string, placeId: string, on: string): Promise<PlaceIn | undefined> {
  if (placeId === communeId) return { hamletId: null, bodyId: null }
  const { hamlets, bodies } = await placesOfCommune(db, communeId, on)
  if (hamlets.some(({ id }) => id === placeId)) return { hamletId: placeId, bodyId: null }
  return bodies.some(({ id }) => id === placeId) ? { hamletId: null, bodyId: placeId } : undefined
}

type Named = { id: string; name: string }

export async function placesOfCommune(
  db: Db,
  communeId: string,
  on: string,
): Promise<{ hamlets: Named[]; bodies: Named[] }> {
  const hamlets = await sql<Named>`
    select unit.id, unit.name from area_parent link join area_unit unit on unit.id = link.unit_id
    where link.parent_id = ${communeId} and unit.level = 'village'
      and link.valid_from <= ${on}::date and (link.valid_to is null or link.valid_to > ${on}::date)
      and unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date)
    order by unit.name`.execute(db)
  const bodies = await sql<Named>`
    select id, name from area_body where area_id = any(${[communeId, ...hamlets.rows.map(({ id }) => id)]}::uuid[])
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    order by name limit 2000`.execute(db)
  return { hamlets: hamlets.rows, bodies: bodies.rows }
}
