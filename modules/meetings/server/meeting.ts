// One meeting as commands see it, and writing its agenda and its list of those invited.

import { sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { meetingRefusals } from '../contract.ts'

export type StoredMeeting = {
  id: string
  programmeId: string
  areaId: string
  title: string
  heldOn: PlainDate
  startsAt: string | null
  closedOn: PlainDate | null
  version: number
}

export async function meetingById(db: Db, id: string, lock = false): Promise<StoredMeeting | undefined> {
  const found = await sql<StoredMeeting>`
    select id, programme_id as "programmeId", area_id as "areaId", title, held_on as "heldOn",
      to_char(starts_at, 'HH24:MI') as "startsAt", closed_on as "closedOn", version
    from meeting where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return found.rows[0]
}

/** Refuses posts outside the programme's area; `field` names the first wrong one by its place in the list. */
export async function needPosts(
  db: Db,
  programmeAreaId: string,
  wanted: readonly { postId: string | null; field: string }[],
): Promise<void> {
  const ids = [...new Set(wanted.flatMap((each) => each.postId ?? []))]
  if (ids.length === 0) return
  const found = await sql<{ id: string }>`
    select post.id from post join area_coverage on (unit_id = post.area_id and ancestor_id = ${programmeAreaId})
      or (ancestor_id = post.area_id and unit_id = ${programmeAreaId})
    where post.id = any(${ids}::uuid[])`.execute(db)
  const known = new Set(found.rows.map((row) => row.id))
  const wrong = wanted.find((each) => each.postId && !known.has(each.postId))
  if (wrong) throw refuse(meetingRefusals.post_unknown, {}, wrong.field)
}

type Agenda = readonly { id: string; title: string; postId: string | null }[]
type Invited = readonly { id: string; postId: string | null; guest: string | null }[]

/** Replaces the agenda, and the list of those invited but for what was noted about those who stay on it. */
export async function writeLists(db: Db, meetingId: string, agenda: Agenda, invited: Invited): Promise<void> {
  await sql`delete from meeting_agenda where meeting_id = ${meetingId}`.execute(db)
  for (const [position, point] of agenda.entries())
    await sql`
      insert into meeting_agenda (id, meeting_id, position, title, post_id)
      values (${point.id}, ${meetingId}, ${position}, ${point.title}, ${point.postId})`.execute(db)
  const kept = invited.map((each) => each.id)
  await sql`
    delete from meeting_attendance where meeting_id = ${meetingId} and not id = any(${kept}::uuid[])`.execute(db)
  for (const each of invited)
    await sql`
      insert into meeting_attendance (id, meeting_id, post_id, guest) values (${each.id}, ${meetingId}, ${each.postId}, ${each.guest})
      on conflict (id) do update set post_id = excluded.post_id, guest = excluded.guest
      where meeting_attendance.meeting_id = excluded.meeting_id`.execute(db)
}
