// Reports, results and more time: the refusal first, then somebody from the next commune, then allowed, twice, at once.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, demoId, plan2024Id } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import {
  AskMoreTime,
  CancelTask,
  DecideMoreTime,
  DecideResult,
  GiveMoreTime,
  ReportTask,
  ShowTask,
} from '../contract.ts'
import { slice } from './slice.ts'

const slices = [slice, obstacles]
type Report = InputOf<typeof ReportTask>
const report = (number: number, part: Partial<Report> = {}): Report => ({
  id: uuidv7(),
  taskId: demoTaskId(number),
  text: 'Đã làm thêm được một phần.',
  ...part,
})

/** A file on record; only its row matters here. */
async function fileOf(the: World, area: string, by: string | null): Promise<string> {
  const id = uuidv7()
  const content = Buffer.from('minh chứng')
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by)
    values (${id}, ${areaId(area)}, ${createHash('sha256').update(content).digest()}, 'anh.png', 'image/png', ${content.length},
      ${content}, ${by})`.execute(the.database.db)
  return id
}

test('a report is refused by name when it cannot be true', async () => {
  const the = await world(slices)
  const refused = (number: number, part: Partial<Report>, code: string) =>
    expectRefusal(the.districtLead.send(ReportTask, report(number, part)), code)
  await refused(7, { reportedOn: '2024-11-16' }, 'tasks.report_in_future')
  await refused(7, { reportedOn: '2024-09-15' }, 'tasks.report_before_assignment')
  await refused(7, { doneCount: 8 }, 'tasks.count_over_total')
  await refused(7, { doneCount: -1 }, 'platform.invalid_input')
  await refused(7, { text: '' }, 'platform.invalid_input')
  await refused(15, { done: true }, 'tasks.evidence_missing')
  await refused(7, { fileIds: [uuidv7()] }, 'tasks.file_unknown')
  await refused(26, { done: true }, 'tasks.open_subtasks')
  await refused(1, {}, 'tasks.already_done')
  await refused(22, { done: true }, 'tasks.waits_for_decision')
  const file = await fileOf(the, '331', null)
  await refused(15, { done: true, noEvidence: true, fileIds: [file] }, 'tasks.evidence_contradicts')
})

test('somebody from the next commune finds no task, and may not use a file from elsewhere', async () => {
  const the = await world(slices)
  await expectRefusal(the.communeOfficer.send(ReportTask, report(7)), 'platform.not_found')
  await expectRefusal(the.auditor.send(ReportTask, report(7)), 'platform.not_allowed')
  const foreign = await fileOf(the, '12280', the.communeOfficer.id)
  await expectRefusal(the.neighbour.send(ReportTask, report(7, { fileIds: [foreign] })), 'tasks.file_unknown')
})

test('a finished task without evidence says so; with evidence it is simply done', async () => {
  const the = await world(slices)
  const done = report(15, { done: true, noEvidence: true })
  const id = uuidv7()
  expect(await the.districtLead.send(ReportTask, done, { id })).toEqual({ lane: 'done', version: 2 })
  expect(await the.districtLead.send(ReportTask, done, { id })).toEqual({ lane: 'done', version: 2 })
  await expectRefusal(the.districtLead.send(ReportTask, report(15)), 'tasks.already_done')
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(15) })
  expect(page.task).toMatchObject({ evidence: 'missing', status: { kind: 'no-evidence', days: 16, inheritedDays: 5 } })
  const file = await fileOf(the, '12328', null)
  await the.districtLead.send(ReportTask, report(31, { done: true, fileIds: [file], reportedOn: '2024-11-14' }))
  const other = await the.districtLead.ask(ShowTask, { id: demoTaskId(31) })
  expect(other.task.status).toEqual({ kind: 'done', days: 0, inheritedDays: 0, reason: 'done-in-time' })
  expect(other.reports[0]?.files.map((each) => each.name)).toEqual(['anh.png'])
  // The day before the hand-in is still as it was.
  expect((await the.districtLead.ask(ShowTask, { id: demoTaskId(31), on: '2024-11-13' })).task.lane).toBe('doing')
})

test('two who report the task finished at once: one is told that it is done', async () => {
  const the = await world(slices)
  const both = await Promise.allSettled([1, 2].map(() => the.districtLead.send(ReportTask, report(31, { done: true }))))
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a result that needs acceptance waits; it is returned with a reason, or accepted as of its day', async () => {
  const the = await world(slices)
  const handed = demoId('report:22:1')
  await expectRefusal(the.neighbour.send(DecideResult, { id: handed, accepted: true }), 'platform.not_allowed')
  await expectRefusal(the.districtLead.send(DecideResult, { id: uuidv7(), accepted: true }), 'platform.not_found')
  await expectRefusal(
    the.districtLead.send(DecideResult, { id: demoId('report:22:0'), accepted: true }),
    'platform.not_found',
  )
  await expectRefusal(the.districtLead.send(DecideResult, { id: handed, accepted: false }), 'tasks.reason_missing')
  expect(
    await the.districtLead.send(DecideResult, { id: handed, accepted: false, reason: 'Thiếu ý kiến Mặt trận' }),
  ).toEqual({ lane: 'doing', version: 2 })
  await expectRefusal(the.districtLead.send(DecideResult, { id: handed, accepted: true }), 'tasks.result_decided')
  const again = report(22, { done: true, reportedOn: '2024-11-15', doneCount: 8 })
  await the.districtLead.send(ReportTask, again)
  // Nobody accepts what they handed in themselves.
  await expectRefusal(the.districtLead.send(DecideResult, { id: again.id, accepted: true }), 'tasks.own_request')
  const congan = the.as((await personOf(the, 'congan'))!)
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${congan.id}, 'district-lead', ${areaId('331')}, '2024-01-01', 'thử')`.execute(the.database.db)
  // Nor does the head who answers for the task, whoever wrote the report.
  expect((await congan.ask(ShowTask, { id: demoTaskId(22) })).may.decideResult).toBe(false)
  await expectRefusal(congan.send(DecideResult, { id: again.id, accepted: true }), 'tasks.own_request')
  expect(await the.provinceLead.send(DecideResult, { id: again.id, accepted: true })).toMatchObject({ lane: 'done' })
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(22) })
  expect(page.task.status.kind).toBe('done')
  expect(page.acceptedOn).toBe('2024-11-15')
})
const personOf = async (the: World, key: string) =>
  (await sql<{ id: string }>`select id from person where email like ${`${key}@%`}`.execute(the.database.db)).rows[0]?.id

const ask = (number: number, part: Partial<InputOf<typeof AskMoreTime>> = {}): InputOf<typeof AskMoreTime> => ({
  id: uuidv7(),
  taskId: demoTaskId(number),
  newDueOn: '2024-12-20',
  reason: 'Chờ số liệu của thôn',
  ...part,
})

test('more time is asked for once, later than now, within the parent task, and never after the end', async () => {
  const the = await world(slices)
  const refused = (input: InputOf<typeof AskMoreTime>, code: string) =>
    expectRefusal(the.districtLead.send(AskMoreTime, input), code)
  await refused(ask(12, { newDueOn: '2024-11-08' }), 'tasks.extension_not_later')
  await refused(ask(12, { reason: '' }), 'platform.invalid_input')
  await refused(ask(7), 'tasks.extension_pending')
  await refused(ask(27), 'tasks.due_after_parent')
  await refused(ask(1), 'tasks.already_done')
  await refused(ask(22), 'tasks.waits_for_decision')
  await expectRefusal(the.communeOfficer.send(AskMoreTime, ask(39)), 'platform.not_found')
  const both = await Promise.allSettled([1, 2].map(() => the.communeOfficer.send(AskMoreTime, ask(12))))
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  await sql`update plan set closed_on = '2024-11-14' where id = ${plan2024Id}`.execute(the.database.db)
  await refused(ask(31), 'tasks.plan_closed')
})

test('somebody else decides; the chain keeps the first deadline in view', async () => {
  const the = await world(slices)
  const decision = { id: demoId('extension:07'), approved: true, reason: 'Đồng ý' }
  await expectRefusal(the.neighbour.send(DecideMoreTime, decision), 'platform.not_allowed')
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${the.neighbour.id}, 'district-lead', ${areaId('12322')}, '2024-01-01', 'thử')`.execute(
    the.database.db,
  )
  await expectRefusal(the.neighbour.send(DecideMoreTime, decision), 'tasks.own_request')
  await expectRefusal(
    the.neighbour.send(GiveMoreTime, { taskIds: [demoTaskId(39)], newDueOn: '2024-12-20', reason: 'x' }),
    'tasks.own_request',
  )
  await expectRefusal(
    the.districtLead.send(DecideMoreTime, { ...decision, approved: false, reason: '' }),
    'tasks.reason_missing',
  )
  expect(await the.districtLead.send(DecideMoreTime, decision)).toEqual({ dueOn: '2024-11-25', version: 2 })
  await expectRefusal(the.districtLead.send(DecideMoreTime, decision), 'tasks.extension_decided')
  await the.neighbour.send(AskMoreTime, ask(7, { newDueOn: '2024-12-02' }))
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(7) })
  expect(page.task).toMatchObject({ dueOn: '2024-11-25', originalDueOn: '2024-10-31', askedFor: '2024-12-02' })
  expect(page.task.status).toMatchObject({ kind: 'ontime', days: 10 })
  expect(page.extensions.map((each) => [each.oldDueOn, each.newDueOn])).toEqual([
    ['2024-10-31', '2024-11-25'],
    ['2024-11-25', '2024-12-02'],
  ])
})

test('a refusal of more time leaves the deadline', async () => {
  const the = await world(slices)
  const refused = { id: demoId('extension:07'), approved: false, reason: 'Làm tiếp trong tuần' }
  expect(await the.districtLead.send(DecideMoreTime, refused)).toEqual({ dueOn: '2024-10-31', version: 2 })
})

test('several tasks get more time together, or none of them', async () => {
  const the = await world(slices)
  const give = { newDueOn: '2024-11-28', reason: 'Trùng đợt nhập xã' }
  const refusal = await expectRefusal(
    the.districtLead.send(GiveMoreTime, { ...give, taskIds: [12, 31, 1].map(demoTaskId) }),
    'tasks.already_done',
  )
  expect(refusal.extra).toMatchObject({ taskId: demoTaskId(1) })
  expect((await the.districtLead.ask(ShowTask, { id: demoTaskId(12) })).task.dueOn).toBe('2024-11-08')
  await expectRefusal(
    the.communeOfficer.send(GiveMoreTime, { ...give, taskIds: [demoTaskId(12)] }),
    'platform.not_allowed',
  )
  expect(await the.districtLead.send(GiveMoreTime, { ...give, taskIds: [12, 31].map(demoTaskId) })).toEqual({
    tasks: 2,
  })
  expect((await the.districtLead.ask(ShowTask, { id: demoTaskId(12) })).task).toMatchObject({
    dueOn: '2024-11-28',
    originalDueOn: '2024-11-08',
    status: { kind: 'ontime' },
  })
})

test('a closed plan still takes reports, for work finished late is a fact; a cancelled task takes none', async () => {
  const the = await world(slices)
  await the.districtLead.send(CancelTask, { id: demoTaskId(40), version: 1, reason: 'Gộp vào việc khác' })
  await expectRefusal(the.districtLead.send(ReportTask, report(40)), 'tasks.already_cancelled')
  await sql`update plan set closed_on = '2024-11-14' where id = ${plan2024Id}`.execute(the.database.db)
  expect(await the.districtLead.send(ReportTask, report(31, { done: true }))).toMatchObject({ lane: 'done' })
})
