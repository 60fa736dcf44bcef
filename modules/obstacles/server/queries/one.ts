// One obstacle with its steps until a day, and what the reader may do with it.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { ListPractices, obstacleRefusals, type Practice, ShowObstacle } from '../../contract.ts'
import { areaOfObstacle, viewOf, viewOfProgramme } from '../in-view.ts'
import { decodeCursor, encodeCursor, obstacleRows } from '../known.ts'
import { patternsOf } from './list.ts'

type Head = { programme_id: string; area_id: string; detail: string; raised_by: string; recorded_at: string }
type Entry = {
  id: string
  kind: 'answer' | 'note' | 'passed' | 'removed' | 'reopened'
  text: string
  by_name: string
  to_vi: string | null
  to_en: string | null
  entered_on: PlainDate
  recorded_at: string
}

/** "Chủ tịch UBND xã Ngọc Thanh": the title of a post with its commune. */
const postName = (post: string, language: Language) => sql<string>`(
  ${sql.ref(`${post}.${language === 'vi' ? 'title_vi' : 'title_en'}`)} || coalesce((
    select ' ' || unit.name from area_unit unit where unit.id = ${sql.ref(`${post}.area_id`)} and unit.level in ('commune', 'village')), ''))`

async function covers(context: Context, permission: string, areaId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`
    select ${within(context.scopeFor(permission), sql`${areaId}::uuid`)} as yes`.execute(context.db)
  return found.rows[0]?.yes ?? false
}

export const showObstacle = answers(
  ShowObstacle,
  async (context, input) => {
    const { db, language } = context
    const head = (
      await sql<Head>`
        select obstacle.programme_id, obstacle.area_id, obstacle.detail, obstacle.recorded_at,
          coalesce(${postName('post', language)}, person.name) as raised_by
        from obstacle left join person on person.id = obstacle.raised_by left join post on post.id = obstacle.raised_post_id
        where obstacle.id = ${input.id}`.execute(db)
    ).rows[0]
    if (!head) throw refuse(platformRefusals.not_found)
    const { programme, day, on } = await viewOfProgramme(context, head.programme_id, input.on)
    const [row] = await obstacleRows(db, [input.id], on, language)
    if (!row) throw refuse(platformRefusals.not_found)
    const entries = await sql<Entry>`
      select obstacle_entry.*, coalesce(${postName('writer', language)}, person.name) as by_name,
        post.title_vi as to_vi, post.title_en as to_en
      from obstacle_entry left join person on person.id = obstacle_entry.person_id
      left join post writer on writer.id = obstacle_entry.post_id left join post on post.id = obstacle_entry.to_post_id
      where obstacle_id = ${input.id} and entered_on <= ${on}::date order by entered_on, obstacle_entry.recorded_at`.execute(
      db,
    )
    const answer = await covers(context, 'obstacles.answer', head.area_id)
    const raise = await covers(context, 'obstacles.raise', head.area_id)
    const present = on >= day
    const open = present && row.state.kind !== 'removed'
    return {
      on,
      programme: programme.slug,
      obstacle: row,
      detail: head.detail,
      raisedBy: head.raised_by,
      recordedAt: head.recorded_at,
      entries: entries.rows.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        text: entry.text,
        by: entry.by_name,
        to: language === 'vi' ? entry.to_vi : entry.to_en,
        enteredOn: entry.entered_on,
        recordedAt: entry.recorded_at,
      })),
      practices: await practicesOf(db, sql<boolean>`good_practice.obstacle_id = ${input.id}`, sql<boolean>`true`, on),
      may: {
        answer: answer && open,
        note: raise && open,
        pass: answer && open,
        remove: raise && open,
        reopen: raise && present && row.state.kind === 'removed',
        share: answer && present,
      },
    }
  },
  (context, input) => areaOfObstacle(context, input.id),
)

type PracticeRow = {
  id: string
  title: string
  text: string
  area_id: string
  area_name: string
  area_type: string
  area_level: string
  shared_on: PlainDate
  obstacle_id: string | null
  opens: boolean
  demo: boolean
}
type Condition = ReturnType<typeof sql<boolean>>

async function practicesOf(
  db: Db,
  only: Condition,
  opens: Condition,
  on: PlainDate,
  limit = 500,
): Promise<z.output<typeof Practice>[]> {
  const found = await sql<PracticeRow>`
    select good_practice.*, area.name as area_name, area.type as area_type, area.level as area_level, ${opens} as opens
    from good_practice join area_unit area on area.id = good_practice.area_id
    where shared_on <= ${on}::date and ${only} order by shared_on desc, good_practice.id desc limit ${limit}`.execute(
    db,
  )
  return found.rows.map((row) => ({
    id: row.id,
    title: row.title,
    text: row.text,
    area: { id: row.area_id, name: row.area_name, type: row.area_type, level: row.area_level },
    sharedOn: row.shared_on,
    obstacleId: row.opens ? row.obstacle_id : null,
    demo: row.demo,
  }))
}

export const listPractices = answers(ListPractices, async (context, input) => {
  const { db, scope } = context
  const { programme, on } = await viewOf(context, input)
  const after = input.cursor ? decodeCursor(input.cursor) : undefined
  if (input.cursor && !after) throw refuse(obstacleRefusals.cursor_unreadable)
  // Shared with all units of the programme: whoever has reach somewhere in its territory reads all of it.
  const member = scope.everywhere
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from area_coverage where (ancestor_id = ${programme.areaId} and unit_id = any(${scope.roots as string[]}::uuid[]))
        or (unit_id = ${programme.areaId} and ancestor_id = any(${scope.roots as string[]}::uuid[])))`
  const matching = sql<boolean>`good_practice.programme_id = ${programme.id} and ${member}
    and good_practice.search_key like all(${patternsOf(input.q)}::text[])`
  const total = await sql<{ total: number }>`
    select count(*) as total from good_practice where shared_on <= ${on}::date and ${matching}`.execute(db)
  const from = after
    ? sql<boolean>`${matching} and (good_practice.shared_on, good_practice.id) < (${after.day}::date, ${after.id}::uuid)`
    : matching
  const found = await practicesOf(
    db,
    from,
    within(scope, sql.ref('good_practice.area_id')) as Condition,
    on,
    input.limit + 1,
  )
  const rows = found.slice(0, input.limit)
  const last = rows.at(-1)
  return {
    on,
    rows,
    total: total.rows[0]?.total ?? 0,
    next: found.length > input.limit && last ? encodeCursor({ day: last.sharedOn, id: last.id }) : null,
  }
})
