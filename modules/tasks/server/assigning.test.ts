// Assigning, editing and cancelling: the refusal first, then somebody from the next commune, then allowed, twice, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, documentId, plan2024Id, postId, programmeId } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { lastTold } from '../../../tests/support/audit-entry.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import { AssignTask, CancelTask, EditTask, ListTasks, ShowInstruction, ShowTask } from '../contract.ts'
import { assignTask } from './public.ts'
import { slice } from './slice.ts'

const slices = [slice, obstacles]
type Assign = InputOf<typeof AssignTask>
const unit = (code: string, kind = 'chair') => ({ id: uuidv7(), areaId: areaId(code), headPostId: postId(kind, code) })
const assignment = (part: Partial<Assign> = {}): Assign => ({
  programme: 'kim-dong-2024',
  to: [unit('12322')],
  title: 'Lắp bảng tin ở nhà văn hóa thôn',
  doer: 'Công chức VH-XH',
  expectedResult: 'Bảng tin',
  resultTotal: 3,
  resultUnit: 'thôn',
  authority: 'Chủ tịch UBND xã',
  startsOn: '2024-11-15',
  dueOn: '2024-12-05',
  ...part,
})
const edited = (id: string, part: Partial<InputOf<typeof EditTask>> = {}): InputOf<typeof EditTask> => ({
  id,
  version: 1,
  headPostId: postId('chair', '12322'),
  title: 'Lắp bảng tin ở 3 thôn',
  doer: 'Công chức VH-XH',
  expectedResult: 'Bảng tin',
  authority: 'Chủ tịch UBND xã',
  startsOn: '2024-11-15',
  ...part,
})

async function assigned(the: World, part: Partial<Assign> = {}): Promise<string> {
  const { tasks } = await the.districtLead.send(AssignTask, assignment(part))
  return tasks[0]!.id
}

test('wrong dates, posts, units and parents are refused by name, and nothing is written', async () => {
  const the = await world(slices)
  const refused = (part: Partial<Assign>, code: string) =>
    expectRefusal(the.districtLead.send(AssignTask, assignment(part)), code)
  await refused({ startsOn: '2024-12-06' }, 'tasks.due_before_start')
  await refused({ startsOn: '2024-02-26' }, 'tasks.starts_before_programme')
  await refused({ startsOn: '2024-10-01', dueOn: '2024-11-14' }, 'tasks.due_before_assigned')
  await refused({ assignedOn: '2024-11-16' }, 'tasks.assigned_in_future')
  await refused({ to: [{ ...unit('12322'), headPostId: postId('chair', '33') }] }, 'tasks.post_out_of_reach')
  await refused({ to: [{ ...unit('12322'), headPostId: postId('chair', '12280') }] }, 'tasks.post_elsewhere')
  await refused({ to: [{ ...unit('12322'), headPostId: uuidv7() }] }, 'tasks.post_unknown')
  await refused({ coordinatingPostIds: [postId('police', '12280')] }, 'tasks.post_elsewhere')
  await refused({ authorityPostId: postId('chair', '12280') }, 'tasks.post_elsewhere')
  await refused({ documentId: uuidv7() }, 'tasks.document_unknown')
  await refused({ to: [unit('12322'), { ...unit('12322'), id: uuidv7() }] }, 'tasks.same_unit_twice')
  await refused({ parentId: demoTaskId(2) }, 'tasks.parent_unfit')
  await refused({ parentId: demoTaskId(1) }, 'tasks.parent_unfit')
  await refused({ parentId: uuidv7() }, 'platform.not_found')
  await refused({ parentId: demoTaskId(26), startsOn: '2024-11-15', dueOn: '2024-11-30' }, 'tasks.due_after_parent')
  await refused({ parentId: demoTaskId(26), startsOn: '2024-10-15', dueOn: '2024-11-29' }, 'tasks.starts_before_parent')
  await refused({ title: 'a'.repeat(301) }, 'platform.invalid_input')
  await refused({ title: 'b\u0007' }, 'platform.invalid_input')
  await refused({ dueOn: '2024-02-30' }, 'platform.invalid_input')
  await refused({ to: [] }, 'platform.invalid_input')
  const count = await sql<{ tasks: number }>`select count(*) as tasks from task`.execute(the.database.db)
  expect(count.rows[0]?.tasks).toBe(48)
})

test('a closed plan takes no new task', async () => {
  const the = await world(slices)
  await sql`update plan set closed_on = '2024-11-14' where id = ${plan2024Id}`.execute(the.database.db)
  await expectRefusal(the.districtLead.send(AssignTask, assignment()), 'tasks.plan_closed')
  await expectRefusal(the.districtLead.send(EditTask, edited(demoTaskId(39))), 'tasks.plan_closed')
  await expectRefusal(
    the.districtLead.send(CancelTask, { id: demoTaskId(39), version: 1, reason: 'Thôi' }),
    'tasks.plan_closed',
  )
})

test('who may not assign is told so; outside one’s areas there is nothing', async () => {
  const the = await world(slices)
  await expectRefusal(the.stranger.send(AssignTask, assignment()), 'platform.not_signed_in')
  await expectRefusal(the.neighbour.send(AssignTask, assignment()), 'platform.not_allowed')
  // A lead of one commune only, who aims at the next one.
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${the.neighbour.id}, 'district-lead', ${areaId('12322')}, '2024-01-01', 'thử')`.execute(
    the.database.db,
  )
  await expectRefusal(the.neighbour.send(AssignTask, assignment({ to: [unit('12280')] })), 'platform.not_found')
  await expectRefusal(
    the.neighbour.send(AssignTask, assignment({ to: [unit('12322'), unit('12280')] })),
    'platform.not_found',
  )
  await expectRefusal(the.neighbour.send(AssignTask, assignment({ parentId: demoTaskId(26) })), 'platform.not_found')
  await expectRefusal(the.neighbour.send(EditTask, edited(demoTaskId(12))), 'platform.not_found')
  await expectRefusal(the.neighbour.ask(ShowTask, { id: demoTaskId(12) }), 'platform.not_found')
  await expectRefusal(
    the.neighbour.send(
      AssignTask,
      assignment({ to: [{ ...unit('12322'), headPostId: postId('police-chief', '331') }] }),
    ),
    'tasks.post_out_of_reach',
  )
  await the.neighbour.send(AssignTask, assignment())
})

test('one task gets the next number; the same command twice assigns once', async () => {
  const the = await world(slices)
  const input = assignment({
    documentId: documentId('60/KH-UBND'),
    doerPostIds: [postId('culture', '12322')],
    coordinatingPostIds: [postId('police-chief', '331')],
    authorityPostId: postId('vice-chair', '331'),
  })
  const id = uuidv7()
  const first = await the.districtLead.send(AssignTask, input, { id })
  const again = await the.districtLead.send(AssignTask, input, { id })
  expect(again).toEqual(first)
  expect(first).toEqual({ tasks: [{ id: input.to[0]!.id, number: 49 }], instructionId: null })
  const page = await the.districtLead.ask(ShowTask, { id: first.tasks[0]!.id })
  expect(page.task).toMatchObject({ lane: 'new', status: { kind: 'ontime', days: 20 }, dueOn: '2024-12-05' })
  expect(page.task.coordinating.map((post) => post.title)).toEqual(['Trưởng Công an huyện'])
  expect(page.doers.map((post) => post.place)).toEqual(['Ngọc Thanh'])
  expect(page.authorityPost?.title).toBe('Phó Chủ tịch UBND huyện')
  expect(page.document?.number).toBe('60/KH-UBND')
  const audit = await sql<{ subject: string; area_id: string }>`
    select subject, area_id from audit_entry where operation = 'tasks.assign'`.execute(the.database.db)
  expect(audit.rows).toEqual([{ subject: `task:${input.to[0]!.id}`, area_id: areaId('12322') }])
})

test('one instruction to many communes makes a task in each, and each sees its own', async () => {
  const the = await world(slices)
  const codes = ['12280', '12322', '12328']
  const { tasks, instructionId } = await the.districtLead.send(
    AssignTask,
    assignment({
      to: codes.map((code) => unit(code)),
      doerPostIds: codes.map((code) => postId('culture', code)),
    }),
  )
  expect(tasks.map((task) => task.number)).toEqual([49, 50, 51])
  const whole = await the.districtLead.ask(ShowInstruction, { id: instructionId! })
  expect(whole.instruction).toMatchObject({ units: 3, done: 0, late: 0 })
  expect(whole.tasks.map((task) => task.area.name)).toEqual(['Hiệp Cường', 'Lương Bằng', 'Ngọc Thanh'])
  const own = await the.communeOfficer.ask(ShowInstruction, { id: instructionId! })
  expect(own.tasks.map((task) => task.area.name)).toEqual(['Lương Bằng'])
  // Each unit has its own officer only.
  const page = await the.communeOfficer.ask(ShowTask, { id: own.tasks[0]!.id })
  expect(page.doers.map((post) => post.place)).toEqual(['Lương Bằng'])
  await expectRefusal(the.agencyHead.send(AssignTask, assignment()), 'platform.not_allowed')
})

test('an instruction without a task within reach is not there', async () => {
  const the = await world(slices)
  const { instructionId } = await the.districtLead.send(
    AssignTask,
    assignment({ to: ['12322', '12328'].map((code) => unit(code)) }),
  )
  await expectRefusal(the.communeOfficer.ask(ShowInstruction, { id: instructionId! }), 'platform.not_found')
})

test('many at once take numbers of their own', async () => {
  const the = await world(slices)
  const all = await Promise.all(
    ['12280', '12322', '12328', '12319', '12295'].map((code) =>
      the.districtLead.send(AssignTask, assignment({ to: [unit(code)] })),
    ),
  )
  expect(all.flatMap((each) => each.tasks.map((task) => task.number)).sort()).toEqual([49, 50, 51, 52, 53])
})

test('what came from a conclusion is assigned to a unit once, by whichever door', async () => {
  const the = await world(slices)
  const origin = `meeting-conclusion:${uuidv7()}`
  await the.districtLead.send(AssignTask, assignment({ origin }))
  await expectRefusal(the.districtLead.send(AssignTask, assignment({ origin })), 'tasks.already_assigned')
  const programme = (
    await sql<{ starts_on: string }>`select starts_on from programme where id = ${programmeId}`.execute(the.database.db)
  ).rows[0]!
  const made = await the.database.db.transaction().execute((inside) =>
    assignTask(
      inside,
      {
        ...{
          title: 'Việc từ kết luận',
          detail: '',
          basis: '',
          doer: 'Văn phòng',
          doerWith: '',
          expectedResult: 'Báo cáo',
        },
        ...{ resultUnit: '', authority: 'Chủ tịch', doerPostIds: [], coordinatingPostIds: [] },
        to: [{ areaId: areaId('12280'), headPostId: postId('chair', '12280') }],
        ...{ startsOn: '2024-11-15', dueOn: '2024-11-30', assignedOn: '2024-11-15', origin },
      },
      {
        personId: the.districtLead.id,
        scope: { everywhere: false, roots: [areaId('331')] },
        programme: { ...base, startsOn: programme.starts_on },
        day: '2024-11-15',
      },
    ),
  )
  expect(made.tasks).toHaveLength(1)
})
const base = {
  id: programmeId,
  slug: 'kim-dong-2024',
  name: { vi: '', en: '' },
  areaId: areaId('331'),
  endsOn: '2024-12-31',
  opensOn: '2024-11-15',
  demo: true,
  public: true,
  version: 1,
}

test('a unit outside the programme or not there any more is refused', async () => {
  const the = await world(slices)
  const province = { id: uuidv7(), areaId: areaId('33'), headPostId: postId('chair', '33') }
  await expectRefusal(the.provinceLead.send(AssignTask, assignment({ to: [province] })), 'tasks.unit_outside_programme')
  await sql`update area_unit set valid_to = '2024-11-10' where id = ${areaId('12322')}`.execute(the.database.db)
  await expectRefusal(the.districtLead.send(AssignTask, assignment()), 'tasks.unit_not_there')
})

test('an edit needs the version that was shown, and leaves the deadline alone', async () => {
  const the = await world(slices)
  const id = await assigned(the)
  const { version } = await the.districtLead.send(EditTask, edited(id))
  expect(version).toBe(2)
  const refusal = await expectRefusal(
    the.districtLead.send(EditTask, edited(id, { title: 'Khác' })),
    'platform.changed_meanwhile',
  )
  expect(refusal.extra?.current).toMatchObject({ version: 2, title: 'Lắp bảng tin ở 3 thôn' })
  await expectRefusal(
    the.districtLead.send(EditTask, edited(id, { version: 2, startsOn: '2024-12-06' })),
    'tasks.due_before_start',
  )
  await expectRefusal(the.districtLead.send(EditTask, edited(demoTaskId(1))), 'tasks.already_done')
  const page = await the.districtLead.ask(ShowTask, { id })
  expect(page.task).toMatchObject({ title: 'Lắp bảng tin ở 3 thôn', dueOn: '2024-12-05' })
  expect((await the.districtLead.ask(ListTasks, { programme: 'kim-dong-2024', q: 'bang tin o' })).total).toBe(1)
})

test('the audit keeps what an edit wrote over: the result, and the posts that lead, coordinate and do', async () => {
  const the = await world(slices)
  const [chief, culture] = [postId('police-chief', '331'), postId('culture', '12322')]
  const whole = { ...assignment(), leadPostId: chief, coordinatingPostIds: [], doerPostIds: [culture] }
  const id = await assigned(the, whole)
  const { title, resultUnit } = whole
  const edit = edited(id, { title, resultTotal: 1, resultUnit, leadPostId: null, coordinatingPostIds: [chief] })
  await the.districtLead.send(EditTask, edit)
  expect(await lastTold(the.database.db, 'tasks.edit')).toEqual({
    before: { resultTotal: 3, leadPostIds: [chief], coordinatingPostIds: [], doerPostIds: [culture] },
    after: { resultTotal: 1, leadPostIds: [], coordinatingPostIds: [chief], doerPostIds: [] },
  })
  const next = { ...edit, version: 2, headPostId: postId('police', '12322'), resultUnit: 'điểm' }
  await the.districtLead.send(EditTask, next)
  expect(await lastTold(the.database.db, 'tasks.edit')).toEqual({
    before: { resultUnit: 'thôn', headPostId: postId('chair', '12322') },
    after: { resultUnit: 'điểm', headPostId: postId('police', '12322') },
  })
})

test('two who save the same task at once: one is told what the other saved', async () => {
  const the = await world(slices)
  const id = await assigned(the)
  const both = await Promise.allSettled([
    the.districtLead.send(EditTask, edited(id, { title: 'Một' })),
    the.districtLead.send(EditTask, edited(id, { title: 'Hai' })),
  ])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a post that takes the task over answers from that day on; the days before are told apart', async () => {
  const the = await world(slices)
  const to = { headPostId: postId('police', '12322'), startsOn: '2024-09-16' }
  await the.districtLead.send(EditTask, edited(demoTaskId(7), to))
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(7) })
  expect(page.task.status).toMatchObject({ kind: 'late', days: 15, inheritedDays: 15 })
})

test('cancelling takes the open subtasks along, keeps the reason, and happens once', async () => {
  const the = await world(slices)
  const cancel = { id: demoTaskId(26), version: 1, reason: 'Nghị quyết lùi ngày nhập xã' }
  await expectRefusal(the.districtLead.send(CancelTask, { ...cancel, reason: ' ' }), 'platform.invalid_input')
  await expectRefusal(the.districtLead.send(CancelTask, { ...cancel, version: 9 }), 'platform.changed_meanwhile')
  expect(await the.districtLead.send(CancelTask, cancel)).toEqual({ version: 2, subtasks: 2 })
  await expectRefusal(the.districtLead.send(CancelTask, { ...cancel, version: 2 }), 'tasks.already_cancelled')
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(26) })
  expect(page.cancelled).toEqual({ on: '2024-11-15', reason: 'Nghị quyết lùi ngày nhập xã' })
  expect(page.subtasks.map((task) => task.lane).sort()).toEqual(['cancelled', 'cancelled', 'done', 'done'])
  expect((await the.districtLead.ask(ShowTask, { id: demoTaskId(26), on: '2024-11-14' })).cancelled).toBe(null)
})

test('a task rests on no document that is not read where it is given', async () => {
  const the = await world(slices)
  const { db } = the.database
  // The head of the next commune assigns there, and knows the id of a paper of the town's own register.
  await sql`update access_grant set role_id = 'district-lead' where person_id = ${the.neighbour.id}`.execute(db)
  const foreign = uuidv7()
  await sql`insert into document (id, area_id, programme_id, kind, number, issuer, title, public)
    values (${foreign}, ${areaId('12280')}, ${programmeId}, 'báo cáo', '99/BC', 'UBND thị trấn', 'Nội bộ', false)`.execute(
    db,
  )
  const wanted = (documentIdWanted: string) => assignment({ to: [unit('12322')], documentId: documentIdWanted })
  await expectRefusal(the.neighbour.send(AssignTask, wanted(foreign)), 'tasks.document_unknown')
  await expectRefusal(the.neighbour.send(AssignTask, wanted(uuidv7())), 'tasks.document_unknown')
  const steering = await sql<{ id: string }>`
    select id from document where programme_id = ${programmeId} and area_id = ${areaId('331')} limit 1`.execute(db)
  const { tasks } = await the.neighbour.send(AssignTask, wanted(steering.rows[0]!.id))
  const id = tasks[0]!.id
  await expectRefusal(the.neighbour.send(EditTask, edited(id, { documentId: foreign })), 'tasks.document_unknown')
})
