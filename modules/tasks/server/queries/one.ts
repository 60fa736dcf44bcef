// One task with all that belongs to it on a day, and what the reader may do with it.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { ShowTask } from '../../contract.ts'
import { postsHeldBy } from '../posts.ts'
import { type InView, viewOfProgramme } from '../programme-in-view.ts'
import { areaOfTask } from '../record.ts'
import { type Post, type Row, taskRows } from '../rows.ts'
import { extensionsOf, remindersOf, reopeningsOf, reportsOf } from './history.ts'

type More = {
  programme_id: string
  area_id: string
  detail: string
  result_total: number | null
  result_unit: string
  assigned_on: PlainDate
  assigned_by: string | null
  recorded_at: string
  accepted_on: PlainDate | null
  cancelled_on: PlainDate | null
  cancel_reason: string | null
  origin: string | null
  authority_post_id: string | null
  head_post_id: string
  head_since: PlainDate
  document_id: string | null
  document_number: string | null
  document_title: string | null
  instruction_id: string | null
  instruction_title: string | null
  parent_id: string | null
  parent_closed: boolean
  plan_closed: boolean
  target_line_id: string | null
  target_title: string | null
}

async function moreOf(db: Db, id: string, language: Language): Promise<More | undefined> {
  const found = await sql<More>`
    select task.*, assigner.name as assigned_by, document.number as document_number, document.title as document_title,
      instruction.title as instruction_title, plan.closed_on is not null as plan_closed,
      exists (select 1 from task parent where parent.id = task.parent_id and (parent.done_on is not null
        or parent.cancelled_on is not null or exists (
          select 1 from task_report where task_id = parent.id and done and decided_on is null))) as parent_closed,
      (select ${sql.ref(`title_${language}`)} from target where line_id = task.target_line_id
        order by from_version desc limit 1) as target_title
    from task
    left join person assigner on assigner.id = task.assigned_by
    left join document on document.id = task.document_id
    left join instruction on instruction.id = task.instruction_id
    left join plan on plan.programme_id = task.programme_id and plan.year = extract(year from task.due_on)
    where task.id = ${id}`.execute(db)
  return found.rows[0]
}

/** The bodies of a task by their part, and the post that accepts its result. */
async function postsOf(db: Db, id: string, authorityId: string | null, language: Language) {
  type Found = { id: string; part: string; title_vi: string; title_en: string; place: string }
  const found = await sql<Found>`
    select post.id, named.part, post.title_vi, post.title_en,
      coalesce(body.name, case when unit.level in ('commune', 'village') then unit.name end, '') as place
    from (
      select post_id, part from task_body where task_id = ${id}
      union all select ${authorityId}::uuid, 'authority' where ${authorityId}::uuid is not null
    ) named
    join post on post.id = named.post_id join area_unit unit on unit.id = post.area_id
    left join area_body body on body.id = post.body_id
    order by unit.name, post.title_vi`.execute(db)
  const shown = (part: string): Post[] =>
    found.rows
      .filter((row) => row.part === part)
      .map((row) => ({ id: row.id, title: language === 'vi' ? row.title_vi : row.title_en, place: row.place }))
  return { lead: shown('lead')[0] ?? null, doers: shown('do'), authorityPost: shown('authority')[0] ?? null }
}

async function covers(db: Db, scope: Scope, areaId: string): Promise<boolean> {
  const found = await sql<{ covered: boolean }>`select ${within(scope, sql`${areaId}::uuid`)} as covered`.execute(db)
  return found.rows[0]?.covered ?? false
}

/** What this reader may do with the task as it stands; nothing can be changed on a day in the past. */
async function abilities(
  context: Context,
  more: More,
  row: Row,
  waits: { askedBy: string | null; reportedBy: string | null },
  view: InView,
) {
  const { db, person } = context
  const may = (permission: string) => covers(db, context.scopeFor(permission), more.area_id)
  const [report, assign, extend, accept] = await Promise.all([
    may('tasks.report'),
    may('tasks.assign'),
    may('tasks.extend'),
    may('tasks.accept'),
  ])
  const held = person ? await postsHeldBy(db, person.id, view.day, context.today) : []
  const isHead = held.includes(more.head_post_id)
  const present = view.on >= view.day
  const open = present && (row.lane === 'new' || row.lane === 'doing')
  const unfinished = present && row.lane !== 'done' && row.lane !== 'cancelled'
  const changeable = unfinished && !more.plan_closed
  return {
    report: report && unfinished,
    askMoreTime: report && open && !more.plan_closed && row.askedFor === null,
    decideMoreTime: extend && changeable && row.askedFor !== null && waits.askedBy !== person?.id && !isHead,
    withdrawRequest: report && present && row.askedFor !== null && waits.askedBy === person?.id,
    giveMoreTime: extend && open && !more.plan_closed && row.askedFor === null && !isHead,
    decideResult: accept && present && row.lane === 'waiting' && waits.reportedBy !== person?.id && !isHead,
    edit: assign && changeable,
    cancel: assign && changeable,
    reopen: accept && present && row.lane === 'done' && !more.plan_closed && !more.parent_closed,
    remind: assign && open,
    addSubtask: assign && open && !more.plan_closed,
  }
}

export const showTask = answers(
  ShowTask,
  async (context, input) => {
    const { db, language, scope } = context
    const more = await moreOf(db, input.id, language)
    if (!more) throw refuse(platformRefusals.not_found)
    const view = await viewOfProgramme(context, more.programme_id, input.on)
    const { on } = view
    const [row] = await taskRows(db, [input.id], on, language)
    // Not yet assigned on the day that is asked for.
    if (!row) throw refuse(platformRefusals.not_found)
    const reports = await reportsOf(db, input.id, on, language)
    const extensions = await extensionsOf(db, input.id, on)
    const children = await sql<{ id: string }>`
      select id from task where parent_id = ${input.id} and ${within(scope, sql.ref('task.area_id'))} order by due_on, number`.execute(
      db,
    )
    const subtasks = await taskRows(
      db,
      children.rows.map((child) => child.id),
      on,
      language,
    )
    const holders = await sql<{ from: PlainDate; to: PlainDate | null }>`
      select valid_from as from, case when valid_to <= ${on}::date then valid_to end as to from post_holder
      where post_id = ${more.head_post_id} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${more.assigned_on}::date)
      order by valid_from`.execute(db)
    const waiting = reports.list.find((report) => report.waits)
    const asked = extensions.list.find((extension) => extension.decision === null && extension.withdrawnOn === null)
    return {
      on,
      programme: view.programme.slug,
      task: row,
      detail: more.detail,
      resultTotal: more.result_total,
      resultUnit: more.result_unit,
      ...(await postsOf(db, input.id, more.authority_post_id, language)),
      assignedOn: more.assigned_on,
      assignedBy: more.assigned_by ?? '',
      recordedAt: more.recorded_at,
      acceptedOn: row.lane === 'done' ? more.accepted_on : null,
      cancelled:
        row.lane === 'cancelled' && more.cancelled_on
          ? { on: more.cancelled_on, reason: more.cancel_reason ?? '' }
          : null,
      document:
        more.document_id && more.document_number
          ? { id: more.document_id, number: more.document_number, title: more.document_title ?? '' }
          : null,
      target: more.target_line_id ? { lineId: more.target_line_id, title: more.target_title ?? '' } : null,
      origin: more.origin,
      instruction: more.instruction_id ? { id: more.instruction_id, title: more.instruction_title ?? '' } : null,
      parent: await parentOf(context, more.parent_id, on),
      subtasks,
      reports: reports.list,
      extensions: extensions.list,
      reopenings: await reopeningsOf(db, input.id, on),
      reminders: await remindersOf(db, input.id, on, language),
      holders: holders.rows,
      may: await abilities(
        context,
        more,
        row,
        {
          askedBy: asked ? (extensions.askers.get(asked.id) ?? null) : null,
          reportedBy: waiting ? (reports.reporters.get(waiting.id) ?? null) : null,
        },
        view,
      ),
    }
  },
  (context, input) => areaOfTask(context, input.id),
)

/** The parent task when it lies within reach. */
async function parentOf({ db, scope, language }: Context, id: string | null, on: PlainDate) {
  if (!id) return null
  const seen = await sql`select 1 from task where id = ${id} and ${within(scope, sql.ref('task.area_id'))}`.execute(db)
  const [row] = seen.rows.length > 0 ? await taskRows(db, [id], on, language) : []
  return row ? { id: row.id, number: row.number, title: row.title, status: row.status } : null
}
