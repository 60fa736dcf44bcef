// Of how many, by group and place of a commune on a day: what the lists count, what papers declare, which of them counts.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { DenominatorHistory, ListDenominators, type placeKinds } from '../../contract/declared.ts'
import { type DeclaredFigure, ofWhat, papersOf } from '../../contract/of-what.ts'
import { mayManage } from '../may-manage.ts'
import { placesOfCommune } from '../places.ts'

type Kind = (typeof placeKinds)[number]
type Row = {
  groupId: string
  id: string
  kind: Kind
  name: string
  counted: number | null
  countedOn: string | null
  list: { source: string; asOf: string; count: number } | null
  declared: (DeclaredFigure & { id: string; version: number }) | null
}

export const listDenominators: Handler = answers(ListDenominators, async ({ db, scopeFor }, { areaId, on }) => {
  const area = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit where id = ${areaId} and level = 'commune'`.execute(db)
  if (!area.rows[0]) throw refuse(platformRefusals.not_found)
  const groups = await sql<{ id: string; vi: string; en: string }>`
    select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
  const rows = await figuresOf(db, areaId, on)
  return {
    area: area.rows[0],
    groups: groups.rows.map(({ id, vi, en }) => ({
      id,
      name: { vi, en },
      ...told(rows.filter(({ groupId }) => groupId === id)),
    })),
    ...(await placesOfCommune(db, areaId, on)),
    may: { manage: await mayManage(db, scopeFor, areaId) },
  }
})

function told(rows: readonly Row[]) {
  const judged = ofWhat(rows.map(({ kind, counted, declared }) => ({ whole: kind === 'whole', counted, declared })))
  const sum = (figures: readonly (number | null | undefined)[]): number | null => {
    const known = figures.filter((figure) => figure !== null && figure !== undefined)
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
  }
  const days = rows.flatMap(({ countedOn }) => countedOn ?? []).sort()
  return {
    of: sum(judged.map(({ of }) => of)),
    counted: sum(rows.map(({ counted }) => counted)),
    countedOn: days.at(-1) ?? null,
    papers: papersOf(judged.map(({ paper }) => paper)),
    places: rows.map(({ groupId: _, ...row }, at) => ({
      ...row,
      of: judged[at]?.of ?? null,
      used: judged[at]?.paper?.used ?? false,
    })),
  }
}

async function figuresOf(db: Db, communeId: string, on: string): Promise<Row[]> {
  const found = await sql<Row>`
    with counted as (
      select group_id, place_id, sum(entries)::int as counted, max(on_date) as counted_on
      from roster_count where commune_id = ${communeId} and on_date <= ${on}::date group by 1, 2
    ), declared as (
      select distinct on (group_id, place_id) group_id, place_id, jsonb_build_object('id', id, 'value', value, 'asOf', as_of,
        'source', source, 'documentId', document_id, 'prevails', prevails, 'version', version) as declared
      from roster_declared where commune_id = ${communeId} and as_of <= ${on}::date
        and (withdrawn_on is null or withdrawn_on > ${on}::date)
      order by group_id, place_id, as_of desc
    ), listed as (
      select distinct on (group_id, place_id) group_id, coalesce(hamlet_id, body_id, commune_id) as place_id,
        jsonb_build_object('source', source, 'asOf', as_of,
          'count', count(*) over (partition by group_id, coalesce(hamlet_id, body_id, commune_id))) as list
      from roster_list where commune_id = ${communeId} and as_of <= ${on}::date and undone_on is null
        and (replaced_on is null or replaced_on > ${on}::date)
      order by group_id, place_id, as_of desc
    )
    select group_id as "groupId", place_id as id, coalesce(body.name, unit.name) as name,
      case when body.id is not null then 'body' when unit.level = 'village' then 'hamlet' else 'whole' end as kind,
      counted.counted, counted.counted_on as "countedOn", listed.list, declared.declared
    from counted full join declared using (group_id, place_id) left join listed using (group_id, place_id)
    left join area_unit unit on unit.id = place_id left join area_body body on body.id = place_id
    order by kind = 'whole' desc, kind = 'hamlet' desc, name`.execute(db)
  // What was undone or ended to nobody, on a place of which no list stands any more, is no data and not 0.
  return found.rows
    .map((row) => (row.counted === 0 && !row.list ? { ...row, counted: null, countedOn: null } : row))
    .filter(({ counted, declared }) => counted !== null || declared !== null)
}

export const denominatorHistory: Handler = answers(DenominatorHistory, async ({ db }, { areaId, groupId }) => {
  const found = await sql<HistoryRow>`
    select told.*, coalesce(body.name, unit.name) as place_name, person.name as by,
      case when body.id is not null then 'body' when unit.level = 'village' then 'hamlet' else 'whole' end as place_kind
    from (
      select 'list' as kind, id, coalesce(hamlet_id, body_id, commune_id) as place_id, title, source, null::uuid as document_id, as_of, null::int as value,
        false as prevails, coalesce(undone_on, replaced_on) as ended_on,
        case when undone_on is not null then 'undone' when replaced_on is not null then 'replaced' end as ended,
        recorded_by, recorded_at, demo
      from roster_list where commune_id = ${areaId} and group_id = ${groupId}
      union all
      select 'declared', id, place_id, null, source, document_id, as_of, value, prevails, withdrawn_on,
        case when withdrawn_on is not null then 'withdrawn' end, recorded_by, recorded_at, demo
      from roster_declared where commune_id = ${areaId} and group_id = ${groupId}
    ) told
    left join area_unit unit on unit.id = told.place_id left join area_body body on body.id = told.place_id
    left join person on person.id = told.recorded_by
    order by told.as_of desc, told.recorded_at desc limit 500`.execute(db)
  return {
    rows: found.rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      place: { id: row.place_id, kind: row.place_kind, name: row.place_name },
      title: row.title,
      source: row.source,
      documentId: row.document_id,
      asOf: row.as_of,
      value: row.value,
      prevails: row.prevails,
      endedOn: row.ended_on,
      ended: row.ended,
      by: row.by,
      recordedAt: row.recorded_at,
      demo: row.demo,
    })),
  }
})

type HistoryRow = {
  kind: 'list' | 'declared'
  id: string
  place_id: string
  place_name: string
  place_kind: Kind
  title: string | null
  source: string
  document_id: string | null
  as_of: string
  value: number | null
  prevails: boolean
  ended_on: string | null
  ended: 'replaced' | 'undone' | 'withdrawn' | null
  by: string | null
  recorded_at: string
  demo: boolean
}
