// The pairs of an area that wait, that somebody put off, or that are decided: both entries side by side, and how far the search is.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListPairs, SearchPairs } from '../../contract/duplicates.ts'
import { askForSearch } from './asking.ts'
import { promisesOfMerges } from './promises-slot.ts'

type Answer = OutputOf<typeof ListPairs>
type Row = Answer['rows'][number] & { rank: number }

/** Pairs of the area in which both sides lie within reach; of the open ones only those whose entries both still stand. */
const from = (areaId: string, scope: Context['scope']) => sql`
  from roster_pair pair
  join roster_entry one on one.commune_id = pair.commune_id and one.id = pair.one_id
  join roster_entry other on other.commune_id = pair.other_commune_id and other.id = pair.other_id
  where exists (select 1 from area_coverage here where here.ancestor_id = ${areaId}
      and here.unit_id in (pair.commune_id, pair.other_commune_id))
    and ${within(scope, sql.ref('pair.commune_id'))} and ${within(scope, sql.ref('pair.other_commune_id'))}
    and (pair.decision in ('merged', 'apart') or (one.ended_on is null and other.ended_on is null))`

const stateOf = sql`case pair.decision when 'later' then 'later' when 'merged' then 'decided' when 'apart' then 'decided' else 'open' end`

export const listPairs: Handler = answers(ListPairs, async ({ db, scope }, { areaId, state, cursor, limit }) => {
  const area = await sql<Answer['area']>`
    select id, name, type, level from area_unit where id = ${areaId}`.execute(db)
  if (!area.rows[0]) throw refuse(platformRefusals.not_found)
  const counted = await sql<{ state: keyof Answer['counts']; n: number }>`
    select ${stateOf} as state, count(*)::int as n ${from(areaId, scope)} group by 1`.execute(db)
  const rows = await pageOf(db, areaId, scope, state, cursor, limit)
  const [page, last] = [rows.slice(0, limit), rows[limit - 1]]
  const countOf = (wanted: string) => counted.rows.find((row) => row.state === wanted)?.n ?? 0
  return {
    area: area.rows[0],
    counts: { open: countOf('open'), later: countOf('later'), decided: countOf('decided') },
    search: await howFar(db, areaId),
    ...(rows.length > limit && last ? { next: `${last.rank} ${last.id}` } : {}),
    rows: await withSigned(db, page),
  }
})

const side = (entry: string) => {
  const of = (column: string) => sql.ref(`${entry}.${column}`)
  return sql`json_build_object('id', ${of('id')}, 'communeId', ${of('commune_id')},
    'commune', (select name from area_unit where id = ${of('commune_id')}),
    'place', coalesce((select name from area_body where id = ${of('body_id')}), (select name from area_unit where id = ${of('hamlet_id')})),
    'list', (select title from roster_list where commune_id = ${of('commune_id')} and id = ${of('list_id')}),
    'asOf', (select as_of from roster_list where commune_id = ${of('commune_id')} and id = ${of('list_id')}),
    'number', ${of('number')}, 'name', ${of('name')}, 'address', ${of('address')}, 'headcount', ${of('headcount')},
    'birthYear', ${of('birth_year')}, 'signed', 0)`
}

/** A shared number first; of the decided ones the latest first. */
async function pageOf(
  db: Db,
  areaId: string,
  scope: Context['scope'],
  state: string,
  cursor: string | undefined,
  limit: number,
): Promise<Row[]> {
  const rank = sql<number>`case when ${state} = 'decided' then -floor(extract(epoch from pair.decided_at) / 60)::int
    when 'same_identity' = any(pair.reasons) then 0 else 1 end`
  const [after = null, id = null] = /^-?\d{1,12} [0-9a-f-]{36}$/.test(cursor ?? '') ? (cursor as string).split(' ') : []
  const found = await sql<Row>`
    select pair.id, pair.commune_id as "communeId", pair.version, pair.reasons, pair.decision, pair.decided_at as "decidedAt",
      person.name as "decidedBy", pair.kept_id as "keptId", pair.rank,
      (select json_build_object('vi', name_vi, 'en', name_en) from commitment_group where id = one.group_id) as "group",
      json_build_array(${side('one')}, ${side('other')}) as sides
    from (select pair.*, ${rank} as rank ${from(areaId, scope)} and ${stateOf} = ${state}) pair
    join roster_entry one on one.commune_id = pair.commune_id and one.id = pair.one_id
    join roster_entry other on other.commune_id = pair.other_commune_id and other.id = pair.other_id
    left join person on person.id = pair.decided_by
    where ${id}::uuid is null or (pair.rank, pair.id) > (${after}::int, ${id}::uuid)
    order by pair.rank, pair.id limit ${limit + 1}`.execute(db)
  return found.rows
}

async function withSigned(db: Db, rows: readonly Row[]): Promise<Answer['rows']> {
  const sides = rows.flatMap((row) => row.sides)
  const signed = await promisesOfMerges().signed(db, sides)
  return rows.map(({ rank: _, ...row }, at) => {
    const [one, other] = row.sides
    return {
      ...row,
      sides: [
        { ...one, signed: signed[2 * at] ?? 0 },
        { ...other, signed: signed[2 * at + 1] ?? 0 },
      ],
    }
  })
}

async function howFar(db: Db, areaId: string): Promise<Answer['search']> {
  const found = await sql<Answer['search']>`
    select (count(*) filter (where waits or runs))::int as waiting, coalesce(sum(entries_done) filter (where runs), 0)::int as done,
      (sum(entries_total) filter (where runs))::int as total, max(finished_at) as "finishedAt"
    from (
      select search.*, asked_at is not null or started_at is null as waits, started_at is not null and finished_at is null as runs
      from roster_search search join area_coverage here on here.unit_id = search.commune_id and here.ancestor_id = ${areaId}
    ) search`.execute(db)
  return found.rows[0] as Answer['search']
}

export const searchPairs: Handler = carriesOut(SearchPairs, async ({ db }, { areaId }) => {
  const listed = await sql<{ commune_id: string }>`
    select distinct list.commune_id from roster_list list
    join area_coverage here on here.unit_id = list.commune_id and here.ancestor_id = ${areaId}`.execute(db)
  const communes = listed.rows.map((row) => row.commune_id)
  if (communes.length > 0) await askForSearch(db, communes)
  return {
    answer: { communes: communes.length },
    audit: { subject: `area:${areaId}`, areaId, after: { communes: communes.length } },
  }
})
