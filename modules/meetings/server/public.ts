// What other modules' servers may ask of meetings: the first one of a programme, and those of a day that concern a post.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type MeetingBrief = { id: string; title: string; heldOn: PlainDate; startsAt: string | null; place: string }
type Row = { id: string; title: string; held_on: PlainDate; starts_at: string | null; place: string }

const briefOf = (row: Row): MeetingBrief => ({
  id: row.id,
  title: row.title,
  heldOn: row.held_on,
  startsAt: row.starts_at,
  place: row.place,
})

/** The meeting that a programme began with. */
export async function firstMeeting(db: Db, programmeId: string): Promise<MeetingBrief | undefined> {
  const found = await sql<Row>`
    select id, title, held_on, starts_at, place from meeting where programme_id = ${programmeId} order by held_on, id limit 1`.execute(
    db,
  )
  return found.rows[0] && briefOf(found.rows[0])
}

/** The meetings of a day that one of the posts chairs or is invited to, within reach. */
export async function meetingsOf(
  db: Db,
  asked: { programmeId: string; posts: readonly string[]; reads: Scope; on: PlainDate },
): Promise<MeetingBrief[]> {
  const posts = asked.posts as string[]
  const found = await sql<Row>`
    select id, title, held_on, starts_at, place from meeting
    where programme_id = ${asked.programmeId} and held_on = ${asked.on}::date
      and ${within(asked.reads, sql.ref('meeting.area_id'))}
      and (chair_post_id = any(${posts}::uuid[]) or exists (
        select 1 from meeting_attendance
        where meeting_id = meeting.id and post_id = any(${posts}::uuid[]) and invited))
    order by starts_at nulls last, id`.execute(db)
  return found.rows.map(briefOf)
}
