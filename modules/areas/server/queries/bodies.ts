// Agencies, schools, firms and other bodies of a unit and of all that it covers, cut to the reader's reach.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListBodies } from '../../contract/bodies.ts'
import { type BodyKind, countedBodyKinds, type Tree } from '../../contract/kinds.ts'
import { validOn } from '../units-on.ts'
import { inReach } from './unit.ts'

type Row = {
  id: string
  area: { id: string; code: string; name: string; type: string }
  tree: Tree
  kind: BodyKind
  name: string
  address: string
  members: number | null
  superior: { id: string; name: string } | null
  validFrom: string
  validTo: string | null
  demo: boolean
  version: number
}

export const listBodies = answers(
  ListBodies,
  async ({ db, today, scope, scopeFor }, { areaId, on = today, tree, kind, text, cursor, limit }) => {
    const words = nameKey(text).split(' ').filter(Boolean)
    const conditions = sql.join(
      [
        sql<boolean>`area_body.area_id in (select unit_id from area_coverage where ancestor_id = ${areaId})`,
        within(scope, sql.ref('area_body.area_id')),
        validOn('area_body', on),
        ...(tree ? [sql<boolean>`area_body.tree = ${tree}`] : []),
        ...(kind ? [sql<boolean>`area_body.kind = ${kind}`] : []),
        ...words.map((word) => sql<boolean>`strpos(area_name_key(area_body.name), ${word}) > 0`),
      ],
      sql` and `,
    )
    const counted = await sql<{ total: number; counted: number }>`
      select count(*)::int as total,
        (count(*) filter (where tree = 'government' and kind = any(${countedBodyKinds as string[]})))::int as counted
      from area_body where ${conditions}`.execute(db)
    const [afterCode = '', afterId = ''] = cursor?.split('|') ?? []
    const found = await sql<Row>`
      select area_body.id, area_body.tree, area_body.kind, area_body.name, area_body.address, area_body.members,
        area_body.valid_from as "validFrom", area_body.valid_to as "validTo", area_body.demo, area_body.version,
        jsonb_build_object('id', area_unit.id, 'code', area_unit.code, 'name', area_unit.name, 'type', area_unit.type) as area,
        case when superior.id is null then null else jsonb_build_object('id', superior.id, 'name', superior.name) end as superior
      from area_body join area_unit on area_unit.id = area_body.area_id
      left join area_body superior on superior.id = area_body.superior_id
      where ${conditions} ${
        cursor && isId(afterId)
          ? sql`and (area_unit.code, ${order}, area_body.id) > (select place.code, ${orderOf('last_')}, last_.id
              from area_body last_ join area_unit place on place.id = last_.area_id where last_.id = ${afterId})
              and area_unit.code >= ${afterCode}`
          : sql``
      }
      order by area_unit.code, ${order}, area_body.id limit ${limit + 1}`.execute(db)
    const rows = found.rows.slice(0, limit)
    const last = rows.at(-1)
    return {
      on,
      rows,
      total: counted.rows[0]?.total ?? 0,
      counted: counted.rows[0]?.counted ?? 0,
      next: found.rows.length > limit && last ? `${last.area.code}|${last.id}` : null,
      may: { manage: await inReach(db, scopeFor('areas.manage'), areaId) },
    }
  },
)

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/i.test(text)

/** The committee first, then public units, then schools from the youngest children up, then everybody else. */
function orderOf(table: string) {
  const kind = sql.ref(`${table}.kind`)
  const name = sql.ref(`${table}.name`)
  return sql<number>`array_position(array['agency', 'organisation', 'unit', 'school', 'cluster', 'firm', 'conditional-business', 'other'], ${kind}) * 10
    + case when ${name} ilike '%mầm non%' then 1 when ${name} ilike '%tiểu học%' then 2 when ${name} ilike '%THCS%' then 3 else 4 end`
}
const order = orderOf('area_body')
