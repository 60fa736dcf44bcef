// Who holds a post of a place today, and who acts for them by a delegation that names it; and whether that one holds the post of a
// deputy.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

type PostHead = { holder: string | null; standIn: { name: string; deputy: boolean } | null }

/** `kind` is that of the post; a deputy answers to it and is called so ("Phó …"). */
export async function headOf(
  db: Db,
  { areaId, kind, today }: { areaId: string; kind: string; today: PlainDate },
): Promise<PostHead> {
  const { rows } = await sql<{ holder: string | null; stand_in: string | null; deputy: boolean }>`
    select holder.name as holder, acting.name as stand_in,
      exists (
        select 1 from post_holder held join post below on below.id = held.post_id
        where held.person_id = acting.id and below.reports_to_id = post.id and below.title_vi ilike 'phó %'
          and held.valid_from <= ${today}::date and (held.valid_to is null or held.valid_to > ${today}::date)) as deputy
    from post
    left join post_holder now on now.post_id = post.id
      and now.valid_from <= ${today}::date and (now.valid_to is null or now.valid_to > ${today}::date)
    left join person holder on holder.id = now.person_id
    left join delegation lent on lent.post_id = post.id and lent.from_person_id = now.person_id
      and lent.valid_from <= ${today}::date and lent.valid_to > ${today}::date
      and (lent.revoked_on is null or lent.revoked_on > ${today}::date)
    left join person acting on acting.id = lent.to_person_id
    where post.area_id = ${areaId} and post.kind = ${kind}
    order by holder.name is null, acting.name is null, acting.name limit 1`.execute(db)
  const [found] = rows
  return {
    holder: found?.holder ?? null,
    standIn: found?.stand_in ? { name: found.stand_in, deputy: found.deputy } : null,
  }
}
