// Changes what a task says and who answers for it. The deadline is moved by an extension only, so that the first one stays visible.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { whyClosed, whyPlanClosed } from '../../allowed.ts'
import { EditTask, taskRefusals } from '../../contract.ts'
import {
  type BodyRow,
  bodiesFor,
  checkDocument,
  checkTarget,
  placeBodies,
  placeHeads,
  searchKey,
  writeBodies,
} from '../assigning.ts'
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
    const before = await taskAsKept(db, task.id)
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
      audit: {
        subject: `task:${task.id}`,
        areaId: task.area_id,
        ...differing(before, await taskAsKept(db, task.id)),
      },
    }
  },
  (context, input) => areaOfTask(context, input.id),
)

type KeptTask = Record<string, unknown>

/** The task as the audit compares it: all that an edit writes over. */
async function taskAsKept(db: Db, id: string): Promise<KeptTask> {
  const posts = (part: BodyRow['part']) => sql`(
    select coalesce(json_agg(post_id order by post_id), '[]') from task_body where task_id = task.id and part = ${part})`
  const found = await sql<KeptTask>`
    select title, detail, basis, document_id as "documentId", target_line_id as "targetLineId", doer, doer_with as "doerWith",
      expected_result as "expectedResult", result_total as "resultTotal", result_unit as "resultUnit", authority,
      authority_post_id as "authorityPostId", starts_on as "startsOn", head_post_id as "headPostId",
      head_since as "headSince", ${posts('lead')} as "leadPostIds", ${posts('coordinate')} as "coordinatingPostIds",
      ${posts('do')} as "doerPostIds"
    from task where id = ${id}`.execute(db)
  return found.rows[0] ?? {}
}
