// The provinces of communes of which something is within reach: what is made safe is made safe over a whole province, whoever
// asks, so that two who see different parts of it know no more together.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import type { Context } from '../../../../platform/server/slice.ts'

export type Named = { id: string; name: string; type: string }
/** `mine`: within reach. */
type Commune = Named & { province: string; mine: boolean }
type Province = Named & { mine: boolean }

/** All given communes of those provinces, also those out of reach. */
export async function provincesOf(
  { db, scope, today }: Pick<Context, 'db' | 'scope' | 'today'>,
  known: readonly string[],
) {
  const { rows } = await sql<Commune & { province_name: string; province_type: string; all_mine: boolean }>`
    with recursive up (commune, unit, on_day) as (
      select id, id, greatest(${today}::date, valid_from) from area_unit where id = any(${known}::uuid[])
      union all
      select up.commune, parent.parent_id, up.on_day from up
      join area_parent parent on parent.unit_id = up.unit and parent.valid_from <= up.on_day
        and (parent.valid_to is null or parent.valid_to > up.on_day)
    )
    select commune.id, commune.name, commune.type, province.id as province, ${within(scope, sql.ref('commune.id'))} as mine,
      province.name as province_name, province.type as province_type, ${within(scope, sql.ref('province.id'))} as all_mine
    from up join area_unit province on province.id = up.unit and province.level = 'province'
    join area_unit commune on commune.id = up.commune
    order by province.name, commune.name, commune.id`.execute(db)
  const reached = new Set(rows.filter(({ mine }) => mine).map(({ province }) => province))
  const communes = rows.filter(({ province }) => reached.has(province))
  const provinces = new Map(
    communes.map(({ province, province_name, province_type, all_mine }): [string, Province] => [
      province,
      { id: province, name: province_name, type: province_type, mine: all_mine },
    ]),
  )
  return { communes, provinces: [...provinces.values()] }
}
