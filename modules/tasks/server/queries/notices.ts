// The bell: what was sent to my posts, what waits for them, and what was decided on what I asked or handed in.

import { sql } from 'kysely'
import type { Language } from '../../../../platform/contract/words.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut } from '../../../../platform/server/slice.ts'
import { addDays } from '../../../../rules/calendar/working-days.ts'
import { ListNotices, SeeNotices } from '../../contract.ts'
import { postsHeldBy } from '../posts.ts'
import { viewOf } from '../programme-in-view.ts'

type Kind =
  | 'soon'
  | 'late'
  | 'escalation'
  | 'by-hand'
  | 'asked'
  | 'handed-in'
  | 'granted'
  | 'refused'
  | 'accepted'
  | 'returned'
  | 'reopened'
  | 'assigned'
type Found = {
  id: string
  kind: Kind
  task_id: string
  title: string
  area: string
  post_vi: string
  post_en: string
  on_day: PlainDate
  due_on: PlainDate
  note: string
  fresh: boolean
}
const most = 50
const shownDays = 60

export const listNotices = answers(ListNotices, async (context, input) => {
  const { db, person } = context
  const { programme, on } = await viewOf(context, input)
  if (!person) return { fresh: 0, rows: [] }
  const posts = sql`any(${await postsHeldBy(db, person.id, on, context.today)}::uuid[])`
  const day = sql`${on}::date`
  // The bell rings for the last weeks; what is older is found in the list.
  const since = sql`${addDays(on, -shownDays)}::date`
  const decider = sql`(task.authority_post_id = ${posts} or (task.authority_post_id is null
    and task.head_post_id in (select id from post where reports_to_id = ${posts})))`
  const reports = sql`task_report join task on task.id = task_report.task_id and task.programme_id = ${programme.id}`
  const requests = sql`task_extension join task on task.id = task_extension.task_id and task.programme_id = ${programme.id}`
  const found = await sql<Found>`
    with notice as (
      select task_reminder.id, task_reminder.kind, task_id, sent_on as on_day, sent_at as at, task_reminder.due_on, note
      from task_reminder join task on task.id = task_reminder.task_id and task.programme_id = ${programme.id}
      where to_post_id = ${posts} and withdrawn_at is null and sent_on between ${since} and ${day}
      union all
      select task_extension.id, 'asked', task.id, asked_on, task_extension.recorded_at, new_due_on, reason from ${requests}
      where asked_on between ${since} and ${day} and asked_by <> ${person.id} and not withdrawn and ${decider}
      union all
      select task_report.id, 'handed-in', task.id, reported_on, task_report.recorded_at, task.due_on, text from ${reports}
      where task_report.done and reported_on between ${since} and ${day} and task.authority_post_id = ${posts} and person_id is distinct from ${person.id}
      union all
      select task_extension.id, case when approved then 'granted' else 'refused' end, task.id, decided_on, decided_at,
        case when approved then new_due_on else old_due_on end, coalesce(decision_reason, '')
      from ${requests} where asked_by = ${person.id} and decided_by <> ${person.id} and decided_on between ${since} and ${day}
      union all
      select task_report.id, case when accepted then 'accepted' else 'returned' end, task.id, task_report.decided_on,
        task_report.decided_at, task.due_on, coalesce(decision_reason, '')
      from ${reports} where person_id = ${person.id} and decided_by is not null
        and task_report.decided_on between ${since} and ${day}
      union all
      select task_reopening.id, 'reopened', task.id, reopened_on, task_reopening.recorded_at, task.due_on, task_reopening.reason
      from task_reopening join task on task.id = task_reopening.task_id and task.programme_id = ${programme.id}
      where task.head_post_id = ${posts} and reopened_on between ${since} and ${day} and reopened_by <> ${person.id}
      union all
      select task.id, 'assigned', task.id, assigned_on, task.recorded_at, original_due_on, '' from task
      where task.programme_id = ${programme.id} and head_post_id = ${posts} and assigned_on between ${since} and ${day} and assigned_by is distinct from ${person.id}
    )
    select notice.*, task.title, area_unit.name as area, post.title_vi as post_vi, post.title_en as post_en,
      (seen.seen_at is null or coalesce(notice.at, now()) > seen.seen_at) as fresh
    from notice join task on task.id = notice.task_id join area_unit on area_unit.id = task.area_id
    join post on post.id = task.head_post_id
    left join task_notice_seen seen on seen.person_id = ${person.id}
    where ${within(context.scopeFor('tasks.read'), sql.ref('task.area_id'))}
    order by on_day desc, at desc nulls last, notice.id limit ${most}`.execute(db)
  const postOf = (row: Found, language: Language) => (language === 'vi' ? row.post_vi : row.post_en)
  const rows = found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    taskId: row.task_id,
    title: row.title,
    area: row.area,
    post: postOf(row, context.language),
    on: row.on_day,
    dueOn: row.due_on,
    note: row.note,
    fresh: row.fresh,
  }))
  return { fresh: rows.filter((row) => row.fresh).length, rows }
})

export const seeNotices = carriesOut(SeeNotices, async ({ db, person, now }) => {
  await sql`
    insert into task_notice_seen (person_id, seen_at) values (${person.id}, ${now})
    on conflict (person_id) do update set seen_at = greatest(task_notice_seen.seen_at, excluded.seen_at)`.execute(db)
  return {
    answer: { seenAt: now.toISOString() },
    audit: { subject: `person:${person.id}`, after: { noticesSeen: true } },
  }
})
