// What is reminded of: the steps that the law asks for in a file, and what its person asked for, in one shape.

import { sql } from 'kysely'

/** `asked_of` took the request in; a complaint is not told to whom it is about, nor to others than those who may read it. */
export const duties = sql`(
  select commune_id, file_id, act, because, begins_at, due_at, waits, null::uuid as asked_of, null::uuid as about_id, false as complaint
    from cases.work_item
  union all
  select commune_id, file_id, 'answer-request', id, received_at, due_at, false, taken_by, about_id, kind = 'complaint'
    from cases.request where answered_at is null
  union all
  select commune_id, file_id, 'acknowledge-request', id, received_at, acknowledge_due_at, false, taken_by, about_id, kind = 'complaint'
    from cases.request where answered_at is null and acknowledged_at is null and acknowledge_due_at is not null)`
