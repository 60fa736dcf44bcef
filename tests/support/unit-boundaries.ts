// Gives units boundaries as an import leaves them: neighbours in a row, each with winding sides of many corners.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'

export const boundarySource = 'ranh-gioi.geojson, 15/11/2024'

type Place = [number, number]
const side = (lon: number): Place[] =>
  Array.from({ length: 300 }, (_, at) => {
    const way = at / 299
    return [lon + 0.002 * Math.sin(way * 40), 20.7 + 0.1 * way]
  })

export async function giveBoundaries(db: Db, unitIds: readonly string[]): Promise<void> {
  const shapes = unitIds.map((_, at) => {
    const [west, east] = [side(106 + at * 0.02), side(106 + (at + 1) * 0.02)]
    return JSON.stringify({ type: 'Polygon', coordinates: [[...west, ...east.reverse(), west[0]]] })
  })
  await sql`
    insert into area_boundary (unit_id, geometry, source, imported_on)
    select id, geometry::jsonb, ${boundarySource}, '2024-11-15'
    from unnest(${unitIds as string[]}::uuid[], ${shapes}::text[]) as new (id, geometry)`.execute(db)
}

export async function takeBoundary(db: Db, unitId: string): Promise<void> {
  await sql`delete from area_boundary where unit_id = ${unitId}`.execute(db)
}
