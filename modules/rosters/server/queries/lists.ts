// The lists of a commune, with how many of each still stand on the day.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListRosters } from '../../contract.ts'
import { mayManage } from '../may-manage.ts'

type Row = {
  id: string
  group_id: string
  title: string
  place: string | null
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
    select list.id, list.group_id, list.title, coalesce(hamlet.name, body.name) as place, list.as_of, list.source, list.demo, (
      select count(*)::int from roster_entry entry where entry.commune_id = list.commune_id and entry.list_id = list.id
        and (entry.ended_on is null or entry.ended_on > ${on}::date)) as entries
    from roster_list list
    left join area_unit hamlet on hamlet.id = list.hamlet_id left join area_body body on body.id = list.body_id
    where list.commune_id = ${areaId} and list.as_of <= ${on}::date and list.undone_on is null
      and (list.replaced_on is null or list.replaced_on > ${on}::date)
    order by list.as_of desc, list.title`.execute(db)
  return {
    area: area.rows[0],
    groups: groups.rows.map(({ id, vi, en }) => ({ id, name: { vi, en } })),
    lists: lists.rows.map(({ group_id: groupId, as_of: asOf, ...row }) => ({ ...row, groupId, asOf })),
    may: { manage: await mayManage(db, scopeFor, areaId) },
  }
})
