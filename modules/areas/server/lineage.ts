// Reads the successions around some units, forwards or all connected, and applies the rules of lineage to them.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type Held, holdersOf, holdersOfAll } from '../rules/holders.ts'
import type { Link } from '../rules/links.ts'
import { type Unit, unitsById, unitsOn } from './units-on.ts'

export type Succession = Link & { document: string; note: string }

const columns = sql`area_succession.on_date as "on", area_succession.from_id as "from", area_succession.to_id as "to",
  area_succession.share, area_succession.kind, area_succession.document, area_succession.note`

/** By its index, for the planner cannot guess how few rows a recursive query gives. */
const successionOf = (column: 'from_id' | 'to_id') =>
  sql`cross join lateral (select * from area_succession one where ${sql.ref(`one.${column}`)} = reached.id offset 0) area_succession`

/** The successions that lead on from the units, step by step to the end. */
export async function successionsFrom(db: Db, ids: readonly string[]): Promise<Succession[]> {
  if (ids.length === 0) return []
  const found = await sql<Succession>`
    with recursive reached as (
      select unnest(${ids as string[]}::uuid[]) as id
      union
      select area_succession.to_id from area_succession join reached on area_succession.from_id = reached.id
      where area_succession.to_id is not null
    )
    select ${columns} from reached ${successionOf('from_id')}
    order by area_succession.on_date`.execute(db)
  return found.rows
}

/** The successions that led to the units, step by step back to the beginning. */
export async function successionsInto(db: Db, ids: readonly string[]): Promise<Succession[]> {
  if (ids.length === 0) return []
  const found = await sql<Succession>`
    with recursive reached as (
      select unnest(${ids as string[]}::uuid[]) as id
      union
      select area_succession.from_id from area_succession join reached on area_succession.to_id = reached.id
    )
    select ${columns} from reached ${successionOf('to_id')}
    order by area_succession.on_date`.execute(db)
  return found.rows
}

/** The successions that led directly to any of the units. */
export async function successionsTo(db: Db, ids: readonly string[]): Promise<Succession[]> {
  const found = await sql<Succession>`
    select ${columns} from area_succession where to_id = any(${ids as string[]}::uuid[]) order by on_date`.execute(db)
  return found.rows
}

/** What became of a unit directly, and what it was made of directly, each side in the order of dates. */
export async function successionsOf(db: Db, id: string): Promise<{ from: Succession[]; to: Succession[] }> {
  const found = await sql<Succession>`
    select ${columns} from area_succession where area_succession.from_id = ${id} or area_succession.to_id = ${id}
    order by area_succession.on_date, area_succession.from_id`.execute(db)
  return {
    from: found.rows.filter((row) => row.to === id && row.from !== id),
    to: found.rows.filter((row) => row.from === id && row.to !== id),
  }
}

export type HeldUnit = Held & { unit: Unit }

/**
 * The units that hold the territory of a unit on `until`, the whole ones first, then in the order of codes. For a district
 * these are the units that hold its communes of the day `since`.
 */
export async function holdersOn(db: Db, unit: Unit, since: PlainDate, until: PlainDate): Promise<HeldUnit[]> {
  const communes = unit.level === 'district' ? await unitsOn(db, { within: unit.id, level: 'commune', on: since }) : []
  const starts = communes.length > 0 ? communes : [unit]
  const links = await successionsFrom(
    db,
    starts.map((start) => start.id),
  )
  const mentioned = new Set([...starts.map((start) => start.id), ...links.map((link) => link.to ?? link.from)])
  const units = new Map((await unitsById(db, [...mentioned])).map((each) => [each.id, each]))
  const held =
    starts.length === 1 && starts[0]
      ? holdersOf(starts[0].id, since, until, units, links)
      : holdersOfAll(
          starts.map((start) => start.id),
          since,
          until,
          units,
          links,
        )
  const whole = new Set(
    starts.flatMap((start) =>
      holdersOf(start.id, since, until, units, links)
        .filter((each) => each.share === 1)
        .map((each) => each.id),
    ),
  )
  return held
    .map((each) => ({ ...each, unit: units.get(each.id)! }))
    .sort((a, b) => Number(whole.has(b.id)) - Number(whole.has(a.id)) || (a.unit.code < b.unit.code ? -1 : 1))
}
