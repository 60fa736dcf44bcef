// Where a reader's eyes should begin in the tree: at the district or province of the own rights, not at the top of the country.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { isValidOn } from '../rules/links.ts'
import { successionsInto } from './lineage.ts'
import { ancestors, type Unit, unitById, unitColumns, unitsById, validOn } from './units-on.ts'

type Root = Unit & { children: number }

/** The ids from the highest unit down to where to start; empty where there is no territory at all. */
export async function whereToStart(db: Db, scope: Scope, roots: readonly Root[], on: PlainDate): Promise<string[]> {
  const own = scope.everywhere ? undefined : await validAncestorOf(db, scope.roots[0], on)
  const largest = [...roots].sort((a, b) => b.children - a.children)[0]
  let start = own ?? largest
  if (!start) return []
  // A single child with children of its own says more than its parent: one district of one province.
  for (let only = await onlyChild(db, start.id, on); only; only = await onlyChild(db, start.id, on)) start = only
  const above = await ancestors(db, start.id, on)
  return [...above.map((unit) => unit.id), start.id]
}

/** The unit of a right as it was on the day: itself, or one that it was made of; for a commune the unit above it. */
async function validAncestorOf(db: Db, id: string | undefined, on: PlainDate): Promise<Unit | undefined> {
  const unit = id ? await unitById(db, id) : undefined
  if (!unit) return undefined
  const before = isValidOn(unit, on)
    ? [unit]
    : (await unitsById(db, [...new Set((await successionsInto(db, [unit.id])).map((link) => link.from))])).filter(
        (each) => isValidOn(each, on),
      )
  const then = before.find((each) => each.code === unit.code) ?? before[0]
  if (!then) return undefined
  return then.level === 'commune' || then.level === 'village'
    ? ((await ancestors(db, then.id, on)).at(-1) ?? then)
    : then
}

async function onlyChild(db: Db, id: string, on: PlainDate): Promise<Unit | undefined> {
  const found = await sql<Root>`
    select ${unitColumns}, (select count(*)::int from area_parent link
      where link.parent_id = area_unit.id and ${validOn('link', on)}) as children
    from area_parent join area_unit on area_unit.id = area_parent.unit_id
    where area_parent.parent_id = ${id} and ${validOn('area_parent', on)} limit 2`.execute(db)
  const [only, other] = found.rows
  return only && !other && only.children > 0 ? only : undefined
}
