// The boundaries of the units of one map, as coarse as its picture is small. All of them or none: a map with holes misleads.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { BoundaryShape } from '../../../../platform/web/flat-map.ts'
import { simplifyAll, smallest } from './simplify.ts'

export type Boundaries = { source: string; shapes: ReadonlyMap<string, BoundaryShape> }

/** The largest province ever had 579 communes; beyond that a picture says nothing. */
export const mostWithBoundaries = 600

// Making them coarse is the costly part and depends on what was imported alone: the last few maps are kept.
const kept = new Map<string, Boundaries>()
const mapsKept = 20

/** Undefined unless every unit has a boundary; `across` is how many points of a screen the picture is wide. */
export async function boundariesOf(db: Db, unitIds: readonly string[], across = 460): Promise<Boundaries | undefined> {
  const ids = [...new Set(unitIds)]
  if (ids.length === 0) return undefined
  const found = await sql<{ known: number; source: string; stamp: string }>`
    select count(*)::int as known, string_agg(distinct source, '; ' order by source) as source,
      string_agg(unit_id::text || xmin::text, ',' order by unit_id) as stamp
    from area_boundary where unit_id = any(${ids}::uuid[])`.execute(db)
  const { known, source, stamp } = found.rows[0]!
  if (known < ids.length) return undefined
  const key = createHash('sha256').update(`${across} ${stamp}`).digest('base64')
  const before = kept.get(key)
  if (before) return before
  const made = { source, shapes: await coarse(db, ids, across) }
  kept.set(key, made)
  if (kept.size > mapsKept) kept.delete(kept.keys().next().value as string)
  return made
}

async function coarse(db: Db, ids: readonly string[], across: number): Promise<ReadonlyMap<string, BoundaryShape>> {
  const found = await sql<{ code: string; geometry: BoundaryShape }>`
    select unit_id as code, geometry from area_boundary where unit_id = any(${ids as string[]}::uuid[])`.execute(db)
  const dot = breadthOf(found.rows.map((row) => row.geometry)) / across
  // A triangle of two dots on the screen is not seen.
  return simplifyAll(found.rows, Math.max(smallest, 2 * dot * dot))
}

/** Degrees from one side of the map to the other, the longer way. */
function breadthOf(shapes: readonly BoundaryShape[]): number {
  const ends = [Infinity, -Infinity, Infinity, -Infinity] as [number, number, number, number]
  for (const shape of shapes)
    for (const ring of shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat())
      for (const [lon = 0, lat = 0] of ring) {
        ends[0] = Math.min(ends[0], lon)
        ends[1] = Math.max(ends[1], lon)
        ends[2] = Math.min(ends[2], lat)
        ends[3] = Math.max(ends[3], lat)
      }
  return Math.max(ends[1] - ends[0], ends[3] - ends[2])
}
