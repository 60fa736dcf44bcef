// What was said in a meeting is read back as it was written: agenda, contributions, directions; and a direction becomes work too.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, documentId, plan2024Id, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { targetLineId } from '../../../programmes/kim-dong-2024/targets.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { AmendFromConclusion, AssignConclusion, CallMeeting, OneMeeting, RecordMeeting } from '../contract.ts'
import { slice } from './slice.ts'

const on = '2024-11-15'
const directions = [
  {
    id: uuidv7(),
    kind: 'direction' as const,
    text: 'Chốt danh sách chủ cụm',
    postId: postId('union-chair', '331'),
    dueOn: '2024-11-25',
  },
  { id: uuidv7(), kind: 'direction' as const, text: 'Bỏ chỉ tiêu chủ cụm', postId: null, dueOn: null },
  { id: uuidv7(), kind: 'conclusion' as const, text: 'Họp lại sau hai tuần', postId: null, dueOn: null },
]
const meeting = () => ({
  id: uuidv7(),
  programme: 'kim-dong-2024',
  areaId: areaId('331'),
  title: 'Giao ban',
  calledOn: '2024-11-14',
  heldOn: on,
  startsAt: '08:00',
  place: 'UBND huyện',
  chairPostId: postId('vice-chair', '331'),
  agenda: [
    { id: uuidv7(), title: 'Hồ sơ xã Hùng An', postId: postId('police-chief', '331') },
    { id: uuidv7(), title: 'Ý kiến các xã', postId: null },
  ],
  invited: [{ id: uuidv7(), postId: postId('chair', '12322'), guest: null }],
})
const said = () => ({
  attendance: [],
  contributions: [
    {
      id: uuidv7(),
      postId: postId('police-chief', '331'),
      speaker: 'Trưởng Công an huyện',
      text: 'Còn thiếu 1 giấy tờ',
    },
    { id: uuidv7(), postId: null, speaker: 'Một đại biểu', text: 'Đề nghị lùi hạn' },
  ],
  conclusions: directions,
})

test('agenda, contributions and directions are read back in their order, by who was invited and by nobody else', async () => {
  const { districtLead, neighbour, communeOfficer } = await world([slice])
  const called = meeting()
  await districtLead.send(CallMeeting, called)
  const minutes = said()
  await expectRefusal(neighbour.send(RecordMeeting, { id: called.id, version: 1, ...minutes }), 'platform.not_allowed')
  await districtLead.send(RecordMeeting, { id: called.id, version: 1, ...minutes })
  const seen = await neighbour.ask(OneMeeting, { id: called.id, on })
  expect(seen.agenda.map(({ title, post }) => [title, post?.title.vi ?? null])).toEqual([
    ['Hồ sơ xã Hùng An', 'Trưởng Công an huyện'],
    ['Ý kiến các xã', null],
  ])
  expect(seen.contributions.map(({ speaker, text, post }) => [speaker, text, post?.id ?? null])).toEqual([
    ['Trưởng Công an huyện', 'Còn thiếu 1 giấy tờ', postId('police-chief', '331')],
    ['Một đại biểu', 'Đề nghị lùi hạn', null],
  ])
  expect(seen.conclusionList.map(({ kind, text, dueOn, became }) => [kind, text, dueOn, became])).toEqual([
    ['direction', 'Chốt danh sách chủ cụm', '2024-11-25', null],
    ['direction', 'Bỏ chỉ tiêu chủ cụm', null, null],
    ['conclusion', 'Họp lại sau hai tuần', null, null],
  ])
  await expectRefusal(communeOfficer.ask(OneMeeting, { id: called.id, on }), 'platform.not_found')
})

test('a direction becomes a task, another an amendment, each once; what is left waits', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  const called = meeting()
  await districtLead.send(CallMeeting, called)
  await districtLead.send(RecordMeeting, { id: called.id, version: 1, ...said() })
  const [first, second] = directions
  const task = {
    conclusionId: first!.id,
    to: [{ id: uuidv7(), areaId: areaId('331'), headPostId: postId('union-chair', '331') }],
    title: first!.text,
    basis: 'chỉ đạo tại giao ban',
    doer: 'Cán bộ LĐLĐ huyện',
    expectedResult: 'Danh sách có chữ ký',
    authority: 'Phó Chủ tịch UBND huyện',
    startsOn: on,
    dueOn: '2024-11-25',
  }
  await expectRefusal(communeOfficer.send(AssignConclusion, task), 'platform.not_allowed')
  await districtLead.send(AssignConclusion, task)
  await expectRefusal(
    districtLead.send(AssignConclusion, { ...task, to: [{ ...task.to[0]!, id: uuidv7() }] }),
    'meetings.conclusion_settled',
  )
  const amendment = {
    conclusionId: second!.id,
    planId: plan2024Id,
    version: 1,
    decidedOn: on,
    effectiveOn: '2024-12-02',
    documentId: documentId('118/KH-UBND'),
    reason: second!.text,
    changes: [{ what: 'remove' as const, lineId: targetLineId('commitments:cluster-owners') }],
  }
  await expectRefusal(communeOfficer.send(AmendFromConclusion, amendment), 'platform.not_allowed')
  expect(await districtLead.send(AmendFromConclusion, amendment)).toMatchObject({ number: 3 })
  await expectRefusal(
    districtLead.send(AmendFromConclusion, { ...amendment, version: 2 }),
    'meetings.conclusion_settled',
  )
  const seen = await districtLead.ask(OneMeeting, { id: called.id, on })
  expect(seen.conclusionList.map(({ kind, became }) => [kind, became?.kind ?? null, became?.label.vi ?? null])).toEqual(
    [
      ['direction', 'task', 'Việc 49'],
      ['direction', 'amendment', 'Bản sửa đổi 3'],
      ['conclusion', null, null],
    ],
  )
  expect(seen.waiting).toBe(1)
})
