// A meeting as the audit compares it before and after a change: all that commands write over, lists by the id of their lines.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

export type KeptMeeting = Record<string, unknown>

export async function meetingAsKept(db: Db, id: string): Promise<KeptMeeting> {
  const found = await sql<KeptMeeting>`
    select title, called_on as "calledOn", held_on as "heldOn", to_char(starts_at, 'HH24:MI') as "startsAt", place,
      chair_post_id as "chairPostId", minutes_number as number, issuer, secretary_post_id as "secretaryPostId",
      to_char(ends_at, 'HH24:MI') as "endsAt", recipients,
      (select coalesce(json_object_agg(id, json_build_object('position', position, 'title', title, 'postId', post_id)), '{}')
        from meeting_agenda where meeting_id = meeting.id) as agenda,
      (select coalesce(json_object_agg(id, json_build_object('postId', post_id, 'guest', guest, 'present', present, 'note', note)),
          '{}')
        from meeting_attendance where meeting_id = meeting.id) as attendance,
      (select coalesce(json_object_agg(id, json_build_object('position', position, 'postId', post_id, 'speaker', speaker,
          'text', text)), '{}')
        from meeting_contribution where meeting_id = meeting.id) as contributions,
      (select coalesce(json_object_agg(id, json_build_object('position', position, 'kind', kind, 'text', text,
          'postId', post_id, 'dueOn', due_on)), '{}')
        from meeting_conclusion where meeting_id = meeting.id) as conclusions
    from meeting where id = ${id}`.execute(db)
  return found.rows[0] ?? {}
}
