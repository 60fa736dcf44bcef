// Obstacles as they were known on a day, in SQL, and their rows as screens show them.

import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { ObstacleRow } from '../contract.ts'
import { stateOf } from '../rules.ts'

export type Row = z.output<typeof ObstacleRow>

/**
 * `obstacle` with its facts on the day `on`, under the name `known`. What is past cannot be undone by a later step:
 * removal, answers and the post asked are read from the entries up to that day.
 */
export function knownObstacles(on: PlainDate, only: RawBuilder<boolean>): RawBuilder<unknown> {
  const day = sql`${on}::date`
  return sql`(
    select obstacle.*, coalesce(later.from_post_id, obstacle.asked_post_id) as asked_id, answer.answered,
      case when turn.kind = 'removed' then turn.entered_on end as removed, coalesce(answer.answers, 0) as answers,
      case when turn.kind = 'removed' then 'removed' when answer.answered is not null then 'answered' else 'waiting' end as state
    from obstacle
    left join lateral (
      select kind, entered_on, recorded_at from obstacle_entry
      where obstacle_id = obstacle.id and kind in ('removed', 'reopened') and entered_on <= ${day}
      order by entered_on desc, recorded_at desc limit 1
    ) turn on true
    left join lateral (
      select count(*) as answers, min(entered_on) filter (
        where turn.kind is distinct from 'reopened' or (entered_on, recorded_at) > (turn.entered_on, turn.recorded_at)) as answered
      from obstacle_entry where obstacle_id = obstacle.id and kind = 'answer' and entered_on <= ${day}
    ) answer on true
    left join lateral (
      select from_post_id from obstacle_entry
      where obstacle_id = obstacle.id and kind = 'passed' and entered_on > ${day}
      order by entered_on, recorded_at limit 1
    ) later on true
    where obstacle.raised_on <= ${day} and ${only}
  ) known`
}

type Found = {
  id: string
  number: number
  title: string
  area_id: string
  area_name: string
  area_type: string
  area_level: string
  asked_id: string
  asked_vi: string
  asked_en: string
  asked_place: string
  raised_on: PlainDate
  wanted_by: PlainDate | null
  answered: PlainDate | null
  removed: PlainDate | null
  answers: number
  task_id: string | null
  task_number: number | null
  task_title: string | null
  version: number
  demo: boolean
}

export async function obstacleRows(db: Db, ids: readonly string[], on: PlainDate, language: Language): Promise<Row[]> {
  if (ids.length === 0) return []
  const found = await sql<Found>`
    select known.*, area.name as area_name, area.type as area_type, area.level as area_level,
      asked.title_vi as asked_vi, asked.title_en as asked_en,
      case when unit.level in ('commune', 'village') then unit.name else '' end as asked_place,
      task.number as task_number, task.title as task_title
    from ${knownObstacles(on, sql`obstacle.id = any(${ids as string[]}::uuid[])`)}
    join area_unit area on area.id = known.area_id
    join post asked on asked.id = known.asked_id join area_unit unit on unit.id = asked.area_id
    left join task on task.id = known.task_id`.execute(db)
  const rows = new Map(found.rows.map((row) => [row.id, rowOf(row, on, language)]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

const rowOf = (row: Found, on: PlainDate, language: Language): Row => ({
  id: row.id,
  number: row.number,
  title: row.title,
  area: { id: row.area_id, name: row.area_name, type: row.area_type, level: row.area_level },
  asked: { id: row.asked_id, title: language === 'vi' ? row.asked_vi : row.asked_en, place: row.asked_place },
  raisedOn: row.raised_on,
  wantedBy: row.wanted_by,
  state: stateOf(
    { raisedOn: row.raised_on, answeredOn: row.answered, removedOn: row.removed, wantedBy: row.wanted_by },
    on,
  ),
  task:
    row.task_id && row.task_number !== null
      ? { id: row.task_id, number: row.task_number, title: row.task_title ?? '' }
      : null,
  answers: row.answers,
  version: row.version,
  demo: row.demo,
})

/** Where to go on in a list that is sorted by day, the newest first, then by id. */
export type Cursor = { day: PlainDate; id: string }
export const encodeCursor = ({ day, id }: Cursor): string => `${day}_${id}`
export function decodeCursor(text: string): Cursor | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/i.exec(text)
  return found?.[1] && found[2] ? { day: found[1], id: found[2] } : undefined
}
