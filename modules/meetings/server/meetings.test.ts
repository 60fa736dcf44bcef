import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, documentId, plan2024Id, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { conclusionId, meetingId } from '../../../programmes/kim-dong-2024/meetings.ts'
import { targetLineId } from '../../../programmes/kim-dong-2024/targets.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AmendFromConclusion,
  AssignConclusion,
  CallMeeting,
  ChangeMeeting,
  CloseMinutes,
  ListMeetings,
  MeetingChoices,
  OneMeeting,
  RecordMeeting,
} from '../contract.ts'
import { conclusionsWaiting, firstMeeting, meetingsOf } from './public.ts'
import { slice } from './slice.ts'

const programme = 'kim-dong-2024'
const on = '2024-11-15'
const call = () => ({
  id: uuidv7(),
  programme,
  areaId: areaId('331'),
  title: 'Họp thẩm định hồ sơ',
  calledOn: '2024-11-14',
  heldOn: '2024-11-20',
  startsAt: '09:00',
  place: 'UBND huyện',
  chairPostId: postId('vice-chair', '331'),
  agenda: [{ id: uuidv7(), title: 'Hồ sơ xã Hùng An', postId: postId('police-chief', '331') }],
  invited: [
    { id: uuidv7(), postId: postId('chair', '12319'), guest: null },
    { id: uuidv7(), postId: null, guest: 'Huyện Phú Xuyên, thành phố Hà Nội' },
  ],
})
const task = () => ({
  conclusionId: conclusionId('2024-10-04', 2),
  to: [{ id: uuidv7(), areaId: areaId('331'), headPostId: postId('union-chair', '331') }],
  title: 'Chốt danh sách chủ cụm công nghiệp',
  basis: 'kết luận họp 04/10',
  doer: 'Cán bộ LĐLĐ huyện',
  expectedResult: 'Danh sách có chữ ký',
  authority: 'Phó Chủ tịch UBND huyện',
  startsOn: '2024-11-15',
  dueOn: '2024-11-25',
})

test('a meeting that makes no sense is refused by name', async () => {
  const { districtLead } = await world([slice])
  const send = (part: object) => districtLead.send(CallMeeting, { ...call(), ...part })
  await expectRefusal(send({ calledOn: '2024-11-21' }), 'meetings.called_after_held')
  await expectRefusal(send({ calledOn: '2024-11-16' }), 'meetings.called_in_future')
  await expectRefusal(send({ startsAt: '25:00' }), 'platform.invalid_input')
  await expectRefusal(send({ areaId: areaId('33') }), 'platform.not_found')
  const wrong = await expectRefusal(
    send({ invited: [{ id: uuidv7(), postId: uuidv7(), guest: null }] }),
    'meetings.post_unknown',
  )
  expect(wrong.field).toBe('invited.0.postId')
  const twice = [1, 2].map(() => ({ id: uuidv7(), postId: postId('chair', '12319'), guest: null }))
  await expectRefusal(send({ invited: twice }), 'meetings.invited_twice')
})

test('communes see the meetings that they were invited to, and call none', async () => {
  const { communeOfficer, neighbour, hamletHead, districtLead } = await world([slice])
  await expectRefusal(communeOfficer.send(CallMeeting, call()), 'platform.not_allowed')
  await expectRefusal(hamletHead.ask(ListMeetings, { programme, on }), 'platform.not_allowed')
  const titles = async (who: typeof neighbour) =>
    (await who.ask(ListMeetings, { programme, on })).rows.map((row) => row.heldOn)
  expect(await titles(districtLead)).toEqual(['2024-11-15', '2024-11-10', '2024-10-04', '2024-03-15'])
  expect(await titles(neighbour)).toEqual(['2024-11-15', '2024-03-15'])
  await expectRefusal(neighbour.ask(OneMeeting, { id: meetingId('2024-10-04'), on }), 'platform.not_found')
  const meeting = call()
  await districtLead.send(CallMeeting, meeting)
  await expectRefusal(neighbour.ask(OneMeeting, { id: meeting.id, on }), 'platform.not_found')
})

test('the conference is told by posts: 17 chairs, 11 of whom signed, and the neighbours', async () => {
  const { districtLead } = await world([slice])
  const conference = await districtLead.ask(OneMeeting, { id: meetingId('2024-03-15'), on })
  expect(conference.place).toBe('Nhà văn hóa huyện')
  expect(conference.attendance.filter((each) => each.note !== '')).toHaveLength(11)
  expect(conference.attendance.filter((each) => each.guest)).toMatchObject([
    { guest: 'Huyện Phú Xuyên, thành phố Hà Nội', present: true },
  ])
  expect(conference).toMatchObject({ invited: 30, present: 30, conclusions: 2, waiting: 0, state: 'closed' })
  expect(conference.conclusionList[0]?.became).toMatchObject({ kind: 'task', label: { vi: 'Việc 01' } })
})

test('a meeting shows nothing of what was said before it was held, and nothing before it was called', async () => {
  const { districtLead } = await world([slice])
  const before = await districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on: '2024-10-02' })
  expect(before).toMatchObject({
    state: 'coming',
    present: null,
    conclusions: 0,
    contributions: [],
    conclusionList: [],
  })
  await expectRefusal(
    districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on: '2024-09-30' }),
    'platform.not_found',
  )
})

test('the paper of the minutes: a number once a year, an end after the beginning, posts of the programme only', async () => {
  const { districtLead, communeOfficer, neighbour } = await world([slice])
  const id = meetingId('2024-11-15')
  const paper = {
    number: '03/BB-BCĐ',
    issuer: 'Ban Chỉ đạo phòng, chống ma túy',
    secretaryPostId: postId('office-head', '331'),
    endsAt: '16:30',
    recipients: ['Thường trực Huyện ủy', 'Lưu: VT'],
  }
  const minutes = (part: Partial<typeof paper> = {}, version = 1) => ({
    id,
    version,
    attendance: [],
    contributions: [],
    conclusions: [],
    paper: { ...paper, ...part },
  })
  await expectRefusal(communeOfficer.send(RecordMeeting, minutes()), 'platform.not_allowed')
  const ends = await expectRefusal(
    districtLead.send(RecordMeeting, minutes({ endsAt: '13:59' })),
    'meetings.ends_before_start',
  )
  expect(ends.field).toBe('paper.endsAt')
  await expectRefusal(districtLead.send(RecordMeeting, minutes({ endsAt: '25:00' })), 'platform.invalid_input')
  await expectRefusal(districtLead.send(RecordMeeting, minutes({ secretaryPostId: uuidv7() })), 'meetings.post_unknown')
  // The number of another meeting of the same year.
  await expectRefusal(districtLead.send(RecordMeeting, minutes({ number: '02/BB-BCĐ' })), 'meetings.number_taken')
  expect((await districtLead.ask(OneMeeting, { id, on })).version).toBe(1)
  await districtLead.send(RecordMeeting, minutes())
  const seen = await neighbour.ask(OneMeeting, { id, on })
  expect(seen.paper).toMatchObject({
    number: '03/BB-BCĐ',
    endsAt: '16:30',
    secretary: { id: postId('office-head', '331') },
    recipients: ['Thường trực Huyện ủy', 'Lưu: VT'],
  })
  // Recording again without the paper leaves it as it was.
  const { paper: _, ...without } = minutes({}, 2)
  await districtLead.send(RecordMeeting, without)
  expect((await districtLead.ask(OneMeeting, { id, on })).paper.number).toBe('03/BB-BCĐ')
  expect((await districtLead.ask(OneMeeting, { id, on: '2024-11-14' })).paper.number).toBe('')
})

test('on 15/11 the meeting of the afternoon finds 3 conclusions of the earlier one waiting', async () => {
  const { districtLead, database } = await world([slice])
  const today = await districtLead.ask(OneMeeting, { id: meetingId('2024-11-15'), on })
  expect(today).toMatchObject({ state: 'today', startsAt: '14:00' })
  expect(today.earlier).toMatchObject([{ heldOn: '2024-10-04', waiting: 3 }])
  const { rows } = await districtLead.ask(ListMeetings, { programme, on, waiting: 'true' })
  expect(rows.map((row) => row.heldOn)).toEqual(['2024-10-04'])
  const asked = { programmeId: today.programme.id, scope: { everywhere: true, roots: [] }, on }
  const posts = [postId('vice-chair', '331')]
  const mine = await meetingsOf(database.db, { programmeId: asked.programmeId, posts, reads: asked.scope, on })
  expect(mine.map((row) => row.startsAt)).toEqual(['14:00'])
  expect(await conclusionsWaiting(database.db, asked)).toBe(3)
  expect((await firstMeeting(database.db, today.programme.id))?.heldOn).toBe('2024-03-15')
})

test('a conclusion becomes a task once, with its origin; sent twice it is one task', async () => {
  const { districtLead, database } = await world([slice])
  const id = uuidv7()
  const sent = task()
  const first = await districtLead.send(AssignConclusion, sent, { id })
  expect(await districtLead.send(AssignConclusion, sent, { id })).toEqual(first)
  await expectRefusal(districtLead.send(AssignConclusion, task()), 'meetings.conclusion_settled')
  const made = await sql<{ origin: string; number: number }>`
    select origin, number from task where id = ${sent.to[0]!.id}`.execute(database.db)
  expect(made.rows).toEqual([{ origin: `meeting-conclusion:${sent.conclusionId}`, number: 49 }])
  const { conclusionList, waiting } = await districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on })
  expect(conclusionList[2]?.became).toMatchObject({
    kind: 'task',
    label: { vi: 'Việc 49' },
    to: `/tasks/${sent.to[0]!.id}`,
  })
  expect(waiting).toBe(2)
})

test('two who press at once make one task', async () => {
  const { districtLead, provinceLead } = await world([slice])
  const outcomes = await Promise.allSettled([
    districtLead.send(AssignConclusion, task()),
    provinceLead.send(AssignConclusion, task()),
  ])
  expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a conclusion given to several units is one instruction', async () => {
  const { districtLead } = await world([slice])
  const to = ['12280', '12328'].map((code) => ({
    id: uuidv7(),
    areaId: areaId(code),
    headPostId: postId('chair', code),
  }))
  const sent = { ...task(), conclusionId: conclusionId('2024-10-04', 1), to }
  await districtLead.send(AssignConclusion, sent)
  const { conclusionList } = await districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on })
  expect(conclusionList[1]?.became).toMatchObject({ kind: 'instruction', label: { vi: 'Giao 2 đơn vị' } })
})

test('a task that is refused leaves the conclusion waiting', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  await expectRefusal(communeOfficer.send(AssignConclusion, task()), 'platform.not_allowed')
  await expectRefusal(districtLead.send(AssignConclusion, { ...task(), dueOn: '2024-11-01' }), 'tasks.due_before_start')
  const { waiting } = await districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on })
  expect(waiting).toBe(3)
})

test('a conclusion becomes an amendment of the plan', async () => {
  const { districtLead, agencyHead } = await world([slice])
  const amendment = {
    conclusionId: conclusionId('2024-10-04', 2),
    planId: plan2024Id,
    version: 1,
    decidedOn: '2024-11-15',
    effectiveOn: '2024-12-02',
    documentId: documentId('118/KH-UBND'),
    reason: 'Theo kết luận họp 04/10',
    changes: [{ what: 'remove' as const, lineId: targetLineId('commitments:cluster-owners') }],
  }
  await expectRefusal(agencyHead.send(AmendFromConclusion, amendment), 'platform.not_allowed')
  await expectRefusal(
    districtLead.send(AmendFromConclusion, { ...amendment, conclusionId: uuidv7() }),
    'platform.not_found',
  )
  expect(await districtLead.send(AmendFromConclusion, amendment)).toMatchObject({ number: 3 })
  const { conclusionList } = await districtLead.ask(OneMeeting, { id: meetingId('2024-10-04'), on })
  expect(conclusionList[2]?.became).toMatchObject({ kind: 'amendment', label: { vi: 'Bản sửa đổi 3' } })
})

test('minutes: not before the meeting, by the version read, what became work stays, and closed is closed', async () => {
  const { districtLead } = await world([slice])
  const meeting = call()
  await districtLead.send(CallMeeting, meeting)
  const nothing = { attendance: [], contributions: [], conclusions: [] }
  await expectRefusal(
    districtLead.send(RecordMeeting, { id: meeting.id, version: 1, ...nothing }),
    'meetings.not_held_yet',
  )
  await expectRefusal(
    districtLead.send(RecordMeeting, { id: meetingId('2024-10-04'), version: 1, ...nothing }),
    'meetings.closed',
  )
  const id = meetingId('2024-11-15')
  const said = {
    attendance: [],
    contributions: [
      {
        id: uuidv7(),
        postId: postId('police-chief', '331'),
        speaker: 'Trưởng Công an huyện',
        text: 'Hồ sơ còn thiếu 1 giấy tờ',
      },
    ],
    conclusions: [
      {
        id: uuidv7(),
        kind: 'conclusion' as const,
        text: 'Bổ sung hồ sơ xã Hùng An',
        postId: null,
        dueOn: '2024-11-18',
      },
    ],
  }
  await districtLead.send(RecordMeeting, { id, version: 1, ...said })
  await expectRefusal(districtLead.send(RecordMeeting, { id, version: 1, ...said }), 'platform.changed_meanwhile')
  const early = { ...said, conclusions: [{ ...said.conclusions[0]!, dueOn: '2024-11-14' }] }
  await expectRefusal(districtLead.send(RecordMeeting, { id, version: 2, ...early }), 'meetings.due_before_held')
  await districtLead.send(AssignConclusion, { ...task(), conclusionId: said.conclusions[0]!.id })
  await expectRefusal(districtLead.send(RecordMeeting, { id, version: 2, ...nothing }), 'meetings.conclusion_settled')
  await districtLead.send(CloseMinutes, { id, version: 2 })
  await expectRefusal(districtLead.send(CloseMinutes, { id, version: 3 }), 'meetings.closed')
})

test('a meeting is changed by the version that was read; who stays invited keeps the note', async () => {
  const { districtLead, database } = await world([slice])
  const meeting = call()
  await districtLead.send(CallMeeting, meeting)
  await sql`update meeting_attendance set note = 'sẽ đến muộn' where id = ${meeting.invited[1]!.id}`.execute(
    database.db,
  )
  const { programme: _, areaId: __, ...content } = meeting
  const change = { ...content, version: 1, place: 'Hội trường', invited: [meeting.invited[1]!] }
  await districtLead.send(ChangeMeeting, change)
  await expectRefusal(districtLead.send(ChangeMeeting, change), 'platform.changed_meanwhile')
  const shown = await districtLead.ask(OneMeeting, { id: meeting.id, on })
  expect(shown).toMatchObject({ place: 'Hội trường', invited: 1, version: 2 })
  expect(shown.attendance).toMatchObject([{ note: 'sẽ đến muộn' }])
})

test('lists are found with or without diacritics and paged; the form offers the posts of the programme', async () => {
  const { districtLead } = await world([slice])
  const found = await districtLead.ask(ListMeetings, { programme, on, q: 'nha van hoa' })
  expect(found.rows.map((row) => row.heldOn)).toEqual(['2024-11-10', '2024-03-15'])
  const first = await districtLead.ask(ListMeetings, { programme, on, limit: 2 })
  const second = await districtLead.ask(ListMeetings, { programme, on, limit: 2, cursor: first.next ?? '' })
  expect([...first.rows, ...second.rows].map((row) => row.heldOn)).toEqual([
    '2024-11-15',
    '2024-11-10',
    '2024-10-04',
    '2024-03-15',
  ])
  const { posts, areas } = await districtLead.ask(MeetingChoices, { programme })
  expect(posts.length).toBeGreaterThanOrEqual(96)
  expect(areas).toHaveLength(18)
})
