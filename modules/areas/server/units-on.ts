// Reads units as they were on a day: one, those within another, ancestors. The one place with the SQL of dated parents.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Level } from '../contract/kinds.ts'

export type Unit = {
  id: string
  code: string
  name: string
  type: string
  level: Level
  validFrom: PlainDate
  validTo: PlainDate | null
  lat: number | null
  lon: number | null
  positionApproximate: boolean
  km2: number | null
}

/** The columns of a `Unit`, from the table or alias `area_unit`. */
export const unitColumns = sql`area_unit.id, area_unit.code, area_unit.name, area_unit.type, area_unit.level,
  area_unit.valid_from as "validFrom", area_unit.valid_to as "validTo", area_unit.lat, area_unit.lon,
  area_unit.position_approximate as "positionApproximate", area_unit.area_km2 as km2`

/** SQL that is true where the row of `table` (with valid_from and valid_to) is valid on the day. */
export const validOn = (table: string, day: PlainDate) =>
  sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${day}::date and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day}::date)`

/**
 * Joins the unit of each row of a recursive query by its key. The planner cannot guess how few rows those give, and would
 * read the whole country to find fifteen communes.
 */
const unitOf = (table: string) =>
  sql`cross join lateral (select * from area_unit one where one.id = ${sql.ref(`${table}.id`)} offset 0) area_unit`

/** A unit by its id, whenever it was valid. */
export async function unitById(db: Db, id: string): Promise<Unit | undefined> {
  const found = await sql<Unit>`select ${unitColumns} from area_unit where id = ${id}`.execute(db)
  return found.rows[0]
}

/** Units by their ids, in the order of their codes. */
export async function unitsById(db: Db, ids: readonly string[]): Promise<Unit[]> {
  if (ids.length === 0) return []
  const found = await sql<Unit>`
    select ${unitColumns} from area_unit where id = any(${ids as string[]}::uuid[]) order by code, valid_from`.execute(
    db,
  )
  return found.rows
}

/** The unit that bore the code on the day. */
export async function unitByCode(db: Db, code: string, on: PlainDate): Promise<Unit | undefined> {
  const found = await sql<Unit>`
    select ${unitColumns} from area_unit where code = ${code} and ${validOn('area_unit', on)}`.execute(db)
  return found.rows[0]
}

/**
 * The units of a level that were valid on a day, in the order of their codes. `within` is the id of a unit above them on
 * that day; without it, the whole country.
 */
export async function unitsOn(
  db: Db,
  { within, level, on }: { within?: string; level: Level; on: PlainDate },
): Promise<Unit[]> {
  if (!within) {
    const all = await sql<Unit>`
      select ${unitColumns} from area_unit where level = ${level} and ${validOn('area_unit', on)} order by code`.execute(
      db,
    )
    return all.rows
  }
  const below = await sql<Unit>`
    with recursive below as (
      select ${within}::uuid as id
      union
      select area_parent.unit_id from area_parent join below on area_parent.parent_id = below.id
      where ${validOn('area_parent', on)}
    )
    select ${unitColumns} from below ${unitOf('below')}
    where area_unit.level = ${level} and ${validOn('area_unit', on)} order by area_unit.code`.execute(db)
  return below.rows
}

/** The units above a unit on a day, the highest first. */
export async function ancestors(db: Db, id: string, on: PlainDate): Promise<Unit[]> {
  const found = await sql<Unit>`
    with recursive above as (
      select ${id}::uuid as id, 0 as distance
      union
      select area_parent.parent_id, above.distance + 1 from area_parent join above on area_parent.unit_id = above.id
      where ${validOn('area_parent', on)} and above.distance < 10
    )
    select ${unitColumns} from above ${unitOf('above')} where above.distance > 0
    order by above.distance desc`.execute(db)
  return found.rows
}

/** Every unit that lay below a unit on any day, of one level. */
export async function everBelow(db: Db, id: string, level: Level): Promise<Unit[]> {
  const found = await sql<Unit>`
    with recursive below as (
      select ${id}::uuid as id
      union
      select area_parent.unit_id from area_parent join below on area_parent.parent_id = below.id
    )
    select ${unitColumns} from below ${unitOf('below')}
    where area_unit.level = ${level} order by area_unit.code, area_unit.valid_from`.execute(db)
  return found.rows
}
