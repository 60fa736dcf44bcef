// Who may see a meeting: those over its area, and those whose own posts were invited to it.

import { type RawBuilder, sql } from 'kysely'
import { type Scope, within } from '../../../platform/server/rights.ts'

/** SQL that is true for a row of `meeting` that somebody with `meetings.read` in this scope may see. */
export const visible = (scope: Scope): RawBuilder<boolean> => sql<boolean>`(${within(scope, sql.ref('meeting.area_id'))}
  or exists (select 1 from meeting_attendance join post on post.id = meeting_attendance.post_id
    where meeting_attendance.meeting_id = meeting.id and ${within(scope, sql.ref('post.area_id'))}))`
