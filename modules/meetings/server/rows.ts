// Reads meetings as they are shown on a day.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type MeetingState, stateOf } from '../rules.ts'

export type PostName = { id: string; title: { vi: string; en: string }; place: string }
export type MeetingRow = {
  id: string
  title: string
  heldOn: PlainDate
  startsAt: string | null
  place: string
  area: { id: string; code: string; name: string; type: string }
  chair: PostName | null
  state: MeetingState
  invited: number
  present: number | null
  conclusions: number
  waiting: number
  demo: boolean
}
type Row = {
  id: string
  title: string
  held_on: PlainDate
  starts_at: string | null
  closed_on: PlainDate | null
  place: string
  area: MeetingRow['area']
  chair: PostName | null
  invited: number
  present: number | null
  conclusions: number
  waiting: number
  demo: boolean
}

/** SQL for a post by its title and place, from the table or alias `post`; null where there is none. */
export const postNamed = (post: string): RawBuilder<PostName | null> => sql<PostName | null>`
  case when ${sql.ref(`${post}.id`)} is not null then json_build_object('id', ${sql.ref(`${post}.id`)},
    'title', json_build_object('vi', ${sql.ref(`${post}.title_vi`)}, 'en', ${sql.ref(`${post}.title_en`)}),
    'place', coalesce((select body.name from area_body body where body.id = ${sql.ref(`${post}.body_id`)}),
      (select unit.name from area_unit unit where unit.id = ${sql.ref(`${post}.area_id`)} and unit.level in ('commune', 'village')), '')) end`

/** SQL that is true for a meeting with conclusions that wait on the day. */
export const hasWaiting = (on: PlainDate): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from meeting_conclusion where meeting_id = meeting.id and meeting.held_on <= ${on}::date
    and (became_on is null or became_on > ${on}::date))`

/** Meetings known on the day that the condition lets through, the latest first. */
export async function meetingRows(
  db: Db,
  condition: RawBuilder<boolean>,
  on: PlainDate,
  limit: number,
): Promise<MeetingRow[]> {
  const found = await sql<Row>`
    select meeting.id, meeting.title, held_on, to_char(starts_at, 'HH24:MI') as starts_at, closed_on, place, meeting.demo,
      json_build_object('id', area_unit.id, 'code', area_unit.code, 'name', area_unit.name, 'type', area_unit.type) as area,
      ${postNamed('chair')} as chair, attendance.invited,
      case when attendance.noted > 0 and held_on <= ${on}::date then attendance.present end as present,
      case when held_on <= ${on}::date then concluded.conclusions else 0 end as conclusions,
      case when held_on <= ${on}::date then concluded.waiting else 0 end as waiting
    from meeting join area_unit on area_unit.id = meeting.area_id left join post chair on chair.id = chair_post_id
    cross join lateral (
      select count(*) filter (where invited)::int as invited, count(present)::int as noted,
        count(*) filter (where present)::int as present
      from meeting_attendance where meeting_id = meeting.id
    ) attendance
    cross join lateral (
      select count(*)::int as conclusions, count(*) filter (where became_on is null or became_on > ${on}::date)::int as waiting
      from meeting_conclusion where meeting_id = meeting.id
    ) concluded
    where called_on <= ${on}::date and ${condition}
    order by held_on desc, starts_at desc nulls last, meeting.id desc limit ${limit}`.execute(db)
  return found.rows.map(({ held_on, starts_at, closed_on, ...row }) => ({
    ...row,
    heldOn: held_on,
    startsAt: starts_at,
    state: stateOf({ heldOn: held_on, closedOn: closed_on }, on),
  }))
}
