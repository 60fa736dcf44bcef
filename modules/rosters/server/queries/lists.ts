// The lists of a commune, with how many of each still stand on the day.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListRosters } from '../../contract.ts'

type Row = {
  id: string
  group_id: string
  title: string
  as_of: string
  source: string
  demo: boolean
  entries: number
}

export const listRosters: Handler = answers(ListRosters, async ({ db, scopeFor }, { areaId, on }) => {
  const area = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit where id = ${areaId} and level = 'commune'`.execute(db)
  if (!area.rows[0]) throw refuse(platformRefusals.not_found)
  const groups = await sql<{ id: string; vi: string; en: string }>`
    select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
  const lists = await sql<Row>`
    select list.id, list.group_id, list.title, list.as_of, list.source, list.demo, (
      select count(*)::int from roster_entry entry where entry.commune_id = list.commune_id and entry.list_id = list.id
        and (entry.ended_on is null or entry.ended_on > ${on}::date)) as entries
    from roster_list list
    where list.commune_id = ${areaId} and list.as_of <= ${on}::date and list.undone_on is null
    order by list.as_of desc, list.title`.execute(db)
  const manage = scopeFor('rosters.manage')
  const may = await sql<{ manage: boolean }>`
    select ${manage.everywhere} or exists (select 1 from area_coverage where unit_id = ${areaId}
      and ancestor_id = any(${manage.roots as string[]}::uuid[])) as manage`.execute(db)
  return {
    area: area.rows[0],
    groups: groups.rows.map(({ id, vi, en }) => ({ id, name: { vi, en } })),
    lists: lists.rows.map(({ group_id: groupId, as_of: asOf, ...row }) => ({ ...row, groupId, asOf })),
    may: { manage: may.rows[0]?.manage ?? false },
  }
})
