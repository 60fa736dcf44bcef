// Who leads a task, and how each of several communes gets on with what all of them were told to do.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import { AssignTask, EditTask, GiveMoreTime, ReportTask, ShowInstruction, ShowTask } from '../contract.ts'
import { slice } from './slice.ts'

const slices = [slice, obstacles]
const unit = (code: string) => ({ id: uuidv7(), areaId: areaId(code), headPostId: postId('chair', code) })
const assignment = (part: Partial<InputOf<typeof AssignTask>> = {}): InputOf<typeof AssignTask> => ({
  programme: 'kim-dong-2024',
  to: [unit('12322')],
  title: 'Lắp bảng tin ở nhà văn hóa thôn',
  doer: 'Công chức VH-XH',
  expectedResult: 'Bảng tin',
  resultTotal: 7,
  resultUnit: 'thôn',
  authority: 'Chủ tịch UBND xã',
  startsOn: '2024-10-01',
  assignedOn: '2024-10-01',
  dueOn: '2024-11-10',
  ...part,
})

test('the lead body is refused from elsewhere, read back, and changed by an edit', async () => {
  const the = await world(slices)
  const led = (leadPostId: string) => the.districtLead.send(AssignTask, assignment({ leadPostId }))
  const elsewhere = await expectRefusal(led(postId('police', '12280')), 'tasks.post_elsewhere')
  expect(elsewhere.field).toMatch(/^leadPostId/)
  await expectRefusal(led(uuidv7()), 'tasks.post_unknown')
  const { tasks } = await led(postId('police-chief', '331'))
  const id = tasks[0]!.id
  const lead = async () => (await the.neighbour.ask(ShowTask, { id })).lead
  expect(await lead()).toMatchObject({ id: postId('police-chief', '331'), title: 'Trưởng Công an huyện' })
  const { programme: _, to, assignedOn: __, dueOn: ___, ...content } = assignment()
  const edit = (version: number, leadPostId: string | null) =>
    the.districtLead.send(EditTask, { id, version, headPostId: to[0]!.headPostId, ...content, leadPostId })
  await expectRefusal(edit(1, postId('police', '12280')), 'tasks.post_elsewhere')
  expect(await lead()).toMatchObject({ id: postId('police-chief', '331') })
  await edit(1, postId('union-chair', '331'))
  expect(await lead()).toMatchObject({ id: postId('union-chair', '331') })
  await edit(2, null)
  expect(await lead()).toBe(null)
})

test('one instruction to three communes: one has done it, one is late, one has reported a part', async () => {
  const the = await world(slices)
  const [town, late, partly] = ['12280', '12322', '12328'].map(unit)
  const { instructionId } = await the.districtLead.send(AssignTask, assignment({ to: [town!, late!, partly!] }))
  const report = (taskId: string, part: Partial<InputOf<typeof ReportTask>>): InputOf<typeof ReportTask> => ({
    id: uuidv7(),
    taskId,
    text: 'Đã lắp ở các thôn',
    totalCount: 7,
    reportedOn: '2024-11-08',
    ...part,
  })
  const done = report(town!.id, { doneCount: 7, done: true, noEvidence: true })
  await expectRefusal(the.neighbour.send(ReportTask, done), 'platform.not_found')
  await the.communeOfficer.send(ReportTask, done)
  await the.districtLead.send(ReportTask, report(partly!.id, { doneCount: 3 }))
  await the.districtLead.send(GiveMoreTime, { taskIds: [partly!.id], newDueOn: '2024-11-30', reason: 'Chờ vật tư' })
  const whole = await the.districtLead.ask(ShowInstruction, { id: instructionId! })
  expect(whole.instruction).toMatchObject({ units: 3, done: 1, late: 1 })
  expect(whole.tasks.map(({ area, lane, status, progress }) => [area.name, lane, status.kind, progress])).toEqual([
    ['Hiệp Cường', 'doing', 'ontime', { done: 3, total: 7, unit: 'thôn', from: 'report' }],
    ['Lương Bằng', 'done', 'no-evidence', { done: 7, total: 7, unit: 'thôn', from: 'report' }],
    ['Ngọc Thanh', 'new', 'late', { done: 0, total: 7, unit: 'thôn', from: 'none' }],
  ])
  // On the day before, nobody had reported.
  const before = await the.districtLead.ask(ShowInstruction, { id: instructionId!, on: '2024-11-07' })
  expect(before.instruction).toMatchObject({ units: 3, done: 0, late: 0 })
  const own = await the.neighbour.ask(ShowInstruction, { id: instructionId! })
  expect(own.tasks.map(({ area, status }) => [area.name, status.kind])).toEqual([['Ngọc Thanh', 'late']])
})
