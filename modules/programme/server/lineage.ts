// Follows the units of a plan to the units that hold their territory on a later day.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type Became = {
  id: string
  code: string
  name: string
  type: string
  on: PlainDate
  kind: string
  document: string
  /** Part of the older unit, 0..1; null: not known. */
  share: number | null
}

/** For each unit that has ended by `on`, the units of that day that hold its territory; others are absent. */
export async function becameOf(
  db: Db,
  areaIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly Became[]>> {
  if (areaIds.length === 0) return new Map()
  const found = await sql<Became & { origin: string }>`
    with recursive path as (
      select id as origin, id as unit_id, null::date as on_date, ''::text as kind, ''::text as document, 1::numeric as share
      from area_unit where id = any(${areaIds as string[]}::uuid[])
      union
      select path.origin, next.to_id, next.on_date, next.kind, next.document, path.share * next.share
      from path
      join area_unit ended on ended.id = path.unit_id and ended.valid_to <= ${on}::date
      join area_succession next on next.from_id = path.unit_id and next.to_id is not null and next.on_date <= ${on}::date
    )
    select origin, unit.id, unit.code, unit.name, unit.type, path.on_date as on, path.kind, path.document, path.share
    from path join area_unit unit on unit.id = path.unit_id
    where path.unit_id <> path.origin and unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date)
    order by unit.code`.execute(db)
  const became = new Map<string, Became[]>()
  for (const { origin, ...unit } of found.rows) became.set(origin, [...(became.get(origin) ?? []), unit])
  return became
}
