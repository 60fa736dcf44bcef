// Posts that work can be assigned to within reach, on a day: for the form, to one unit or to many of a kind.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListPosts } from '../../contract.ts'
import { viewOf } from '../programme-in-view.ts'

type Found = {
  id: string
  kind: string
  title_vi: string
  title_en: string
  area_id: string
  area_name: string
  level: string
  place: string
  held: boolean
}
const byName = new Intl.Collator('vi')

export const listPosts = answers(ListPosts, async (context, input) => {
  const { db, language, scope } = context
  const { programme, on } = await viewOf(context, input)
  const found = await sql<Found>`
    select post.id, post.kind, post.title_vi, post.title_en, unit.id as area_id, unit.name as area_name, unit.level,
      coalesce(body.name, case when unit.level in ('commune', 'village') then unit.name end, '') as place,
      exists (
        select 1 from post_holder where post_id = post.id and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
      ) as held
    from post join area_unit unit on unit.id = post.area_id left join area_body body on body.id = post.body_id
    where ${within(scope, sql.ref('post.area_id'))}
      and unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date)
      and exists (select 1 from area_coverage where unit_id = unit.id and ancestor_id = ${programme.areaId})
      and (${input.kind ?? null}::text is null or post.kind = ${input.kind ?? null})
      and (${input.level ?? null}::text is null or unit.level = ${input.level ?? null})
      and (${input.area ?? null}::uuid is null or exists (
        select 1 from area_coverage where (ancestor_id = ${input.area ?? null} and unit_id = unit.id)
          or (unit_id = ${input.area ?? null} and ancestor_id = unit.id)))`.execute(db)
  const wanted = nameKey(input.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
  const matches = (row: Found) => {
    const key = nameKey(`${row.title_vi} ${row.title_en} ${row.area_name} ${row.place}`)
    return wanted.every((word) => key.includes(word))
  }
  const titleOf = (row: Found) => (language === 'vi' ? row.title_vi : row.title_en)
  const rows = found.rows
    .filter(matches)
    .sort((one, other) => byName.compare(one.place, other.place) || byName.compare(titleOf(one), titleOf(other)))
  const kinds = new Map<string, { kind: string; title: string; posts: number }>()
  for (const row of rows.filter((each) => each.level === 'commune')) {
    const kind = kinds.get(row.kind) ?? { kind: row.kind, title: titleOf(row), posts: 0 }
    kinds.set(row.kind, { ...kind, posts: kind.posts + 1 })
  }
  return {
    rows: rows.slice(0, input.limit).map((row) => ({
      id: row.id,
      title: titleOf(row),
      place: row.place,
      kind: row.kind,
      areaId: row.area_id,
      areaName: row.area_name,
      level: row.level,
      held: row.held,
    })),
    kinds: [...kinds.values()].sort((one, other) => other.posts - one.posts),
  }
})
