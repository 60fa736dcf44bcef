// Who was present, and what the audit keeps of minutes that are written over.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { meetingId } from '../../../programmes/kim-dong-2024/meetings.ts'
import { lastTold } from '../../../tests/support/audit-entry.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { ChangeMeeting, ListMeetings, OneMeeting, RecordMeeting } from '../contract.ts'
import { slice } from './slice.ts'

const on = '2024-11-15'
const id = meetingId('2024-11-15')
type Minutes = InputOf<typeof RecordMeeting>
const minutes = (part: Partial<Minutes> = {}): Minutes => ({
  id,
  version: 1,
  attendance: [],
  contributions: [],
  conclusions: [],
  ...part,
})
const noted = (lineId: string, present: boolean | null, note = '') => ({ id: lineId, present, note })
const invitedTo = async ({ districtLead }: World, meeting = id) =>
  (await districtLead.ask(OneMeeting, { id: meeting, on })).attendance

test('a line of another meeting, or of none, is refused by name, and nothing of the minutes is kept', async () => {
  const the = await world([slice])
  const [first] = await invitedTo(the)
  const [elsewhere] = await invitedTo(the, meetingId('2024-03-15'))
  for (const wrong of [elsewhere!.id, uuidv7()]) {
    const refusal = await expectRefusal(
      the.districtLead.send(
        RecordMeeting,
        minutes({ attendance: [noted(first!.id, true), noted(wrong, false, 'đi công tác')] }),
      ),
      'meetings.attendance_unknown',
    )
    expect(refusal.field).toBe('attendance.1.id')
  }
  const shown = await the.districtLead.ask(OneMeeting, { id, on })
  expect(shown).toMatchObject({ version: 1, present: null })
  expect((await invitedTo(the, meetingId('2024-03-15'))).every((each) => each.present)).toBe(true)
})

test('the head of the next commune was invited, reads who was there, and notes nothing', async () => {
  const the = await world([slice])
  const [first] = await invitedTo(the)
  const attendance = [noted(first!.id, true)]
  await expectRefusal(the.neighbour.send(RecordMeeting, minutes({ attendance })), 'platform.not_allowed')
  await the.districtLead.send(RecordMeeting, minutes({ attendance }))
  const seen = await the.neighbour.ask(OneMeeting, { id, on })
  expect(seen.attendance.find((each) => each.id === first!.id)).toMatchObject({ present: true })
})

test('present, absent and not noted are read back; recorded again, the later note stands', async () => {
  const the = await world([slice])
  const [first, second, third, ...rest] = await invitedTo(the)
  const attendance = [noted(first!.id, true), noted(second!.id, false, 'cử cấp phó'), noted(third!.id, null)]
  const once = uuidv7()
  await the.districtLead.send(RecordMeeting, minutes({ attendance }), { id: once })
  await the.districtLead.send(RecordMeeting, minutes({ attendance }), { id: once })
  const shown = await the.districtLead.ask(OneMeeting, { id, on })
  expect(shown).toMatchObject({ version: 2, present: 1, invited: rest.length + 3 })
  expect(shown.attendance.slice(0, 4).map(({ present, note }) => [present, note])).toEqual([
    [true, ''],
    [false, 'cử cấp phó'],
    [null, ''],
    ...(rest.length > 0 ? [[null, '']] : []),
  ])
  const { rows } = await the.districtLead.ask(ListMeetings, { programme: 'kim-dong-2024', on })
  expect(rows[0]).toMatchObject({ id, present: 1 })
  // Out of order: what was read before the others saved is refused, and the next version may take a note back.
  await expectRefusal(the.districtLead.send(RecordMeeting, minutes({ attendance })), 'platform.changed_meanwhile')
  await the.districtLead.send(
    RecordMeeting,
    minutes({ version: 2, attendance: [noted(first!.id, null), noted(second!.id, true)] }),
  )
  expect(await the.districtLead.ask(OneMeeting, { id, on })).toMatchObject({ version: 3, present: 1 })
  // On a day before the meeting nobody was there yet.
  const earlier = await the.districtLead.ask(OneMeeting, { id, on: '2024-11-14' })
  expect(earlier.attendance.map((each) => each.present)).toEqual(earlier.attendance.map(() => null))
})

test('of minutes that are written over, the audit keeps what differs, before and after', async () => {
  const the = await world([slice])
  const [first, second] = await invitedTo(the)
  const said = (text: string) => ({
    id: uuidv7(),
    postId: postId('police-chief', '331'),
    speaker: 'Công an huyện',
    text,
  })
  const [kept, gone] = [said('Hồ sơ còn thiếu 1 giấy tờ'), said('Đề nghị lùi hạn')]
  const conclusion = { id: uuidv7(), kind: 'conclusion' as const, text: 'Bổ sung hồ sơ', postId: null, dueOn: null }
  await the.districtLead.send(
    RecordMeeting,
    minutes({
      attendance: [noted(first!.id, true), noted(second!.id, false)],
      contributions: [gone, kept],
      conclusions: [conclusion],
    }),
  )
  const began = await lastTold(the.database.db, 'meetings.record')
  expect(began.before).toEqual({
    attendance: { [first!.id]: { present: null }, [second!.id]: { present: null } },
    contributions: {},
    conclusions: {},
  })
  await the.districtLead.send(
    RecordMeeting,
    minutes({
      version: 2,
      attendance: [noted(first!.id, true), noted(second!.id, true, 'đến muộn')],
      contributions: [kept],
      conclusions: [{ ...conclusion, dueOn: '2024-11-20' }],
    }),
  )
  const { id: _, ...words } = gone
  expect(await lastTold(the.database.db, 'meetings.record')).toEqual({
    before: {
      attendance: { [second!.id]: { present: false, note: '' } },
      contributions: { [gone.id]: { position: 0, ...words }, [kept.id]: { position: 1 } },
      conclusions: { [conclusion.id]: { dueOn: null } },
    },
    after: {
      attendance: { [second!.id]: { present: true, note: 'đến muộn' } },
      contributions: { [kept.id]: { position: 0 } },
      conclusions: { [conclusion.id]: { dueOn: '2024-11-20' } },
    },
  })
})

test('of a meeting that is called anew, the audit keeps whom and what it lost', async () => {
  const the = await world([slice])
  const shown = await the.districtLead.ask(OneMeeting, { id, on })
  const [uninvited, ...invited] = shown.attendance
  const agenda = shown.agenda.map((point) => ({ id: point.id, title: point.title, postId: point.post?.id ?? null }))
  await the.districtLead.send(ChangeMeeting, {
    id,
    version: 1,
    title: shown.title,
    calledOn: shown.calledOn,
    heldOn: shown.heldOn,
    startsAt: '15:00',
    place: shown.place,
    chairPostId: shown.chair?.id ?? null,
    agenda: agenda.slice(1),
    invited: invited.map((each) => ({ id: each.id, postId: each.post?.id ?? null, guest: each.guest })),
  })
  const told = await lastTold(the.database.db, 'meetings.change')
  expect(Object.keys(told.before).sort()).toEqual(['agenda', 'attendance', 'startsAt'])
  expect(told.before).toMatchObject({
    startsAt: shown.startsAt,
    attendance: { [uninvited!.id]: { postId: uninvited!.post?.id, present: null } },
    agenda: { [agenda[0]!.id]: { position: 0, title: agenda[0]!.title } },
  })
  expect(told.after).toMatchObject({ startsAt: '15:00', attendance: {} })
  expect(told.after.agenda).toEqual(
    Object.fromEntries(agenda.slice(1).map((point, at) => [point.id, { position: at }])),
  )
})
