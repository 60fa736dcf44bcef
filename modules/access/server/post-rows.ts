// Posts as rows: where they are, who holds them on a day, who acts for the holder.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

type Row = {
  id: string
  place: string
  title_vi: string
  title_en: string
  kind: string
  version: number
  reports_to_id: string | null
  area_id: string
  code: string
  area_name: string
  area_type: string
  body_id: string | null
  body_name: string | null
  holder_id: string | null
  holder: string | null
  held_from: string | null
  held_to: string | null
  document: string | null
  acting_id: string | null
  acting: string | null
}

/** From the highest unit down, unit by unit, body by body; in each the post that answers outside it comes first. */
export const postOrder = sql<string>`(array_position(array['province', 'district', 'commune', 'village'], area_unit.level) || ' ' ||
  area_unit.code || ' ' || area_unit.id || ' ' || coalesce(area_body.name, '') || ' ' ||
  case when exists (select 1 from post above where above.id = post.reports_to_id and above.area_id = post.area_id) then '1' else '0' end ||
  post.title_vi)`

/** The posts for which `which` holds, as of `on`; the table is called post there. */
export async function readPosts(
  db: Db,
  which: RawBuilder<boolean>,
  on: string,
  tail: RawBuilder<unknown> = sql`order by area_unit.name, post.id`,
) {
  const found = await sql<Row>`
    select post.id, ${postOrder} as place, post.title_vi, post.title_en, post.kind, post.version, post.reports_to_id, area_unit.id as area_id,
      area_unit.code, area_unit.name as area_name, area_unit.type as area_type, area_body.id as body_id,
      area_body.name as body_name, holder.id as holder_id, holder.name as holder, post_holder.valid_from as held_from,
      post_holder.valid_to as held_to, post_holder.document, acting.id as acting_id, acting.name as acting
    from post join area_unit on area_unit.id = post.area_id left join area_body on area_body.id = post.body_id
    left join post_holder on post_holder.post_id = post.id and post_holder.valid_from <= ${on}::date
      and (post_holder.valid_to is null or post_holder.valid_to > ${on}::date)
    left join person holder on holder.id = post_holder.person_id
    left join lateral (
      select to_person_id from delegation where delegation.post_id = post.id and from_person_id = holder.id
        and valid_from <= ${on}::date and delegation.valid_to > ${on}::date and (revoked_on is null or revoked_on > ${on}::date)
      order by valid_from desc, id limit 1) lent on true
    left join person acting on acting.id = lent.to_person_id
    where ${which} ${tail}`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    /** Where it stands in `postOrder`. */
    place: row.place,
    titleVi: row.title_vi,
    titleEn: row.title_en,
    kind: row.kind,
    version: row.version,
    reportsToId: row.reports_to_id,
    area: { id: row.area_id, code: row.code, name: row.area_name, type: row.area_type },
    body: row.body_id ? { id: row.body_id, name: row.body_name ?? '' } : null,
    holder: row.holder_id
      ? {
          person: { id: row.holder_id, name: row.holder ?? '' },
          from: row.held_from ?? '',
          to: row.held_to,
          document: row.document ?? '',
        }
      : null,
    acting: row.acting_id ? { id: row.acting_id, name: row.acting ?? '' } : null,
  }))
}

/** The area of a post, where operations about it happen. */
export async function areaOfPost(db: Db, postId: string): Promise<string | undefined> {
  const found = await sql<{ area_id: string }>`select area_id from post where id = ${postId}`.execute(db)
  return found.rows[0]?.area_id
}
