// Changes what a task says and who answers for it. The deadline is moved by an extension only, so that the first one stays visible.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { whyClosed, whyPlanClosed } from '../../allowed.ts'
import { EditTask, taskRefusals } from '../../contract.ts'
import { bodiesFor, checkDocument, checkTarget, placeBodies, placeHeads, searchKey, writeBodies } from '../assigning.ts'
import { areaOfTask, checkVersion, taskInHand } from '../record.ts'
import { standingOf } from '../standing.ts'

export const editTask = carriesOut(
  EditTask,
  async (context, input) => {
    const { db, scope } = context
    const { task, programme, day } = await taskInHand(context, input.id)
    const standing = standingOf(task)
    const no = whyClosed(standing) ?? whyPlanClosed(standing.plan, day)
    if (no) throw no
    checkVersion(task, input.version)
    if (task.due_on < input.startsOn)
      throw refuse(taskRefusals.due_before_start, { due: task.due_on, start: input.startsOn }, 'startsOn')
    if (input.startsOn < programme.startsOn)
      throw refuse(taskRefusals.starts_before_programme, { start: programme.startsOn }, 'startsOn')
    if (task.parent_starts_on !== null && input.startsOn < task.parent_starts_on)
      throw refuse(taskRefusals.starts_before_parent, { start: task.parent_starts_on }, 'startsOn')
    if (input.documentId !== task.document_id) await checkDocument(db, { programme, scope }, input.documentId)
    // Left out, the target stays: not every form shows it.
    const targetLineId = input.targetLineId === undefined ? task.target_line_id : input.targetLineId
    if (targetLineId !== task.target_line_id) await checkTarget(db, programme.id, targetLineId)
    const heads = await placeHeads(db, [{ areaId: task.area_id, headPostId: input.headPostId }], scope)
    const bodies = await placeBodies(db, input, [task.area_id], scope)
    const head = heads.get(input.headPostId)
    const unit = await sql<{ name: string }>`select name from area_unit where id = ${task.area_id}`.execute(db)
    const newHead = input.headPostId !== task.head_post_id
    const key = searchKey(input, task.number, unit.rows[0]?.name ?? '', head?.title ?? '')
    await sql`
      update task set title = ${input.title}, detail = ${input.detail}, basis = ${input.basis},
        document_id = ${input.documentId ?? null}, target_line_id = ${targetLineId}, doer = ${input.doer},
        doer_with = ${input.doerWith}, expected_result = ${input.expectedResult}, result_total = ${input.resultTotal ?? null},
        result_unit = ${input.resultUnit}, authority = ${input.authority}, authority_post_id = ${input.authorityPostId ?? null},
        starts_on = ${input.startsOn}, head_post_id = ${input.headPostId},
        head_since = ${newHead ? day : task.head_since}, search_key = ${key}, version = version + 1
      where id = ${task.id}`.execute(db)
    await sql`delete from task_body where task_id = ${task.id}`.execute(db)
    await writeBodies(db, bodiesFor(bodies, task.id, task.area_id))
    return {
      answer: { version: task.version + 1 },
      audit: { subject: `task:${task.id}`, areaId: task.area_id, ...changes(task, { ...input, targetLineId }) },
    }
  },
  (context, input) => areaOfTask(context, input.id),
)

type Kept = Record<string, unknown>

/** Only what is different, so that the audit reads at a glance. */
function changes(
  task: Kept & Parameters<typeof standingOf>[0],
  input: { title: string; detail: string; basis: string; doer: string; doerWith: string; startsOn: string } & {
    expectedResult: string
    authority: string
    headPostId: string
    authorityPostId?: string | null
    documentId?: string | null
    targetLineId: string | null
  },
): { before: Kept; after: Kept } {
  const pairs: [string, unknown, unknown][] = [
    ['title', task.title, input.title],
    ['detail', task.detail, input.detail],
    ['basis', task.basis, input.basis],
    ['doer', task.doer, input.doer],
    ['doerWith', task.doer_with, input.doerWith],
    ['expectedResult', task.expected_result, input.expectedResult],
    ['authority', task.authority, input.authority],
    ['authorityPostId', task.authority_post_id, input.authorityPostId ?? null],
    ['documentId', task.document_id, input.documentId ?? null],
    ['targetLineId', task.target_line_id, input.targetLineId],
    ['headPostId', task.head_post_id, input.headPostId],
    ['startsOn', task.starts_on, input.startsOn],
  ]
  const different = pairs.filter(([, before, after]) => before !== after)
  return {
    before: Object.fromEntries(different.map(([name, before]) => [name, before])),
    after: Object.fromEntries(different.map(([name, , after]) => [name, after])),
  }
}
