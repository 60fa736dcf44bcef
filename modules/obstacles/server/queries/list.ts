// The list of obstacles, the units and posts of the form that raises one.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListAskable, ListObstacles, ListRaisable, obstacleRefusals } from '../../contract.ts'
import { heldPosts, viewOf } from '../in-view.ts'
import { decodeCursor, encodeCursor, knownObstacles, obstacleRows } from '../known.ts'

/** Words of a filter as patterns; the signs that LIKE knows are taken literally. */
export const patternsOf = (typed: string | undefined): string[] =>
  nameKey(typed ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)

const someReach = (scope: Scope): boolean => scope.everywhere || scope.roots.length > 0

export const listObstacles = answers(ListObstacles, async (context, input) => {
  const { db, language } = context
  const { programme, on } = await viewOf(context, input)
  const posts = await heldPosts(context, on)
  const after = input.cursor ? decodeCursor(input.cursor) : undefined
  if (input.cursor && !after) throw refuse(obstacleRefusals.cursor_unreadable)
  const reach = sql<boolean>`obstacle.programme_id = ${programme.id} and ${within(context.scope, sql.ref('obstacle.area_id'))}`
  const asked = sql<boolean>`(known.asked_id = any(${posts}::uuid[]) and known.state = 'waiting')`
  const matching = sql<boolean>`known.search_key like all(${patternsOf(input.q)}::text[])
    and (${input.state.length === 0} or known.state = any(${input.state}::text[]))
    and (${input.area ?? null}::uuid is null
      or exists (select 1 from area_coverage where ancestor_id = ${input.area ?? null} and unit_id = known.area_id))
    and (${input.task ?? null}::uuid is null or known.task_id = ${input.task ?? null})
    and (${input.mine !== true} or ${asked})`
  const counts = await sql<{
    all: number
    waiting: number
    answered: number
    removed: number
    mine: number
    total: number
  }>`
    select count(*) as all, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'answered') as answered,
      count(*) filter (where state = 'removed') as removed, count(*) filter (where ${asked}) as mine,
      count(*) filter (where ${matching}) as total
    from ${knownObstacles(on, reach)}`.execute(db)
  const { total = 0, ...chips } = counts.rows[0]!
  const from = after
    ? sql<boolean>`(known.raised_on, known.id) < (${after.day}::date, ${after.id}::uuid)`
    : sql<boolean>`true`
  const found = await sql<{ id: string; raised_on: string }>`
    select known.id, known.raised_on from ${knownObstacles(on, reach)} where ${matching} and ${from}
    order by known.raised_on desc, known.id desc limit ${input.limit + 1}`.execute(db)
  const page = found.rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    on,
    rows: await obstacleRows(
      db,
      page.map((row) => row.id),
      on,
      language,
    ),
    total,
    next: found.rows.length > input.limit && last ? encodeCursor({ day: last.raised_on, id: last.id }) : null,
    counts: chips,
    may: { raise: someReach(context.scopeFor('obstacles.raise')) },
  }
})

type AskablePost = { id: string; title_vi: string; title_en: string; place: string; level: string }

export const listAskable = answers(ListAskable, async (context, input) => {
  const { on } = await viewOf(context, input)
  // The nearest unit first: most obstacles are asked one level up.
  const found = await sql<AskablePost>`
    select post.id, post.title_vi, post.title_en, unit.level,
      case when unit.level in ('commune', 'village') then unit.name else '' end as place
    from post join area_unit unit on unit.id = post.area_id
    join area_coverage on area_coverage.ancestor_id = unit.id and area_coverage.unit_id = ${input.areaId}
    where unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date) and post.body_id is null
    order by case unit.level when 'district' then 0 when 'province' then 1 when 'commune' then 2 else 3 end,
      (select count(*) from post under where under.reports_to_id = post.id) desc, post.title_vi`.execute(context.db)
  return {
    rows: found.rows.map((row) => ({
      id: row.id,
      title: context.language === 'vi' ? row.title_vi : row.title_en,
      place: row.place,
      level: row.level,
    })),
  }
})

export const listRaisable = answers(ListRaisable, async (context, input) => {
  const { programme, on } = await viewOf(context, input)
  const found = await sql<{ id: string; name: string; type: string; level: string }>`
    select area_unit.id, name, type, level from area_unit
    join area_coverage on area_coverage.unit_id = area_unit.id and area_coverage.ancestor_id = ${programme.areaId}
    where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
      and ${within(context.scope, sql.ref('area_unit.id'))}`.execute(context.db)
  const byName = new Intl.Collator('vi')
  return { rows: found.rows.sort((one, other) => byName.compare(one.name, other.name)) }
})
