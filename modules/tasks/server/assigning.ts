// Writing new tasks: numbers in order, one row for each unit, bodies by post. Used by the command and by other modules.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { nameKey } from '../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { AuditNote, Db } from '../../../platform/server/slice.ts'
import { readable } from '../../documents/server/public.ts'
import type { Programme } from '../../programme/server/public.ts'
import { whyNotThen, whyPlanClosed } from '../allowed.ts'
import { taskRefusals } from '../contract.ts'
import { type PlacedPost, placePosts } from './posts.ts'

export type Content = {
  title: string
  detail: string
  basis: string
  documentId?: string | null
  targetLineId?: string | null
  doer: string
  doerWith: string
  doerPostIds: readonly string[]
  leadPostId?: string | null
  coordinatingPostIds: readonly string[]
  expectedResult: string
  resultTotal?: number | null
  resultUnit: string
  authority: string
  authorityPostId?: string | null
}
export type Assignment = Content & {
  to: readonly { id: string; areaId: string; headPostId: string }[]
  instructionId?: string
  parentId?: string | null
  startsOn: PlainDate
  dueOn: PlainDate
  assignedOn: PlainDate
  origin?: string
}
export type Assigner = { personId: string; scope: Scope; programme: Programme; day: PlainDate }
export type Assigned = {
  tasks: { id: string; number: number }[]
  instructionId: string | null
  audit: AuditNote[]
}

/** Checks the assignment against the programme, its units and posts, and writes it. All or nothing. */
export async function assign(db: Db, given: Assignment, by: Assigner): Promise<Assigned> {
  const pairs = new Set(given.to.map((unit) => `${unit.areaId} ${unit.headPostId}`))
  if (pairs.size < given.to.length) throw refuse(taskRefusals.same_unit_twice, {}, 'to')
  const parent = await parentOf(db, given, by)
  const no =
    whyNotThen(given, { day: by.day, programmeStartsOn: by.programme.startsOn, parent }) ??
    whyPlanClosed(await planOf(db, by.programme.id, given.dueOn), by.day)
  if (no) throw no
  const units = await unitsOf(db, given, by)
  await checkDocument(db, by, given.documentId)
  await checkTarget(db, by.programme.id, given.targetLineId)
  const bodies = await placeBodies(
    db,
    given,
    given.to.map((unit) => unit.areaId),
    by.scope,
  )
  const heads = await placeHeads(db, given.to, by.scope)
  const instructionId = await writeInstruction(db, given, by)
  const tasks = await writeTasks(db, given, by, { instructionId, units, heads })
  await writeBodies(
    db,
    given.to.flatMap((unit) => bodiesFor(bodies, unit.id, unit.areaId)),
  )
  return { tasks, instructionId, audit: auditOf(given, tasks, instructionId) }
}

type Parent = { programme_id: string; startsOn: PlainDate; dueOn: PlainDate; closed: boolean; covers: boolean }

/** The parent task, locked, when it is within reach, open, and covers every unit. */
async function parentOf(db: Db, given: Assignment, by: Assigner): Promise<Parent | undefined> {
  if (!given.parentId) return undefined
  const areaIds = given.to.map((unit) => unit.areaId)
  const found = await sql<Parent>`
    select task.programme_id, task.starts_on as "startsOn", task.due_on as "dueOn",
      (task.done_on is not null or task.cancelled_on is not null
        or exists (select 1 from task_report where task_id = task.id and done and decided_on is null)) as closed,
      not exists (select 1 from unnest(${areaIds}::uuid[]) wanted(id) where not exists (
        select 1 from area_coverage where ancestor_id = task.area_id and unit_id = wanted.id)) as covers
    from task where task.id = ${given.parentId} and ${within(by.scope, sql.ref('task.area_id'))} for update of task`.execute(
    db,
  )
  const parent = found.rows[0]
  if (!parent) throw refuse(platformRefusals.not_found)
  if (parent.programme_id !== by.programme.id || parent.closed || !parent.covers)
    throw refuse(taskRefusals.parent_unfit, {}, 'parentId')
  return parent
}

export async function planOf(db: Db, programmeId: string, dueOn: PlainDate) {
  const year = Number(dueOn.slice(0, 4))
  const found = await sql<{ closed_on: PlainDate | null }>`
    select closed_on from plan where programme_id = ${programmeId} and year = ${year}`.execute(db)
  return { year, closedOn: found.rows[0]?.closed_on ?? null }
}

type Unit = { id: string; name: string }

/** The units, which must lie in the programme and exist on the day of assignment. */
async function unitsOf(db: Db, given: Assignment, by: Assigner): Promise<Map<string, Unit>> {
  const wanted = [...new Set(given.to.map((unit) => unit.areaId))]
  const found = await sql<Unit & { inside: boolean; there: boolean }>`
    select id, name, exists (
        select 1 from area_coverage where ancestor_id = ${by.programme.areaId} and unit_id = area_unit.id) as inside,
      valid_from <= ${given.assignedOn}::date and (valid_to is null or valid_to > ${given.assignedOn}::date) as there
    from area_unit where id = any(${wanted}::uuid[])`.execute(db)
  if (found.rows.some((unit) => !unit.inside)) throw refuse(taskRefusals.unit_outside_programme, {}, 'to')
  if (found.rows.some((unit) => !unit.there)) throw refuse(taskRefusals.unit_not_there, { day: given.assignedOn }, 'to')
  return new Map(found.rows.map((unit) => [unit.id, unit]))
}

/** A task names the document it rests on to all who see the task, so it must be one that is read where the task is given. */
export async function checkDocument(
  db: Db,
  { programme, scope }: Pick<Assigner, 'programme' | 'scope'>,
  documentId: string | null | undefined,
): Promise<void> {
  if (!documentId) return
  const found = await sql`
    select 1 from document where id = ${documentId} and programme_id = ${programme.id} and ${readable(scope)}`.execute(
    db,
  )
  if (found.rows.length === 0) throw refuse(taskRefusals.document_unknown, {}, 'documentId')
}

/** The target that the work serves: of this programme, in whichever version of its plans. */
export async function checkTarget(db: Db, programmeId: string, lineId: string | null | undefined): Promise<void> {
  if (!lineId) return
  const found = await sql`
    select 1 from target join plan on plan.id = target.plan_id
    where target.line_id = ${lineId} and plan.programme_id = ${programmeId} limit 1`.execute(db)
  if (found.rows.length === 0) throw refuse(taskRefusals.target_unknown, {}, 'targetLineId')
}

/** The heads, each within reach of the one who assigns and of the area of its own task. */
export async function placeHeads(
  db: Db,
  to: readonly { areaId: string; headPostId: string }[],
  scope: Scope,
): Promise<Map<string, PlacedPost>> {
  const heads = await placePosts(
    db,
    to.map((unit) => unit.headPostId),
    to.map((unit) => unit.areaId),
    scope,
    'headPostId',
  )
  for (const unit of to) {
    const head = heads.get(unit.headPostId)
    if (!head?.inReach) throw refuse(taskRefusals.post_out_of_reach, {}, 'headPostId')
    if (!head.areas.includes(unit.areaId)) throw refuse(taskRefusals.post_elsewhere, { post: head.title }, 'headPostId')
  }
  return heads
}

type Body = { part: 'lead' | 'coordinate' | 'do'; post: PlacedPost }
export type BodyRow = { taskId: string; postId: string; part: Body['part'] }

/** Leading, coordinating and doing posts; each must belong to at least one of the units, as must the post that accepts. */
export async function placeBodies(db: Db, given: Content, areaIds: readonly string[], scope: Scope): Promise<Body[]> {
  const place = async (part: Body['part'], ids: readonly string[], field: string): Promise<Body[]> =>
    [...(await placePosts(db, ids, areaIds, scope, field)).values()].map((post) => ({ part, post }))
  const authority = given.authorityPostId ? [given.authorityPostId] : []
  await placePosts(db, authority, areaIds, scope, 'authorityPostId')
  return [
    ...(await place('lead', given.leadPostId ? [given.leadPostId] : [], 'leadPostId')),
    ...(await place('coordinate', given.coordinatingPostIds, 'coordinatingPostIds')),
    ...(await place('do', given.doerPostIds, 'doerPostIds')),
  ]
}

/** Of several units each gets the posts that belong to it: the officer of one commune does not stand in another's task. */
export const bodiesFor = (bodies: readonly Body[], taskId: string, areaId: string): BodyRow[] =>
  bodies
    .filter((body) => body.post.areas.includes(areaId))
    .map((body) => ({ taskId, postId: body.post.id, part: body.part }))

export async function writeBodies(db: Db, rows: readonly BodyRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into task_body (task_id, post_id, part)
    select * from unnest(${rows.map((row) => row.taskId)}::uuid[], ${rows.map((row) => row.postId)}::uuid[],
      ${rows.map((row) => row.part)}::text[])`.execute(db)
}

/** Several units make one instruction; a single unit gets its task alone, unless it joins an instruction by name. */
async function writeInstruction(db: Db, given: Assignment, by: Assigner): Promise<string | null> {
  if (given.to.length < 2) return null
  const id = given.instructionId ?? uuidv7()
  await sql`
    insert into instruction (id, programme_id, area_id, title, detail, basis, issued_on, issued_by, document_id)
    values (${id}, ${by.programme.id}, ${by.programme.areaId}, ${given.title}, ${given.detail}, ${given.basis},
      ${given.assignedOn}, ${by.personId}, ${given.documentId ?? null})`.execute(db)
  return id
}

export const searchKey = (content: Content, number: number, unit: string, head: string): string =>
  nameKey(
    [String(number).padStart(2, '0'), content.title, content.basis, content.doer, content.doerWith, unit, head].join(
      ' ',
    ),
  )

async function writeTasks(
  db: Db,
  given: Assignment,
  by: Assigner,
  made: { instructionId: string | null; units: Map<string, Unit>; heads: Map<string, PlacedPost> },
): Promise<{ id: string; number: number }[]> {
  // Two who assign at once must not take the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`task-number:${by.programme.id}`}, 0))`.execute(db)
  const last = await sql<{ number: number }>`
    select coalesce(max(number), 0)::int as number from task where programme_id = ${by.programme.id}`.execute(db)
  const first = (last.rows[0]?.number ?? 0) + 1
  const rows = given.to.map((unit, at) => ({ ...unit, number: first + at }))
  const keys = rows.map((row) =>
    searchKey(given, row.number, made.units.get(row.areaId)?.name ?? '', made.heads.get(row.headPostId)?.title ?? ''),
  )
  await sql`
    insert into task (id, programme_id, area_id, number, instruction_id, parent_id, title, detail, basis, head_post_id,
      head_since, doer, doer_with, expected_result, result_total, result_unit, authority, authority_post_id, starts_on,
      due_on, original_due_on, document_id, target_line_id, origin, assigned_on, assigned_by, search_key)
    select unit.id, ${by.programme.id}, unit.area_id, unit.number, ${made.instructionId}::uuid, ${given.parentId ?? null}::uuid,
      ${given.title}, ${given.detail}, ${given.basis}, unit.head_post_id, ${given.assignedOn}::date, ${given.doer},
      ${given.doerWith}, ${given.expectedResult}, ${given.resultTotal ?? null}::int, ${given.resultUnit}, ${given.authority},
      ${given.authorityPostId ?? null}::uuid, ${given.startsOn}::date, ${given.dueOn}::date, ${given.dueOn}::date,
      ${given.documentId ?? null}::uuid, ${given.targetLineId ?? null}::uuid, ${given.origin ?? null}::text,
      ${given.assignedOn}::date, ${by.personId}, unit.search_key
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.areaId)}::uuid[],
      ${rows.map((row) => row.headPostId)}::uuid[], ${rows.map((row) => row.number)}::int[], ${keys}::text[])
      as unit(id, area_id, head_post_id, number, search_key)`.execute(db)
  return rows.map(({ id, number }) => ({ id, number }))
}

function auditOf(
  given: Assignment,
  tasks: { id: string; number: number }[],
  instructionId: string | null,
): AuditNote[] {
  const shared = { title: given.title, startsOn: given.startsOn, dueOn: given.dueOn }
  const each = given.to.map((unit, at): AuditNote => {
    const number = tasks[at]?.number
    return {
      subject: `task:${unit.id}`,
      areaId: unit.areaId,
      after: { number, ...shared, headPostId: unit.headPostId, ...(instructionId ? { instructionId } : {}) },
    }
  })
  return instructionId
    ? [{ subject: `instruction:${instructionId}`, after: { ...shared, units: given.to.length } }, ...each]
    : each
}
