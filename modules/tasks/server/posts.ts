// Posts as tasks need them: which ones a person holds, and whether a post may stand in a task of an area.

import { sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { taskRefusals } from '../contract.ts'

/** The posts that a person holds on the day `on`, and those they act for today. */
export async function postsHeldBy(db: Db, personId: string, on: PlainDate, today: PlainDate): Promise<string[]> {
  const found = await sql<{ post_id: string }>`
    select post_id from post_holder
    where person_id = ${personId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    union
    select post_id from delegation
    where to_person_id = ${personId} and post_id is not null and valid_from <= ${today}::date and valid_to > ${today}::date
      and (revoked_on is null or revoked_on > ${today}::date)`.execute(db)
  return found.rows.map((row) => row.post_id)
}

export type PlacedPost = { id: string; title: string; areas: string[]; inReach: boolean }

/**
 * The posts named, each with those of the areas that it belongs to: its own unit, a unit above or a unit below.
 * Refuses a post that does not exist or that belongs to none of the areas.
 */
export async function placePosts(
  db: Db,
  ids: readonly string[],
  areaIds: readonly string[],
  scope: Scope,
  field: string,
): Promise<Map<string, PlacedPost>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const found = await sql<{ id: string; title: string; areas: string[] | null; in_reach: boolean }>`
    select post.id, post.title_vi as title, ${within(scope, sql.ref('post.area_id'))} as in_reach,
      (select array_agg(area.id) from unnest(${areaIds as string[]}::uuid[]) area(id)
        where exists (
          select 1 from area_coverage where (ancestor_id = area.id and unit_id = post.area_id)
            or (ancestor_id = post.area_id and unit_id = area.id)
        )) as areas
    from post where post.id = any(${wanted}::uuid[])`.execute(db)
  if (found.rows.length < wanted.length) throw refuse(taskRefusals.post_unknown, {}, field)
  const placed = new Map<string, PlacedPost>()
  for (const row of found.rows) {
    if (!row.areas) throw refuse(taskRefusals.post_elsewhere, { post: row.title }, field)
    placed.set(row.id, { id: row.id, title: row.title, areas: row.areas, inReach: row.in_reach })
  }
  return placed
}
