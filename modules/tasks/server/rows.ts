// Rows of tasks as screens show them: the facts decided by the rules, with posts, units, progress and open requests.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { PostShown, TaskRow } from '../contract/shapes.ts'
import { evidenceOf, laneOf, statusOf } from '../rules.ts'
import { type FactsRow, factsOf, knownTasks } from './facts.ts'

export type Row = z.output<typeof TaskRow>
export type Post = z.output<typeof PostShown>

type Found = FactsRow & {
  number: number
  title: string
  area_id: string
  area_name: string
  area_type: string
  area_level: string
  basis: string
  doer: string
  doer_with: string
  head_post_id: string
  head_vi: string
  head_en: string
  head_place: string
  holder_from: PlainDate | null
  coordinating: { id: string; vi: string; en: string; place: string }[] | null
  starts_on: PlainDate
  original_due_on: PlainDate
  expected_result: string
  result_total: number | null
  result_unit: string
  authority: string
  done_count: number | null
  total_count: number | null
  asked_for: PlainDate | null
  instruction_id: string | null
  parent_id: string | null
  sub_total: number
  sub_done: number
  version: number
  demo: boolean
}

/** Where a post stands, for its second line: the body or the commune; nothing for a district or a province. */
export const placeOfPost = (post: string, unit: string, body: string) =>
  sql<string>`coalesce(${sql.ref(`${body}.name`)}, case when ${sql.ref(`${unit}.level`)} in ('commune', 'village') then ${sql.ref(`${unit}.name`)} end, '')`.as(
    `${post}_place`,
  )

/** The rows of these tasks on the day `on`, in the order of `ids`; what was not known on that day is left out. */
export async function taskRows(db: Db, ids: readonly string[], on: PlainDate, language: Language): Promise<Row[]> {
  if (ids.length === 0) return []
  const day = sql`${on}::date`
  const found = await sql<Found>`
    select known.*, area.name as area_name, area.type as area_type, area.level as area_level,
      task.basis, task.doer, task.doer_with, task.starts_on, task.original_due_on, task.expected_result,
      task.result_total, task.result_unit, task.authority, task.version, task.demo,
      head.title_vi as head_vi, head.title_en as head_en, ${placeOfPost('head', 'head_area', 'head_body')},
      holder.valid_from as holder_from, partner.posts as coordinating,
      counted.done_count, counted.total_count, asked.new_due_on as asked_for,
      coalesce(sub.total, 0) as sub_total, coalesce(sub.done, 0) as sub_done
    from ${knownTasks(on, sql`task.id = any(${ids as string[]}::uuid[])`)}
    join task on task.id = known.id
    join area_unit area on area.id = known.area_id
    join post head on head.id = known.head_post_id
    join area_unit head_area on head_area.id = head.area_id
    left join area_body head_body on head_body.id = head.body_id
    left join post_holder holder on holder.post_id = head.id
      and holder.valid_from <= ${day} and (holder.valid_to is null or holder.valid_to > ${day})
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', post.id, 'vi', post.title_vi, 'en', post.title_en,
        'place', case when unit.level in ('commune', 'village') then unit.name else '' end) order by unit.name, post.title_vi) as posts
      from task_body join post on post.id = task_body.post_id join area_unit unit on unit.id = post.area_id
      where task_body.task_id = known.id and task_body.part = 'coordinate'
    ) partner on true
    left join lateral (
      select done_count, total_count from task_report
      where task_id = known.id and reported_on <= ${day} and done_count is not null
      order by reported_on desc, recorded_at desc limit 1
    ) counted on true
    left join lateral (
      select new_due_on from task_extension
      where task_id = known.id and asked_on <= ${day} and (decided_on is null or decided_on > ${day})
      order by asked_on desc limit 1
    ) asked on true
    left join lateral (
      select count(*) as total, count(*) filter (where child.accepted_on <= ${day} or exists (
        select 1 from task_reopening again
        where again.task_id = child.id and again.accepted_on <= ${day} and again.reopened_on > ${day})) as done
      from task child
      where child.parent_id = known.id and child.assigned_on <= ${day} and (child.cancelled_on is null or child.cancelled_on > ${day})
    ) sub on true`.execute(db)
  const rows = new Map(found.rows.map((row) => [row.id, rowOf(row, on, language)]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

function rowOf(row: Found, on: PlainDate, language: Language): Row {
  const facts = factsOf(row)
  const status = statusOf(facts, on)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    area: { id: row.area_id, name: row.area_name, type: row.area_type, level: row.area_level },
    basis: row.basis,
    doer: row.doer,
    doerWith: row.doer_with,
    head: {
      id: row.head_post_id,
      title: language === 'vi' ? row.head_vi : row.head_en,
      place: row.head_place,
      holderFrom: row.holder_from,
    },
    coordinating: (row.coordinating ?? []).map((post) => ({
      id: post.id,
      title: language === 'vi' ? post.vi : post.en,
      place: post.place,
    })),
    startsOn: row.starts_on,
    dueOn: row.due,
    originalDueOn: row.original_due_on,
    status,
    lane: laneOf(facts),
    expectedResult: row.expected_result,
    progress: progressOf(row),
    evidence: evidenceOf(facts, status),
    authority: row.authority,
    doneOn: row.done,
    askedFor: row.asked_for,
    instructionId: row.instruction_id,
    parentId: row.parent_id,
    subtasks: row.sub_total > 0 ? { done: row.sub_done, total: row.sub_total } : null,
    version: row.version,
    demo: row.demo,
  }
}

function progressOf(row: Found): Row['progress'] {
  const unit = row.result_unit
  if (row.sub_total > 0) return { done: row.sub_done, total: row.sub_total, unit, from: 'subtasks' }
  const total = row.total_count ?? row.result_total
  if (total === null || total === 0) return null
  return row.done_count === null
    ? { done: 0, total, unit, from: 'none' }
    : { done: Math.min(row.done_count, total), total, unit, from: 'report' }
}
