// The programmes that concern somebody: those of the areas that they hold any right in, and those led from above them.

import { sql } from 'kysely'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Context } from '../../../../platform/server/slice.ts'
import { ListProgrammes } from '../../contract.ts'
import { concerns } from '../reach.ts'

type Row = {
  id: string
  slug: string
  name_vi: string
  name_en: string
  starts_on: string
  ends_on: string
  opens_on: string | null
  demo: boolean
  area_id: string
  code: string
  area_name: string
  type: string
  level: 'province' | 'district' | 'commune' | 'village'
}

export const listProgrammes = answers(ListProgrammes, async (context) => {
  const scope = wholeReach(context)
  const found = await sql<Row>`
    select programme.id, slug, name_vi, name_en, starts_on, ends_on, opens_on, demo,
      area_id, code, area_unit.name as area_name, type, level
    from programme join area_unit on area_unit.id = area_id
    where ${concerns(scope, sql.ref('programme.area_id'))}
    order by starts_on desc, name_vi`.execute(context.db)
  return {
    programmes: found.rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: { vi: row.name_vi, en: row.name_en },
      area: { id: row.area_id, code: row.code, name: row.area_name, type: row.type, level: row.level },
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      opensOn: row.opens_on,
      demo: row.demo,
    })),
  }
})

function wholeReach({ rights }: Context): Scope {
  if (rights.some((right) => right.areaId === null)) return { everywhere: true, roots: [] }
  return { everywhere: false, roots: [...new Set(rights.map((right) => right.areaId as string))] }
}
