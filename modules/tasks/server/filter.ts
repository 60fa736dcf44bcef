// The filters of the list in SQL, over the facts named `known`.

import { type RawBuilder, sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { StatusKind } from '../rules.ts'

export type Filters = {
  q?: string
  status: StatusKind[]
  lane: string[]
  dueFrom?: PlainDate
  dueTo?: PlainDate
  area?: string
  head?: string
  instruction?: string
  parent?: string
  mine?: boolean
  waiting?: boolean
  converting?: boolean
  inherited?: boolean
  evidenceMissing?: boolean
}
export type Asker = {
  /** The posts that the reader holds. */
  posts: readonly string[]
  personId: string
  /** Where the reader may decide. */
  decides: Scope
}

const all = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`

/** Every word typed must stand in the search key; the signs that LIKE knows are taken literally. */
function words(typed: string): RawBuilder<boolean> {
  const wanted = nameKey(typed)
    .split(' ')
    .filter((word) => word !== '')
  return all(
    wanted.map((word) => sql<boolean>`known.search_key like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`),
  )
}

const mine = (posts: readonly string[]): RawBuilder<boolean> =>
  posts.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(known.head_post_id = any(${posts as string[]}::uuid[]) or exists (
        select 1 from task_body where task_body.task_id = known.id and task_body.post_id = any(${posts as string[]}::uuid[])))`

/** A result or a request for more time that waits for one of the reader's posts, within their reach, not their own. */
export function waitsFor(asker: Asker, on: PlainDate): RawBuilder<boolean> {
  if (asker.posts.length === 0) return sql<boolean>`false`
  const posts = sql`any(${asker.posts as string[]}::uuid[])`
  return sql<boolean>`${within(asker.decides, sql.ref('known.area_id'))} and known.done is null and known.cancelled is null and (
    (known.handed is not null and known.authority_post_id = ${posts})
    or exists (
      select 1 from task_extension asked
      where asked.task_id = known.id and asked.asked_on <= ${on}::date and (asked.decided_on is null or asked.decided_on > ${on}::date)
        and asked.asked_by <> ${asker.personId}
        and coalesce(known.authority_post_id, (select reports_to_id from post where post.id = known.head_post_id)) = ${posts}
    ))`
}

/** The units that the plan in force converts. */
export const convertingAreas = (programmeId: string, on: PlainDate): RawBuilder<unknown> => sql`
  select target.area_id from target
  join plan on plan.id = target.plan_id and plan.programme_id = ${programmeId}
  cross join lateral (
    select coalesce(max(number), 1) as number from plan_version where plan_id = plan.id and effective_on <= ${on}::date
  ) in_force
  where target.kind = 'area-convert' and target.from_version <= in_force.number
    and (target.to_version is null or target.to_version >= in_force.number)`

/** True when anything narrows the list. */
export const isFiltered = (filters: Filters): boolean =>
  [filters.status.length, filters.lane.length, filters.q?.trim()].some(Boolean) ||
  [filters.dueFrom, filters.dueTo, filters.area, filters.head, filters.instruction, filters.parent].some(Boolean) ||
  [filters.mine, filters.waiting, filters.converting, filters.inherited, filters.evidenceMissing].some(Boolean)

export function matching(filters: Filters, asker: Asker, programmeId: string, on: PlainDate): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = []
  const add = (condition: RawBuilder<boolean>) => conditions.push(condition)
  if (filters.q?.trim()) add(words(filters.q))
  if (filters.status.length > 0) add(sql<boolean>`known.status = any(${filters.status}::text[])`)
  if (filters.lane.length > 0) add(sql<boolean>`known.lane = any(${filters.lane}::text[])`)
  if (filters.dueFrom) add(sql<boolean>`known.due >= ${filters.dueFrom}::date`)
  if (filters.dueTo) add(sql<boolean>`known.due <= ${filters.dueTo}::date`)
  if (filters.area)
    add(
      sql<boolean>`exists (select 1 from area_coverage where ancestor_id = ${filters.area} and unit_id = known.area_id)`,
    )
  if (filters.head) add(sql<boolean>`known.head_post_id = ${filters.head}`)
  if (filters.instruction) add(sql<boolean>`known.instruction_id = ${filters.instruction}`)
  if (filters.parent) add(sql<boolean>`known.parent_id = ${filters.parent}`)
  if (filters.mine) add(mine(asker.posts))
  if (filters.waiting) add(waitsFor(asker, on))
  if (filters.converting) add(sql<boolean>`known.area_id in (${convertingAreas(programmeId, on)})`)
  if (filters.inherited) add(sql<boolean>`known.status = 'late' and known.head_from > known.due`)
  if (filters.evidenceMissing)
    add(sql<boolean>`known.evidence is null and (known.status = 'late' or known.lane = 'done')`)
  return all(conditions)
}
export { mine as ofPosts }
