// Where units of any day lie on one day: who holds their territory then, and which units are above. Many at once.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { holdersOf } from '../rules/holders.ts'
import { successionsFrom } from './lineage.ts'
import { type Unit, unitColumns, unitsById, validOn } from './units-on.ts'

/** `chain`: the holder itself first, then the units above it that are valid on the day, up to the province. */
export type PlacedUnit = { state: 'placed'; chain: readonly Unit[] } | { state: 'divided' } | { state: 'gone' }

/**
 * A unit lies where the one unit lies that holds all of it. One that was divided, or of which nobody knows the shares,
 * is `divided`: figures of it cannot be restated. One of which nobody says what became is `gone`.
 */
export async function placedOn(
  db: Db,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, PlacedUnit>> {
  const links = (await successionsFrom(db, unitIds)).filter((link) => link.on <= on)
  const mentioned = new Set([...unitIds, ...links.flatMap(({ from, to }) => [from, to ?? from])])
  const lives = new Map((await unitsById(db, [...mentioned])).map((unit) => [unit.id, unit]))
  const linksFrom = Map.groupBy(links, (link) => link.from)
  const holderOf = (id: string): string | 'divided' | 'gone' => {
    const life = lives.get(id)
    if (!life) return 'gone'
    // Most units have no successor: nothing has to be followed for them.
    if (!linksFrom.has(id)) return life.validTo === null || life.validTo > on ? id : 'gone'
    const held = holdersOf(id, life.validFrom, on, lives, links)
    const [only, ...others] = held
    if (!only) return 'gone'
    return others.length === 0 && only.share === 1 ? only.id : 'divided'
  }
  const holders = new Map(unitIds.map((id) => [id, holderOf(id)]))
  const chains = await chainsOf(db, new Set(holders.values()), on)
  return new Map(
    unitIds.map((id): [string, PlacedUnit] => {
      const holder = holders.get(id) as string
      if (holder === 'divided' || holder === 'gone') return [id, { state: holder }]
      return [id, { state: 'placed', chain: chains.get(holder) ?? [] }]
    }),
  )
}

async function chainsOf(db: Db, ids: ReadonlySet<string>, on: PlainDate): Promise<Map<string, Unit[]>> {
  const found = await sql<{ start: string; unit_id: string }>`
    with recursive above as (
      select id as start, id, 0 as distance from unnest(${[...ids].filter((id) => id.length === 36)}::uuid[]) as id
      union all
      select above.start, upper.parent_id, above.distance + 1
      from above
      cross join lateral (select * from area_parent where area_parent.unit_id = above.id and ${validOn('area_parent', on)}
        limit 1) upper
      where above.distance < 10
    )
    select start, id as unit_id from above order by start, distance`.execute(db)
  const units = await sql<Unit>`
    select ${unitColumns} from area_unit
    where id = any(${[...new Set(found.rows.map((row) => row.unit_id))]}::uuid[]) and ${validOn('area_unit', on)}`.execute(
    db,
  )
  const byId = new Map(units.rows.map((unit) => [unit.id, unit]))
  const chains = new Map<string, Unit[]>()
  for (const { start, unit_id } of found.rows) {
    const unit = byId.get(unit_id)
    if (!unit) continue
    const chain = chains.get(start)
    if (chain) chain.push(unit)
    else chains.set(start, [unit])
  }
  return chains
}
