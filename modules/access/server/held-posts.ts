// The posts that a person holds or held.

import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Db } from '../../../platform/server/slice.ts'
import type { HeldPost } from '../contract/shapes.ts'

type Held = z.output<typeof HeldPost>
type Row = {
  id: string
  title_vi: string
  title_en: string
  area_id: string
  code: string
  area_name: string
  area_type: string
  valid_from: string
  valid_to: string | null
}

/** Posts of a person for which `which` holds; the tables are called post and post_holder there. */
export async function readHeldPosts(db: Db, personId: string, which: RawBuilder<boolean>): Promise<Held[]> {
  const found = await sql<Row>`
    select post.id, post.title_vi, post.title_en, area_unit.id as area_id, area_unit.code, area_unit.name as area_name,
      area_unit.type as area_type, post_holder.valid_from, post_holder.valid_to
    from post_holder join post on post.id = post_holder.post_id join area_unit on area_unit.id = post.area_id
    where post_holder.person_id = ${personId} and ${which} order by post_holder.valid_from desc, post.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    titleVi: row.title_vi,
    titleEn: row.title_en,
    area: { id: row.area_id, code: row.code, name: row.area_name, type: row.area_type },
    from: row.valid_from,
    to: row.valid_to,
  }))
}

/** In force on a day. */
export const heldOn = (on: string): RawBuilder<boolean> =>
  sql<boolean>`post_holder.valid_from <= ${on}::date and (post_holder.valid_to is null or post_holder.valid_to > ${on}::date)`
