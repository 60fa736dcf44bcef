// Who stands on the rosters of a commune on a day, page by page: by group, place or list, found by number, name or address.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import type { placeKinds } from '../../contract/declared.ts'
import { ListRosterEntries } from '../../contract/entries.ts'
import { mayManage } from '../may-manage.ts'
import { placesOfCommune } from '../places.ts'

type Row = {
  id: string
  number: number | null
  name: string
  address: string
  headcount: number | null
  groupId: string
  placeId: string
  placeName: string
  placeKind: (typeof placeKinds)[number]
  since: string
  version: number
}

const last = 2_147_483_647

export const listRosterEntries: Handler = answers(ListRosterEntries, async ({ db, scopeFor }, input) => {
  const { areaId, on, limit } = input
  const area = await sql<{ id: string; name: string }>`
    select id, name from area_unit where id = ${areaId} and level = 'commune'`.execute(db)
  if (!area.rows[0]) throw refuse(platformRefusals.not_found)
  const groups = await sql<{ id: string; vi: string; en: string }>`
    select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
  const words = input.q?.trim() ? nameKey(input.q.trim()) : null
  const [number, id] = (input.cursor ?? '').split(' ')
  const { rows } = await sql<Row>`
    with page as (
      select * from roster_entry entry
      where entry.commune_id = ${areaId} and entry.since <= ${on}::date
        and (entry.ended_on is null or entry.ended_on > ${on}::date)
        and (${input.group ?? null}::text is null or entry.group_id = ${input.group ?? null})
        and (${input.placeId ?? null}::uuid is null or entry.place_id = ${input.placeId ?? null}::uuid)
        and (${input.listId ?? null}::uuid is null or entry.list_id = ${input.listId ?? null}::uuid)
        and (${words}::text is null or entry.name_key like '%' || ${words} || '%' or entry.number::text = ${words}
          or (entry.address <> '' and area_name_key(entry.address) like '%' || ${words} || '%'))
        and (${id ?? null}::text is null
          or (coalesce(entry.number, ${last}), entry.id) > (${Number(number) || 0}::int, ${id ?? null}::uuid))
      order by coalesce(entry.number, ${last}), entry.id limit ${limit + 1}
    )
    select page.id, page.number, page.name, page.address, page.headcount, page.group_id as "groupId",
      page.place_id as "placeId", coalesce(body.name, unit.name) as "placeName", page.since, page.version,
      case when body.id is not null then 'body' when unit.level = 'village' then 'hamlet' else 'whole' end as "placeKind"
    from page left join area_unit unit on unit.id = page.place_id left join area_body body on body.id = page.place_id
    order by coalesce(page.number, ${last}), page.id`.execute(db)
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  const { hamlets } = await placesOfCommune(db, areaId, on)
  return {
    area: area.rows[0],
    rows: shown.map(({ placeId, placeName, placeKind, ...row }) => ({
      ...row,
      place: { id: placeId, kind: placeKind, name: placeName },
    })),
    ...(rows.length > limit && end ? { next: `${end.number ?? last} ${end.id}` } : {}),
    groups: groups.rows.map((group) => ({ id: group.id, name: { vi: group.vi, en: group.en } })),
    hamlets,
    may: { manage: await mayManage(db, scopeFor, areaId) },
  }
})
