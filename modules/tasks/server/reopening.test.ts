// Taking back one's own request for more time, and opening a finished task again: what was is still what was on its day.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, demoId, plan2024Id, postId, programmeId } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import {
  AskMoreTime,
  AssignTask,
  CancelTask,
  DecideMoreTime,
  ListNotices,
  ListTasks,
  ReopenTask,
  ReportTask,
  ShowTask,
  WithdrawRequest,
} from '../contract.ts'
import { laneOf, statusOf } from '../rules.ts'
import { type FactsRow, factsOf, knownTasks } from './facts.ts'
import { slice } from './slice.ts'

const slices = [slice, obstacles]
const programme = 'kim-dong-2024'
const request = demoId('extension:07')
const reopen = (number: number, part: Partial<InputOf<typeof ReopenTask>> = {}): InputOf<typeof ReopenTask> => ({
  id: uuidv7(),
  taskId: demoTaskId(number),
  version: 1,
  reason: 'Biên bản thiếu chữ ký của Mặt trận',
  ...part,
})
const lead = (the: World) =>
  sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${the.neighbour.id}, 'district-lead', ${areaId('12322')}, '2024-01-01', 'thử')`.execute(
    the.database.db,
  )

test('only who asked takes a request back, once, and as long as nobody has decided', async () => {
  const the = await world(slices)
  await expectRefusal(the.auditor.send(WithdrawRequest, { id: request }), 'platform.not_allowed')
  await expectRefusal(the.communeOfficer.send(WithdrawRequest, { id: request }), 'platform.not_found')
  await expectRefusal(the.districtLead.send(WithdrawRequest, { id: request }), 'tasks.not_own_request')
  await expectRefusal(the.districtLead.send(WithdrawRequest, { id: uuidv7() }), 'platform.not_found')
  expect((await the.districtLead.ask(ShowTask, { id: demoTaskId(7) })).may.withdrawRequest).toBe(false)
  expect((await the.neighbour.ask(ShowTask, { id: demoTaskId(7) })).may.withdrawRequest).toBe(true)
  const id = uuidv7()
  await the.neighbour.send(WithdrawRequest, { id: request }, { id })
  await the.neighbour.send(WithdrawRequest, { id: request }, { id })
  await expectRefusal(the.neighbour.send(WithdrawRequest, { id: request }), 'tasks.extension_withdrawn')
  await expectRefusal(
    the.districtLead.send(DecideMoreTime, { id: request, approved: true }),
    'tasks.extension_withdrawn',
  )
  const page = await the.neighbour.ask(ShowTask, { id: demoTaskId(7) })
  expect(page.extensions).toMatchObject([{ decision: null, withdrawnOn: '2024-11-15' }])
  expect(page.task).toMatchObject({ askedFor: null, dueOn: '2024-10-31' })
  expect(page.may).toMatchObject({ askMoreTime: true, withdrawRequest: false })
  // Nobody is asked to decide any more; the day before still shows that somebody was.
  const notices = await the.districtLead.ask(ListNotices, { programme })
  expect(notices.rows.filter((row) => row.kind === 'asked').map((row) => row.taskId)).not.toContain(demoTaskId(7))
  expect((await the.districtLead.ask(ListTasks, { programme })).counts.waiting).toBe(1)
  expect((await the.neighbour.ask(ShowTask, { id: demoTaskId(7), on: '2024-11-14' })).task.askedFor).toBe('2024-11-25')
  // And one may ask again.
  const again = { id: uuidv7(), taskId: demoTaskId(7), newDueOn: '2024-11-22', reason: 'Còn một thôn' }
  await the.neighbour.send(AskMoreTime, again)
  await the.districtLead.send(DecideMoreTime, { id: again.id, approved: true })
  await expectRefusal(the.neighbour.send(WithdrawRequest, { id: again.id }), 'tasks.extension_decided')
})

test('a decision and a withdrawal at once: one of them comes too late', async () => {
  const the = await world(slices)
  const both = await Promise.allSettled([
    the.districtLead.send(DecideMoreTime, { id: request, approved: true }),
    the.neighbour.send(WithdrawRequest, { id: request }),
  ])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what is not finished, cancelled, or of a closed plan is not opened again; nor without a reason', async () => {
  const the = await world(slices)
  const refused = (input: InputOf<typeof ReopenTask>, code: string) =>
    expectRefusal(the.districtLead.send(ReopenTask, input), code)
  await refused(reopen(7), 'tasks.not_done')
  await refused(reopen(22), 'tasks.not_done')
  await refused(reopen(1, { reason: '' }), 'platform.invalid_input')
  await refused(reopen(1, { version: 7 }), 'platform.changed_meanwhile')
  await the.districtLead.send(CancelTask, { id: demoTaskId(40), version: 1, reason: 'Gộp' })
  await refused(reopen(40), 'tasks.already_cancelled')
  await sql`update plan set closed_on = '2024-11-14' where id = ${plan2024Id}`.execute(the.database.db)
  await refused(reopen(1), 'tasks.plan_closed')
})

test('who may not accept results may not reopen; outside one’s areas there is nothing', async () => {
  const the = await world(slices)
  await expectRefusal(the.communeOfficer.send(ReopenTask, reopen(1)), 'platform.not_allowed')
  await lead(the)
  await expectRefusal(the.neighbour.send(ReopenTask, reopen(1)), 'platform.not_found')
})

test('a task opened again is unfinished from that day; the days before keep what was', async () => {
  const the = await world(slices)
  const before = await the.districtLead.ask(ShowTask, { id: demoTaskId(1) })
  expect(before.may.reopen).toBe(true)
  const whole = await the.districtLead.ask(ListTasks, { programme, on: '2024-11-14' })
  const both = await Promise.allSettled([1, 2].map(() => the.districtLead.send(ReopenTask, reopen(1))))
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(1) })
  expect(page.task).toMatchObject({ doneOn: null, lane: 'doing', status: { kind: 'late' } })
  expect(page.reopenings).toMatchObject([
    { on: '2024-11-15', reason: 'Biên bản thiếu chữ ký của Mặt trận', doneOn: before.task.doneOn },
  ])
  expect(page.may).toMatchObject({ report: true, reopen: false })
  const then = await the.districtLead.ask(ShowTask, { id: demoTaskId(1), on: '2024-11-14' })
  expect(then.task).toMatchObject({ doneOn: before.task.doneOn, lane: 'done', status: before.task.status })
  expect(then.reopenings).toEqual([])
  expect((await the.districtLead.ask(ListTasks, { programme, on: '2024-11-14' })).lanes).toEqual(whole.lanes)
  const written = await sql<{ after: unknown }>`
    select after from audit_entry where operation = 'tasks.reopen'`.execute(the.database.db)
  expect(written.rows).toMatchObject([{ after: { doneOn: null, reopenedOn: '2024-11-15' } }])
  // A new result counts from its day, and may not be dated into the time when the task counted as finished.
  const result = { id: uuidv7(), taskId: demoTaskId(1), text: 'Đã bổ sung chữ ký.', done: true, noEvidence: true }
  await expectRefusal(
    the.districtLead.send(ReportTask, { ...result, reportedOn: '2024-11-14' }),
    'tasks.report_before_reopening',
  )
  await the.districtLead.send(ReportTask, result)
  const again = await the.districtLead.ask(ShowTask, { id: demoTaskId(1) })
  await the.districtLead.send(ReopenTask, reopen(1, { version: again.task.version }))
  for (const on of ['2024-11-13', '2024-11-14', '2024-11-15', '2024-11-16']) {
    const known = await sql<FactsRow & { status: string; lane: string }>`
      select known.* from ${knownTasks(on, sql<boolean>`task.programme_id = ${programmeId}`)}`.execute(the.database.db)
    expect(new Set(known.rows.map((row) => row.id)).size).toBe(known.rows.length)
    for (const row of known.rows)
      expect([row.id, statusOf(factsOf(row), on).kind, laneOf(factsOf(row))]).toEqual([row.id, row.status, row.lane])
  }
})

test('the head is told; a subtask waits until its parent is open', async () => {
  const the = await world(slices)
  await sql`update task set head_post_id = ${postId('chair', '12322')}, area_id = ${areaId('12322')}
    where id = ${demoTaskId(1)}`.execute(the.database.db)
  await the.districtLead.send(ReopenTask, reopen(1))
  const told = await the.neighbour.ask(ListNotices, { programme })
  expect(told.rows.find((row) => row.kind === 'reopened')).toMatchObject({ taskId: demoTaskId(1), fresh: true })

  const parent = await sql<{ parent_id: string; id: string; number: number }>`
    select parent_id, id, number from task where parent_id is not null and done_on is not null limit 1`.execute(
    the.database.db,
  )
  const child = parent.rows[0]!
  await sql`update task set done_on = '2024-11-14', accepted_on = '2024-11-14' where id = ${child.parent_id}`.execute(
    the.database.db,
  )
  await expectRefusal(the.districtLead.send(ReopenTask, reopen(child.number)), 'tasks.parent_closed')
  expect((await the.districtLead.ask(ShowTask, { id: child.id })).may.reopen).toBe(false)
  await the.districtLead.send(ReopenTask, { ...reopen(child.number), taskId: child.parent_id })
  await the.districtLead.send(ReopenTask, reopen(child.number))
  const counted = await the.districtLead.ask(ShowTask, { id: child.parent_id, on: '2024-11-14' })
  expect(counted.task.lane).toBe('done')
  expect(counted.task.subtasks).toEqual({ done: 2, total: 4 })
  expect((await the.districtLead.ask(ShowTask, { id: child.parent_id })).task.subtasks).toEqual({ done: 1, total: 4 })
})

test('a task names a target of its own programme, or none', async () => {
  const the = await world(slices)
  const other = demoId('a target elsewhere')
  await sql`
    with there as (
      insert into programme (id, slug, name_vi, name_en, area_id, starts_on, ends_on, public)
      select gen_random_uuid(), 'noi-khac', 'Nơi khác', 'Elsewhere', area_id, starts_on, ends_on, false
      from programme where id = ${programmeId} returning id),
    planned as (insert into plan (id, programme_id, year, title) select gen_random_uuid(), id, 2024, 'Kế hoạch' from there returning id)
    insert into target (id, line_id, plan_id, from_version, kind, area_id, title_vi, title_en, value, unit, due_on)
    select gen_random_uuid(), ${other}, planned.id, 1, 'area-keep', ${areaId('12322')}, 'Giữ', 'Keep', 1, 'count', '2024-12-31'
    from planned`.execute(the.database.db)
  const own = await sql<{ line_id: string; title_vi: string }>`
    select line_id, title_vi from target join plan on plan.id = plan_id
    where programme_id = ${programmeId} and from_version = 1 order by line_id limit 1`.execute(the.database.db)
  const target = own.rows[0]!
  const input = {
    programme,
    to: [{ id: uuidv7(), areaId: areaId('12322'), headPostId: postId('chair', '12322') }],
    title: 'Lắp bảng tin ở nhà văn hóa thôn',
    doer: 'Công chức VH-XH',
    expectedResult: 'Bảng tin',
    authority: 'Chủ tịch UBND xã',
    startsOn: '2024-11-15',
    dueOn: '2024-12-05',
  }
  for (const targetLineId of [other, uuidv7()]) {
    const refusal = await expectRefusal(
      the.districtLead.send(AssignTask, { ...input, targetLineId }),
      'tasks.target_unknown',
    )
    expect(refusal.field).toBe('targetLineId')
  }
  const { tasks } = await the.districtLead.send(AssignTask, { ...input, targetLineId: target.line_id })
  expect((await the.districtLead.ask(ShowTask, { id: tasks[0]!.id })).target).toEqual({
    lineId: target.line_id,
    title: target.title_vi,
  })
})
