// What lies below units that end: each unit below stays the unit it is, and belongs to a new one from that day on.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { homesOf } from '../../rules/succession.ts'
import { type Unit, unitColumns, unitsById } from '../units-on.ts'

export type Home = { child: Unit; to: string }
type Told = {
  date: string
  to: readonly { id: string }[]
  children?: readonly { id: string; to: string }[] | undefined
}

/** Where each unit below the older ones goes on the day; refused by name where nobody said it. */
export async function childrenAfter(db: Db, older: readonly Unit[], { date, to, children }: Told): Promise<Home[]> {
  const told = children ?? []
  const below = await openChildren(
    db,
    older.map((unit) => unit.id),
    date,
  )
  const stranger = told.find((each) => !below.some((child) => child.id === each.id))
  if (stranger) {
    const [unit] = await unitsById(db, [stranger.id])
    throw refuse(areaRefusals.not_a_child, { name: unit ? unitNames(unit) : stranger.id }, 'children')
  }
  const { homes, untold } = homesOf(below, told, to)
  if (untold.length > 0)
    throw refuse(areaRefusals.children_untold, { count: untold.length, names: listed(untold) }, 'children')
  return homes
}

/** Ten names are enough to know which are meant. */
function listed(units: readonly Unit[]) {
  const names = units.slice(0, 10).map(unitNames)
  const more = units.length > names.length ? '…' : ''
  return { vi: names.map(({ vi }) => vi).join(', ') + more, en: names.map(({ en }) => en).join(', ') + more }
}

async function openChildren(db: Db, ids: readonly string[], date: string): Promise<Unit[]> {
  const found = await sql<Unit>`
    select ${unitColumns} from area_unit where id in (
      select unit_id from area_parent
      where parent_id = any(${ids as string[]}::uuid[]) and (valid_to is null or valid_to > ${date}::date))
    order by code`.execute(db)
  return found.rows
}

/** A link that goes on past the day is cut there and goes on to the new unit; one that begins later leads there outright. */
export async function moveChildren(
  db: Db,
  homes: readonly Home[],
  olderIds: readonly string[],
  date: string,
): Promise<void> {
  if (homes.length === 0) return
  const going = sql`unnest(${homes.map(({ child }) => child.id)}::uuid[], ${homes.map(({ to }) => to)}::uuid[]) as going(child_id, home_id)`
  const below = sql`area_parent.parent_id = any(${olderIds as string[]}::uuid[])`
  await sql`
    update area_parent set parent_id = going.home_id from ${going}
    where area_parent.unit_id = going.child_id and ${below} and area_parent.valid_from >= ${date}::date`.execute(db)
  const open = await sql<{ unit_id: string; home_id: string; valid_to: string | null }>`
    select area_parent.unit_id, going.home_id, area_parent.valid_to from area_parent join ${going}
      on area_parent.unit_id = going.child_id
    where ${below} and (area_parent.valid_to is null or area_parent.valid_to > ${date}::date)`.execute(db)
  await sql`
    update area_parent set valid_to = ${date}
    where ${below} and (valid_to is null or valid_to > ${date}::date)`.execute(db)
  for (const link of open.rows)
    await sql`
      insert into area_parent (unit_id, parent_id, valid_from, valid_to)
      values (${link.unit_id}, ${link.home_id}, ${date}, ${link.valid_to})`.execute(db)
}
