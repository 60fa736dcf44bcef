// Finds the unit that a code meant on a day, for its public page.

import { sql } from 'kysely'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { MapStatus } from '../../recognition/server/public.ts'
import { statusOn } from '../../recognition/server/public.ts'
import type { Reader } from './reader.ts'

export type AreaUnit = {
  id: string
  code: string
  name: string
  type: string
  validTo: PlainDate | null
  above: string
  status: MapStatus
  /** Whether the plan that sets its aim still runs on the day. */
  planRuns: boolean
}

/** The commune with this code in force on the reader's day, else the latest that had it; in the public programmes only. */
export async function findUnit(db: Db, code: string, reader: Reader): Promise<AreaUnit | undefined> {
  if (/\p{Cc}/u.test(code)) return undefined
  const areas = reader.programmes.map((programme) => programme.areaId)
  const found = await sql<{
    id: string
    code: string
    name: string
    type: string
    validTo: PlainDate | null
    aboveName: string | null
    aboveType: string | null
  }>`
    select unit.id, unit.code, unit.name, unit.type, unit.valid_to as "validTo", above.name as "aboveName", above.type as "aboveType"
    from area_unit unit
    left join area_parent on area_parent.unit_id = unit.id and (area_parent.valid_to is null or area_parent.valid_to = unit.valid_to)
    left join area_unit above on above.id = area_parent.parent_id
    where unit.code = ${code} and unit.level = 'commune'
      and (exists (select 1 from area_coverage where unit_id = unit.id and ancestor_id = any(${areas}::uuid[]))
        or exists (select 1 from area_succession join area_coverage on area_coverage.unit_id = area_succession.from_id
          where area_succession.to_id = unit.id and area_coverage.ancestor_id = any(${areas}::uuid[])))
    order by (unit.valid_from <= ${reader.on} and (unit.valid_to is null or unit.valid_to > ${reader.on})) desc, unit.valid_from desc
    limit 1`.execute(db)
  const unit = found.rows[0]
  if (!unit) return undefined
  const on = unit.validTo && reader.on >= unit.validTo ? lastDay(unit.validTo) : reader.on
  const [status] = await statusOn(db, { areaIds: [unit.id], on, publicOnly: true, programmeId: reader.programme?.id })
  const { aboveName, aboveType, ...rest } = unit
  const above = aboveName && aboveType ? unitTitle({ name: aboveName, type: aboveType }, reader.language) : ''
  const end = reader.programme?.endsOn
  return { ...rest, above, status: status?.status ?? 'outside', planRuns: end !== undefined && on <= end }
}

const lastDay = (validTo: PlainDate): PlainDate =>
  new Date(Date.parse(`${validTo}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
