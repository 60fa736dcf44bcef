// Takes a report in. A report that says "finished" hands the result in: it counts at once, or waits for the post that accepts it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { whyNotReport } from '../../allowed.ts'
import { ReportTask, taskRefusals } from '../../contract.ts'
import { laneOf } from '../../rules.ts'
import { areaOfTask, factsNow, taskInHand } from '../record.ts'
import { standingOf } from '../standing.ts'

/** Files that the reporter sent themselves, or that lie within their reach. */
async function checkFiles(db: Db, ids: readonly string[], personId: string, scope: Scope): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await sql<{ id: string }>`
    select id from file where id = any(${wanted}::uuid[])
      and (uploaded_by = ${personId} or ${within(scope, sql.ref('file.area_id'))})`.execute(db)
  if (found.rows.length < wanted.length) throw refuse(taskRefusals.file_unknown, {}, 'fileIds')
  return wanted
}

const earlier = (one: string | null, other: string): string => (one === null || other < one ? other : one)

export const reportTask = carriesOut(
  ReportTask,
  async (context, input) => {
    const { db, person, scope } = context
    const { task, day } = await taskInHand(context, input.taskId)
    const reportedOn = input.reportedOn ?? day
    const doneCount = input.doneCount ?? null
    const totalCount = input.totalCount ?? (doneCount === null ? null : task.result_total)
    const no = whyNotReport(
      standingOf(task),
      { ...input, reportedOn, doneCount, totalCount, files: input.fileIds.length },
      day,
    )
    if (no) throw no
    const files = await checkFiles(db, input.fileIds, person.id, scope)
    const counts = input.done && task.authority_post_id === null
    await sql`
      insert into task_report (id, task_id, reported_on, person_id, text, done_count, total_count, done, no_evidence,
        decided_on, decided_at, accepted)
      values (${input.id}, ${task.id}, ${reportedOn}, ${person.id}, ${input.text}, ${doneCount}, ${totalCount}, ${input.done},
        ${input.noEvidence}, ${counts ? reportedOn : null}, ${counts ? context.now : null}, ${counts ? true : null})`.execute(
      db,
    )
    if (files.length > 0)
      await sql`insert into task_evidence (report_id, file_id) select ${input.id}, unnest(${files}::uuid[])`.execute(db)
    const after = {
      ...task,
      first_report_on: earlier(task.first_report_on, reportedOn),
      evidence_on: files.length > 0 ? earlier(task.evidence_on, reportedOn) : task.evidence_on,
      done_on: counts ? reportedOn : null,
      handed_in_on: input.done && !counts ? reportedOn : task.handed_in_on,
    }
    await sql`
      update task set first_report_on = ${after.first_report_on}, evidence_on = ${after.evidence_on}, done_on = ${after.done_on},
        accepted_on = ${after.done_on}, version = version + 1
      where id = ${task.id}`.execute(db)
    const lane = laneOf(factsNow(after))
    return {
      answer: { lane, version: task.version + 1 },
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        before: { lane: laneOf(factsNow(task)) },
        after: { lane, reportId: input.id, reportedOn, doneCount, totalCount, files: files.length, done: input.done },
      },
    }
  },
  (context, input) => areaOfTask(context, input.taskId),
)
