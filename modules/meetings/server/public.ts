// What other modules' servers may ask of meetings: those of a day, and conclusions that wait to become work.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { visible } from './reach.ts'
import { hasWaiting, type MeetingRow, meetingRows } from './rows.ts'

/** SQL that is true for a row of `meeting` that somebody with `meetings.read` in a scope may see. */
export { visible as seesMeeting } from './reach.ts'
export type { MeetingRow }

type Asked = { programmeId: string; scope: Scope; on: PlainDate }

/** The meetings of a day that one of the posts chairs or is invited to, within reach of `meetings.read`. */
export async function meetingsOf(
  db: Db,
  asked: { programmeId: string; posts: readonly string[]; reads: Scope; on: PlainDate },
): Promise<MeetingRow[]> {
  const posts = asked.posts as string[]
  const mine = sql<boolean>`(chair_post_id = any(${posts}::uuid[]) or exists (
    select 1 from meeting_attendance
    where meeting_id = meeting.id and post_id = any(${posts}::uuid[]) and meeting_attendance.invited))`
  const condition = sql<boolean>`meeting.programme_id = ${asked.programmeId} and held_on = ${asked.on}::date
    and ${visible(asked.reads)} and ${mine}`
  return meetingRows(db, condition, asked.on, 50)
}

/** Meetings up to the day with conclusions that have not become work, the latest first. */
export async function meetingsWaiting(db: Db, asked: Asked): Promise<MeetingRow[]> {
  const condition = sql<boolean>`meeting.programme_id = ${asked.programmeId} and ${visible(asked.scope)} and ${hasWaiting(asked.on)}`
  return meetingRows(db, condition, asked.on, 50)
}

/** How many conclusions of meetings before the day have not become work. */
export async function conclusionsWaiting(db: Db, asked: Asked): Promise<number> {
  const rows = await meetingsWaiting(db, asked)
  return rows.filter((row) => row.heldOn < asked.on).reduce((sum, row) => sum + row.waiting, 0)
}

/** The day of the meeting that a programme began with; undefined before there is one. */
export async function launchedOn(db: Db, programmeId: string): Promise<PlainDate | undefined> {
  return (await firstMeeting(db, programmeId))?.heldOn
}

/** The meeting that a programme began with; undefined before there is one. */
export async function firstMeeting(
  db: Db,
  programmeId: string,
): Promise<{ id: string; heldOn: PlainDate } | undefined> {
  const found = await sql<{ id: string; heldOn: PlainDate }>`
    select id, held_on as "heldOn" from meeting where programme_id = ${programmeId} order by held_on, id limit 1`.execute(
    db,
  )
  return found.rows[0]
}
