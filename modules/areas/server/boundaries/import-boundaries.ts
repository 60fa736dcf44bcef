// Keeps the boundaries of the units that were valid on a day. All or nothing: an unknown code is named, not left out.

import path from 'node:path'
import { geoCentroid } from 'd3-geo'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { validOn } from '../units-on.ts'
import { readShapes, type ShapeError } from './read-shapes.ts'
import { simplifyAll } from './simplify.ts'

export type BoundaryOutcome = { done: true; kept: number } | { done: false; errors: ShapeError[] }
type Options = { place: string; on: string; today: string; audit?(db: Db, kept: number): Promise<void> }

export async function importBoundaries(db: Kysely<DB>, { place, on, today, audit }: Options): Promise<BoundaryOutcome> {
  const { shapes, errors } = readShapes(place)
  if (errors.length > 0) return { done: false, errors }
  return db.transaction().execute(async (inside): Promise<BoundaryOutcome> => {
    const codes = shapes.map((shape) => shape.code)
    const found = await sql<{ id: string; code: string }>`
      select id, code from area_unit where code = any(${codes}) and ${validOn('area_unit', on)}`.execute(inside)
    const ids = new Map(found.rows.map((unit) => [unit.code, unit.id]))
    const unknown = shapes.filter((shape) => !ids.has(shape.code))
    const day = on.split('-').reverse().join('/')
    if (unknown.length > 0)
      return {
        done: false,
        errors: unknown.map(({ code, file }) => ({
          file: path.basename(file),
          code,
          vi: `Ngày ${day} không có đơn vị nào mang mã ${code}.`,
          en: `On ${day} no unit has the code ${code}.`,
        })),
      }
    const rows = [...simplifyAll(shapes)].map(([code, geometry]) => ({ id: ids.get(code)!, geometry }))
    const source = `${path.basename(place)}, ${day}`
    for (let at = 0; at < rows.length; at += 200) await keep(inside, rows.slice(at, at + 200), source, today)
    await audit?.(inside, rows.length)
    return { done: true, kept: rows.length }
  })
}

type Row = { id: string; geometry: Parameters<typeof geoCentroid>[0] }

async function keep(db: Db, rows: readonly Row[], source: string, today: string): Promise<void> {
  const ids = rows.map((row) => row.id)
  await sql`
    insert into area_boundary (unit_id, geometry, source, imported_on)
    select id, geometry::jsonb, ${source}, ${today}::date
    from unnest(${ids}::uuid[], ${rows.map((row) => JSON.stringify(row.geometry))}::text[]) as new (id, geometry)
    on conflict (unit_id) do update
      set geometry = excluded.geometry, source = excluded.source, imported_on = excluded.imported_on`.execute(db)
  const centres = rows.map((row) => geoCentroid(row.geometry))
  // The middle of a boundary is better than an approximate position, and than none.
  await sql`
    update area_unit set lon = new.lon, lat = new.lat, position_approximate = false
    from unnest(${ids}::uuid[], ${centres.map(([lon]) => lon)}::float8[], ${centres.map(([, lat]) => lat)}::float8[])
      as new (id, lon, lat)
    where area_unit.id = new.id and (area_unit.lat is null or area_unit.position_approximate)`.execute(db)
}
