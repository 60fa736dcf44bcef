// Loads the tasks of the demonstration with their reports, evidence, requests for more time and reminders.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { remindersBy } from '../../modules/tasks/reminding.ts'
import { nameKey } from '../../platform/contract/name-key.ts'
import type { Db } from '../../platform/server/slice.ts'
import { addDays, vietnam } from '../../rules/calendar/working-days.ts'
import { areaId, demoId, documentId, personId, programmeId } from './ids.ts'
import { posts } from './people.ts'
import { opensOn } from './programme.ts'
import { samplePaper } from './sample-paper.ts'
import { type DemoTask, instructions, severalUnits } from './task-list.ts'
import { singleTasks } from './task-list-single.ts'
import { units } from './territory.ts'

export const demoTasks: readonly DemoTask[] = [...singleTasks, ...severalUnits].sort(
  (one, other) => one.number - other.number,
)
export const demoTaskId = (number: number): string => demoId(`task:${String(number).padStart(2, '0')}`)

const at = (day: string, hour = 17): string => `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`

export async function loadTasks(db: Db): Promise<void> {
  for (const each of instructions)
    await sql`
      insert into instruction (id, programme_id, area_id, title, basis, issued_on, issued_by, document_id, demo)
      values (${demoId(`instruction:${each.key}`)}, ${programmeId}, ${areaId('331')}, ${each.title}, ${each.basis}, ${each.on},
        ${personId('huyen')}, (select id from document where id = ${documentId('60/KH-UBND')}), true) on conflict (id) do nothing`.execute(
      db,
    )
  for (const task of demoTasks) await loadTask(db, task)
  // Parents come first by number only by chance, so the link is set when all are there.
  for (const task of demoTasks.filter((each) => each.parent))
    await sql`update task set parent_id = ${demoTaskId(task.parent!)} where id = ${demoTaskId(task.number)} and parent_id is null`.execute(
      db,
    )
  await loadExtensions(db)
  await loadReminders(db)
}

function keyOf(task: DemoTask): string {
  const unit = units.find((each) => each.id === areaId(task.area))
  const head = posts.find((post) => post.id === task.head)
  const number = String(task.number).padStart(2, '0')
  return nameKey([number, task.title, task.basis, task.doer, task.with, unit?.name, head?.vi].join(' '))
}

async function loadTask(db: Db, task: DemoTask): Promise<void> {
  const id = demoTaskId(task.number)
  const reports = task.reports ?? []
  const handedIn = reports.find((report) => report.done)
  const doneOn = handedIn && !task.accepts ? handedIn.on : null
  const made = await sql`
    insert into task (id, programme_id, area_id, number, instruction_id, title, basis, head_post_id, head_since, doer, doer_with,
      expected_result, result_total, result_unit, authority, authority_post_id, starts_on, due_on, original_due_on, document_id,
      assigned_on, assigned_by, recorded_at, first_report_on, evidence_on, done_on, accepted_on, search_key, demo)
    values (${id}, ${programmeId}, ${areaId(task.area)}, ${task.number},
      ${task.instruction ? demoId(`instruction:${task.instruction}`) : null}, ${task.title}, ${task.basis}, ${task.head}, ${task.from},
      ${task.doer}, ${task.with ?? ''}, ${task.result}, ${task.total ?? null}, ${task.unit ?? ''}, ${task.authority},
      ${task.accepts ?? null}, ${task.from}, ${task.due}, ${task.due},
      (select id from document where id = ${documentId('60/KH-UBND')} and ${task.basis.startsWith('KH 60')}),
      ${task.from}, ${personId('huyen')}, ${at(task.from, 9)}, ${reports[0]?.on ?? null},
      ${reports.find((report) => report.evidence)?.on ?? null}, ${doneOn}, ${doneOn}, ${keyOf(task)}, true)
    on conflict (id) do nothing`.execute(db)
  if (made.numAffectedRows === 0n) return
  await loadBodies(db, id, task)
  for (const [index, report] of reports.entries()) await loadReport(db, task, report, index)
}

async function loadBodies(db: Db, id: string, task: DemoTask): Promise<void> {
  const bodies = [
    ...(task.coordinating ?? []).map((post) => ({ post, part: 'coordinate' })),
    ...(task.doers ?? []).map((post) => ({ post, part: 'do' })),
  ]
  for (const { post, part } of bodies)
    await sql`insert into task_body (task_id, post_id, part) values (${id}, ${post}, ${part}) on conflict do nothing`.execute(
      db,
    )
}

type Report = NonNullable<DemoTask['reports']>[number]

async function loadReport(db: Db, task: DemoTask, report: Report, index: number): Promise<void> {
  const id = demoId(`report:${task.number}:${index}`)
  const counts = report.done === true && !task.accepts
  await sql`
    insert into task_report (id, task_id, reported_on, recorded_at, person_id, post_id, text, done_count, total_count, done,
      no_evidence, decided_on, decided_at, accepted)
    values (${id}, ${demoTaskId(task.number)}, ${report.on}, ${at(report.on)}, ${report.by ? personId(report.by) : null}, ${task.head},
      ${report.text}, ${report.count ?? null}, ${report.count === undefined ? null : (task.total ?? null)}, ${report.done === true},
      ${report.done === true && !report.evidence}, ${counts ? report.on : null}, ${counts ? at(report.on) : null},
      ${counts ? true : null}) on conflict (id) do nothing`.execute(db)
  if (!report.evidence) return
  const fileId = demoId(`file:report:${task.number}:${index}`)
  const paper = samplePaper(`Task ${task.number}, report of ${report.on}`)
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by, uploaded_at)
    values (${fileId}, ${areaId(task.area)}, ${createHash('sha256').update(paper).digest()}, ${`bao-cao-viec-${task.number}-minh-hoa.pdf`},
      'application/pdf', ${paper.length}, ${paper}, ${report.by ? personId(report.by) : null}, ${at(report.on)})
    on conflict (id) do nothing`.execute(db)
  await sql`insert into task_evidence (report_id, file_id) values (${id}, ${fileId}) on conflict do nothing`.execute(db)
}

/** One request that waits, from Ngọc Thanh; and one chain at Lương Bằng that keeps its first deadline in view. */
async function loadExtensions(db: Db): Promise<void> {
  await sql`
    insert into task_extension (id, task_id, asked_on, asked_by, recorded_at, old_due_on, new_due_on, reason)
    values (${demoId('extension:07')}, ${demoTaskId(7)}, '2024-11-13', ${personId('ngocthanh')}, ${at('2024-11-13')}, '2024-10-31',
      '2024-11-25', 'Hai thôn còn 118 hộ chưa khớp số liệu cư trú; cần đối chiếu với Công an xã trước khi chốt.')
    on conflict (id) do nothing`.execute(db)
  await sql`
    insert into task_extension (id, task_id, asked_on, asked_by, recorded_at, old_due_on, new_due_on, reason, decided_on,
      decided_by, decided_at, approved, decision_reason)
    values (${demoId('extension:25')}, ${demoTaskId(25)}, '2024-10-24', ${personId('xa')}, ${at('2024-10-24')}, '2024-10-31',
      '2024-11-30', 'Nhiều hộ đi làm xa, cuối tháng 11 mới về.', '2024-10-28', ${personId('huyen')}, ${at('2024-10-28')}, true,
      'Đồng ý, báo cáo tiến độ mỗi tuần.')
    on conflict (id) do nothing`.execute(db)
  await sql`update task set original_due_on = '2024-10-31' where id = ${demoTaskId(25)} and demo`.execute(db)
}

/** What the daily job would have sent by the day that the demonstration opens with, each on its own day. */
async function loadReminders(db: Db): Promise<void> {
  const above = new Map(posts.map((post) => [post.id, post.reportsTo]))
  const open = demoTasks.filter((task) => !(task.reports ?? []).some((report) => report.done))
  for (const task of open) {
    const told = new Set<string>()
    for (let day = addDays(task.due, -7); day <= opensOn; day = addDays(day, 1)) {
      if (day < task.from) continue
      for (const each of remindersBy(task.due, day, vietnam)) {
        const key = `${each.kind}:${each.level}`
        const first = above.get(task.head)
        const to = [task.head, first, first && above.get(first)][each.level]
        if (!to || told.has(key)) continue
        told.add(key)
        await sql`
          insert into task_reminder (id, task_id, sent_on, sent_at, to_post_id, kind, due_on)
          values (${demoId(`reminder:${task.number}:${key}`)}, ${demoTaskId(task.number)}, ${day}, ${at(day, 7)}, ${to},
            ${each.kind}, ${task.due}) on conflict do nothing`.execute(db)
      }
    }
  }
  // The vice-chair last opened the bell on 12/11, so three notices are new on the day that is shown.
  await sql`
    insert into task_notice_seen (person_id, seen_at) values (${personId('huyen')}, ${at('2024-11-12', 18)})
    on conflict do nothing`.execute(db)
}
