// Posts added and renamed; the line that escalation follows goes up, never outward and never in a circle.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { AddPost, ChangePost } from '../../contract/posts.ts'
import { refusals } from '../../contract/refusals.ts'
import { areaOfPost } from '../post-rows.ts'

/** The post above belongs to the same area or to one that holds it. */
async function refuseLineOutside(db: Db, areaId: string, reportsToId: string | null): Promise<void> {
  if (reportsToId === null) return
  const found = await sql`
    select 1 from post above join area_coverage on area_coverage.ancestor_id = above.area_id
    where above.id = ${reportsToId} and area_coverage.unit_id = ${areaId}`.execute(db)
  if (found.rows.length === 0) throw refuse(refusals.line_outside, {}, 'reportsToId')
}

export const addPost = carriesOut(AddPost, async ({ db }, input) => {
  await refuseLineOutside(db, input.areaId, input.reportsToId)
  if (input.bodyId !== null) {
    const body = await sql`select 1 from area_body where id = ${input.bodyId} and area_id = ${input.areaId}`.execute(db)
    if (body.rows.length === 0) throw refuse(refusals.no_such_body, {}, 'bodyId')
  }
  const added = await sql`
    insert into post (id, area_id, body_id, kind, title_vi, title_en, reports_to_id)
    values (${input.id}, ${input.areaId}, ${input.bodyId}, ${input.kind}, ${input.titleVi}, ${input.titleEn}, ${input.reportsToId})
    on conflict (id) do nothing`.execute(db)
  if (added.numAffectedRows === 0n) throw refuse(refusals.id_taken)
  return { answer: { id: input.id }, audit: { subject: `post:${input.id}`, after: input } }
})

type Row = { area_id: string; title_vi: string; title_en: string; reports_to_id: string | null; version: number }

export const changePost = carriesOut(
  ChangePost,
  async ({ db }, input) => {
    const found = await sql<Row>`
      select area_id, title_vi, title_en, reports_to_id, version from post where id = ${input.id} for update`.execute(
      db,
    )
    const post = found.rows[0]
    if (!post) throw refuse(platformRefusals.not_found)
    const before = { titleVi: post.title_vi, titleEn: post.title_en, reportsToId: post.reports_to_id }
    if (post.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, {
        extra: { current: { ...before, version: post.version } },
      })
    await refuseLineOutside(db, post.area_id, input.reportsToId)
    await refuseCircle(db, input.id, input.reportsToId)
    await sql`
      update post set title_vi = ${input.titleVi}, title_en = ${input.titleEn}, reports_to_id = ${input.reportsToId},
        version = version + 1 where id = ${input.id}`.execute(db)
    const { id, version, ...after } = input
    return { answer: { version: version + 1 }, audit: { subject: `post:${id}`, before, after } }
  },
  ({ db }, { id }) => areaOfPost(db, id),
)

async function refuseCircle(db: Db, id: string, reportsToId: string | null): Promise<void> {
  if (reportsToId === null) return
  const circle = await sql`
    with recursive line as (
      select id, reports_to_id from post where id = ${reportsToId}
      union select post.id, post.reports_to_id from post join line on post.id = line.reports_to_id
    ) select 1 from line where id = ${id}`.execute(db)
  if (circle.rows.length > 0) throw refuse(refusals.line_circle, {}, 'reportsToId')
}
