// Many units, told by the unit above them.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { UnitStatus } from '../../recognition/server/public.ts'

type Group = { id: string; name: string; total: number; drugFree: number; late: number }

/** Units counted by the parent that they have on the day, in the order of the parents' codes. */
export async function groupsOf(
  db: Db,
  units: readonly UnitStatus[],
  late: ReadonlyMap<string, number>,
  on: PlainDate,
): Promise<Group[]> {
  const found = await sql<{ unit_id: string; id: string; name: string }>`
    select area_parent.unit_id, upper.id, upper.name
    from area_parent join area_unit upper on upper.id = area_parent.parent_id
    where area_parent.unit_id = any(${units.map((unit) => unit.id)}::uuid[])
      and area_parent.valid_from <= ${on}::date and (area_parent.valid_to is null or area_parent.valid_to > ${on}::date)
    order by upper.code`.execute(db)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const groups = new Map<string, Group>()
  for (const row of found.rows) {
    const group = groups.get(row.id) ?? { id: row.id, name: row.name, total: 0, drugFree: 0, late: 0 }
    const status = byId.get(row.unit_id)?.status
    group.total += 1
    group.drugFree += status === 'kept' || status === 'converted' ? 1 : 0
    group.late += late.get(row.unit_id) ?? 0
    groups.set(row.id, group)
  }
  return [...groups.values()]
}
