// What happened to one task until a day: reports with their evidence, requests for more time, reminders.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Language } from '../../../../platform/contract/words.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { ExtensionShown, FileShown, ReportShown } from '../../contract/shapes.ts'

/** "Chủ tịch UBND xã Ngọc Thanh": the title of `post` with its commune, of the unit joined as `post_unit`. */
const postName = (language: Language) => {
  const title = language === 'vi' ? sql.ref('post.title_vi') : sql.ref('post.title_en')
  return sql<string>`(${title} || case when post_unit.level in ('commune', 'village') then ' ' || post_unit.name else '' end)`
}

type ReportRow = {
  id: string
  reported_on: PlainDate
  recorded_at: string
  person_id: string | null
  by_name: string
  text: string
  done_count: number | null
  total_count: number | null
  done: boolean
  no_evidence: boolean
  decided_on: PlainDate | null
  decided_by: string | null
  accepted: boolean | null
  decision_reason: string | null
  files: z.output<typeof FileShown>[] | null
}

/** Reports, the newest first; a decision taken after `on` is not known yet. */
export async function reportsOf(db: Db, taskId: string, on: PlainDate, language: Language) {
  const found = await sql<ReportRow>`
    select task_report.*, coalesce(${postName(language)}, person.name) as by_name, decider.name as decided_by, evidence.files
    from task_report
    left join person on person.id = task_report.person_id
    left join post on post.id = task_report.post_id left join area_unit post_unit on post_unit.id = post.area_id
    left join person decider on decider.id = task_report.decided_by
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type, 'size', file.size)
        order by file.name) as files
      from task_evidence join file on file.id = task_evidence.file_id where task_evidence.report_id = task_report.id
    ) evidence on true
    where task_report.task_id = ${taskId} and task_report.reported_on <= ${on}::date
    order by task_report.reported_on desc, task_report.recorded_at desc`.execute(db)
  const list = found.rows.map((row): z.output<typeof ReportShown> => {
    const decided = row.decided_on !== null && row.decided_on <= on
    return {
      id: row.id,
      reportedOn: row.reported_on,
      recordedAt: row.recorded_at,
      by: row.by_name,
      text: row.text,
      doneCount: row.done_count,
      totalCount: row.total_count,
      done: row.done,
      noEvidence: row.no_evidence,
      files: row.files ?? [],
      // A result that needs no acceptance is decided by nobody.
      decision:
        decided && row.decided_on && row.decided_by
          ? {
              accepted: row.accepted === true,
              on: row.decided_on,
              by: row.decided_by,
              reason: row.decision_reason ?? '',
            }
          : null,
      waits: row.done && !decided,
    }
  })
  return { list, reporters: new Map(found.rows.map((row) => [row.id, row.person_id])) }
}

type ExtensionRow = {
  id: string
  asked_on: PlainDate
  recorded_at: string
  asked_by: string
  asked_by_name: string
  old_due_on: PlainDate
  new_due_on: PlainDate
  reason: string
  decided_on: PlainDate | null
  decided_by_name: string | null
  approved: boolean | null
  decision_reason: string | null
  withdrawn: boolean
}

/** The chain of requests for more time, the oldest first. */
export async function extensionsOf(db: Db, taskId: string, on: PlainDate) {
  const found = await sql<ExtensionRow>`
    select task_extension.*, asker.name as asked_by_name, decider.name as decided_by_name
    from task_extension join person asker on asker.id = task_extension.asked_by
    left join person decider on decider.id = task_extension.decided_by
    where task_extension.task_id = ${taskId} and asked_on <= ${on}::date
    order by asked_on, task_extension.recorded_at, old_due_on`.execute(db)
  const list = found.rows.map((row): z.output<typeof ExtensionShown> => {
    const closedOn = row.decided_on !== null && row.decided_on <= on ? row.decided_on : null
    return {
      id: row.id,
      askedOn: row.asked_on,
      recordedAt: row.recorded_at,
      askedBy: row.asked_by_name,
      oldDueOn: row.old_due_on,
      newDueOn: row.new_due_on,
      reason: row.reason,
      decision:
        closedOn !== null && !row.withdrawn
          ? {
              approved: row.approved === true,
              on: closedOn,
              by: row.decided_by_name ?? '',
              reason: row.decision_reason ?? '',
            }
          : null,
      withdrawnOn: row.withdrawn ? closedOn : null,
    }
  })
  return { list, askers: new Map(found.rows.map((row) => [row.id, row.asked_by])) }
}

/** Each time the finished task was opened again, the oldest first. */
export async function reopeningsOf(db: Db, taskId: string, on: PlainDate) {
  type Found = { id: string; on: PlainDate; recorded_at: string; by: string; reason: string; done_on: PlainDate }
  const found = await sql<Found>`
    select task_reopening.id, reopened_on as on, recorded_at, person.name as by, reason, done_on
    from task_reopening join person on person.id = reopened_by
    where task_id = ${taskId} and reopened_on <= ${on}::date order by reopened_on, recorded_at`.execute(db)
  return found.rows.map(({ recorded_at, done_on, ...row }) => ({ ...row, recordedAt: recorded_at, doneOn: done_on }))
}

type ReminderRow = {
  id: string
  sent_on: PlainDate
  kind: 'soon' | 'late' | 'escalation' | 'by-hand'
  to_title: string
  by_name: string | null
  withdrawn_at: string | null
}

export async function remindersOf(db: Db, taskId: string, on: PlainDate, language: Language) {
  const found = await sql<ReminderRow>`
    select task_reminder.id, sent_on, task_reminder.kind, ${postName(language)} as to_title, person.name as by_name, withdrawn_at
    from task_reminder join post on post.id = task_reminder.to_post_id join area_unit post_unit on post_unit.id = post.area_id
    left join person on person.id = task_reminder.sent_by
    where task_id = ${taskId} and sent_on <= ${on}::date order by sent_on desc, sent_at desc`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    sentOn: row.sent_on,
    kind: row.kind,
    to: row.to_title,
    by: row.by_name ?? '',
    withdrawn: row.withdrawn_at !== null,
  }))
}
