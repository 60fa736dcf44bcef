// What other modules' servers may ask of meetings: the first one of a programme, and those of a day that concern a post.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { visible } from './reach.ts'

export type MeetingBrief = {
  id: string
  title: string
  heldOn: PlainDate
  startsAt: string | null
  place: string
  /** Conclusions of earlier meetings of the programme that have not become work by the day of this one. */
  waitingBefore: number
}
type Row = {
  id: string
  title: string
  held_on: PlainDate
  starts_at: string | null
  place: string
  waiting_before: number
}

const brief = sql`meeting.id, title, held_on, starts_at, place, (
  select count(*)::int from meeting_conclusion join meeting earlier on earlier.id = meeting_id
  where earlier.programme_id = meeting.programme_id and earlier.held_on < meeting.held_on
    and (became_on is null or became_on > meeting.held_on)) as waiting_before`
const briefOf = (row: Row): MeetingBrief => ({
  id: row.id,
  title: row.title,
  heldOn: row.held_on,
  startsAt: row.starts_at,
  place: row.place,
  waitingBefore: row.waiting_before,
})

/** The meeting that a programme began with. */
export async function firstMeeting(db: Db, programmeId: string): Promise<MeetingBrief | undefined> {
  const found = await sql<Row>`
    select ${brief} from meeting where programme_id = ${programmeId} order by held_on, id limit 1`.execute(db)
  return found.rows[0] && briefOf(found.rows[0])
}

/** The meetings of a day that one of the posts chairs or is invited to, within reach. */
export async function meetingsOf(
  db: Db,
  asked: { programmeId: string; posts: readonly string[]; reads: Scope; on: PlainDate },
): Promise<MeetingBrief[]> {
  const posts = asked.posts as string[]
  const found = await sql<Row>`
    select ${brief} from meeting
    where programme_id = ${asked.programmeId} and held_on = ${asked.on}::date and ${visible(asked.reads)}
      and (chair_post_id = any(${posts}::uuid[]) or exists (
        select 1 from meeting_attendance
        where meeting_id = meeting.id and post_id = any(${posts}::uuid[]) and invited))
    order by starts_at nulls last, meeting.id`.execute(db)
  return found.rows.map(briefOf)
}
