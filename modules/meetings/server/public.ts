// What other modules' servers may ask of meetings: those of a day, and conclusions that wait to become work.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { visible } from './reach.ts'
import { hasWaiting, type MeetingRow, meetingRows } from './rows.ts'

export type { MeetingRow }

type Asked = { programmeId: string; scope: Scope; on: PlainDate }

/** Meetings of a programme that are held on the day, within reach of `meetings.read`, the latest first. */
export async function meetingsOn(db: Db, asked: Asked): Promise<MeetingRow[]> {
  const condition = sql<boolean>`meeting.programme_id = ${asked.programmeId} and held_on = ${asked.on}::date and ${visible(asked.scope)}`
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
  const found = await sql<{ held_on: PlainDate | null }>`
    select min(held_on) as held_on from meeting where programme_id = ${programmeId}`.execute(db)
  return found.rows[0]?.held_on ?? undefined
}
