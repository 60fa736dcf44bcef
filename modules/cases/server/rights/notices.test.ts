// A request that waits: acknowledged on a clock of its own, given more time once, and reminded of like every other time limit.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RequestKind } from '../../../../rules/retention/requests.ts'
import { keptFiles, running } from '../../../../tests/support/kept-files.ts'
import { expectRefusal, type Somebody } from '../../../../tests/support/world.ts'
import {
  AcknowledgeRequest,
  AnswerRequest,
  EnterHolidays,
  ExtendRequest,
  ListReminders,
  ListRequests,
  SetLength,
  TakeRequest,
} from '../../contract.ts'
import { sendReminders } from '../remind.ts'

// A Friday.
const friday = new Date('2026-11-27T09:00:00+07:00')
let now = friday
let the: Awaited<ReturnType<typeof keptFiles>>
beforeAll(async () => {
  the = await keptFiles()
  the.the.parts.clock.now = () => now
})
beforeEach(() => {
  now = friday
})
afterAll(() => the?.the.database.drop())

type Open = Awaited<ReturnType<typeof the.open>>
const take = async (by: Somebody, open: Open, kind: RequestKind = 'statement', part: object = {}) => {
  const id = uuidv7()
  const asked = { kind, way: 'desk', received: '2026-11-27T08:30', words: 'Xin được trả lời', aboutId: null } as const
  const { dueAt, acknowledgeDueAt } = await by.send(TakeRequest, { ...open, id, ...asked, ...part })
  return { id, dueAt: new Date(dueAt).toISOString(), acknowledgeDueAt: new Date(acknowledgeDueAt).toISOString() }
}
const opened = async (by = the.police) => the.open(by, (await the.file(running())).fileId)
const tell = (by: Somebody, open: Open, requestId: string, part: object = {}) =>
  by.send(AcknowledgeRequest, { ...open, requestId, way: 'phone', told: '2026-11-27T09:00', ...part })
const extend = (by: Somebody, open: Open, requestId: string, part: object = {}) => {
  const notice = { way: 'post', told: '2026-11-27T09:00', reason: 'Phải hỏi nơi cư trú trước đây' } as const
  return by.send(ExtendRequest, { ...open, requestId, ...notice, ...part })
}
const at = (day: string, time = '09:00') => {
  now = new Date(`${day}T${time}:00+07:00`)
}
const remindersOf = async (by: Somebody, open: Open) => {
  await sendReminders(the.the.database.db, now)
  const { rows } = await by.ask(ListReminders, { communeId: the.communeId })
  return rows.flatMap(({ fileId, act, kind }) =>
    fileId === open.fileId && act.endsWith('-request') ? [`${act} ${kind}`] : [],
  )
}

test('refused: another purpose, no right, the next commune, a time that cannot be', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const { id } = await take(the.police, open)
  const checking = await the.open(the.police, fileId, 'check')
  for (const does of [tell, extend]) {
    await expectRefusal(does(the.police, checking, id), 'cases.for_rights_only')
    await expectRefusal(does(the.health, open, id), 'platform.not_allowed')
    await expectRefusal(does(the.nextPolice, open, id), 'platform.not_found')
    await expectRefusal(does(the.police, open, uuidv7()), 'platform.not_found')
    await expectRefusal(does(the.police, open, id, { told: '2026-11-27T09:01' }), 'cases.in_the_future')
    await expectRefusal(does(the.police, open, id, { told: '2026-11-27T08:29' }), 'cases.told_too_early')
    await expectRefusal(does(the.police, open, id, { told: '2026-02-30T08:00' }), 'cases.details_wrong')
  }
})

test('acknowledged within two working days, by a clock that says on what it rests', async () => {
  const open = await opened()
  const { id, acknowledgeDueAt } = await take(the.police, open)
  // Two working days after a Friday: the Tuesday.
  expect(acknowledgeDueAt).toBe('2026-12-01T16:59:00.000Z')
  const [waits] = (await the.police.ask(ListRequests, open)).rows
  expect(waits).toMatchObject({
    mayAcknowledge: true,
    acknowledge: { told: null, because: { rule: 'acknowledge-request', span: { count: 2, unit: 'working-days' } } },
    because: { rule: 'answer-statement' },
  })
  expect(await tell(the.police, open, id)).toMatchObject({ late: false })
  await expectRefusal(tell(the.police, open, id), 'cases.acknowledged_already')
  const [told] = (await the.police.ask(ListRequests, open)).rows
  expect(told).toMatchObject({ mayAcknowledge: false, acknowledge: { told: { way: 'phone' } }, outcome: null })
})

test('a notice that was given late is said to be; one that is answered needs none any more', async () => {
  const open = await opened()
  const late = await take(the.police, open)
  const answered = await take(the.police, open)
  await the.police.send(AnswerRequest, { ...open, requestId: answered.id, outcome: 'refused', words: 'Không có' })
  await expectRefusal(tell(the.police, open, answered.id), 'cases.answered_already')
  at('2026-12-02')
  const again = await the.open(the.police, open.fileId)
  expect(await tell(the.police, again, late.id, { told: '2026-12-02T08:00' })).toMatchObject({ late: true })
})

test('more time is given once, with its reason, and before the first end', async () => {
  const open = await opened()
  const { id, dueAt } = await take(the.police, open)
  expect(dueAt).toBe('2026-12-07T16:59:00.000Z')
  const [before] = (await the.police.ask(ListRequests, open)).rows
  const { dueAt: longer } = await extend(the.police, open, id)
  expect(new Date(longer).toISOString()).toBe('2026-12-17T16:59:00.000Z')
  expect(before?.mayExtendTo && new Date(before.mayExtendTo)).toEqual(new Date(longer))
  await expectRefusal(extend(the.police, open, id), 'cases.extended_already')
  const [after] = (await the.police.ask(ListRequests, open)).rows
  expect(after).toMatchObject({
    mayExtendTo: null,
    because: { rule: 'answer-statement' },
    extended: { way: 'post', reason: 'Phải hỏi nơi cư trú trước đây', because: { rule: 'extend-statement' } },
  })
  const other = await take(the.police, open)
  at('2026-12-08')
  const again = await the.open(the.police, open.fileId)
  await expectRefusal(extend(the.police, again, other.id), 'cases.extended_too_late')
  expect((await the.police.ask(ListRequests, again)).rows.map(({ mayExtendTo }) => mayExtendTo)).toEqual([null, null])
})

test('given more time by two at once, one of them is told', async () => {
  const open = await opened()
  const { id } = await take(the.police, open)
  const both = await Promise.allSettled([extend(the.police, open, id), extend(the.police, open, id)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [row] = (await the.police.ask(ListRequests, open)).rows
  expect(row && new Date(row.dueAt).toISOString()).toBe('2026-12-17T16:59:00.000Z')
})

test('a complaint: told by whoever took it in, given more time by the head alone, never by whom it is about', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const byHead = await the.open(the.head, fileId)
  const { id, acknowledgeDueAt } = await take(the.police, open, 'complaint')
  expect(acknowledgeDueAt).toBe('2026-12-07T16:59:00.000Z')
  await expectRefusal(extend(the.police, open, id), 'cases.head_answers')
  await tell(the.police, open, id)
  await extend(the.head, byHead, id)
  const aboutHead = await take(the.police, open, 'complaint', { aboutId: the.head.id })
  await expectRefusal(tell(the.head, byHead, aboutHead.id), 'cases.about_oneself')
  const aboutOfficer = await take(the.head, byHead, 'complaint', { aboutId: the.police.id })
  await expectRefusal(tell(the.police, open, aboutOfficer.id), 'cases.about_oneself')
})

test('reminded of: to whoever took it in, then to the head; quiet once it is told and answered', async () => {
  const open = await opened()
  const { id } = await take(the.police, open)
  expect(await remindersOf(the.police, open)).toEqual([])
  at('2026-11-30')
  expect(await remindersOf(the.police, open)).toEqual(['acknowledge-request soon'])
  expect(await remindersOf(the.head, open)).toEqual([])
  at('2026-12-03')
  expect(await remindersOf(the.head, open)).toEqual(['acknowledge-request escalation'])
  const again = await the.open(the.police, open.fileId)
  await tell(the.police, again, id, { told: '2026-12-03T08:00' })
  expect(await remindersOf(the.police, open)).toEqual([])
  at('2026-12-05')
  expect(await remindersOf(the.police, open)).toEqual(['answer-request soon'])
  await extend(the.police, await the.open(the.police, open.fileId), id, { told: '2026-12-05T08:00' })
  expect(await remindersOf(the.police, open)).toEqual([])
})

test('of a complaint nobody is reminded who may not read it', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const byHead = await the.open(the.head, fileId)
  await take(the.head, byHead, 'complaint', { aboutId: the.police.id })
  at('2026-12-09')
  expect(await remindersOf(the.police, open)).toEqual([])
  expect(await remindersOf(the.head, open)).toEqual(
    ['acknowledge-request escalation', 'answer-request soon'].slice(0, 1),
  )
})

test('what an administrator entered holds for what comes from then on, and what was counted before stays explained', async () => {
  const open = await opened()
  const before = await take(the.police, open)
  const admin = the.the.administrator
  const span = { count: 1, unit: 'working-days' } as const
  now = new Date('2026-11-27T09:05:00+07:00')
  await admin.send(SetLength, { rule: 'acknowledge-request', from: '2026-11-27', span, ground: 'Đã đối chiếu, Điều 5' })
  now = new Date('2026-11-27T09:20:00+07:00')
  const after = await take(the.police, open, 'statement', { received: '2026-11-27T09:10' })
  expect([before.acknowledgeDueAt, after.acknowledgeDueAt]).toEqual([
    '2026-12-01T16:59:00.000Z',
    '2026-11-30T16:59:00.000Z',
  ])
  const { rows } = await the.police.ask(ListRequests, open)
  expect(rows.map(({ acknowledge }) => acknowledge?.because?.span.count)).toEqual([1, 2])
})

test('holidays that were entered count for what comes from then on; a day that the person was told stays, and says by what', async () => {
  const admin = the.the.administrator
  const open = await opened()
  const before = await take(the.police, open, 'correction')
  expect(before.dueAt).toBe('2026-12-07T16:59:00.000Z')
  now = new Date('2026-11-27T09:06:00+07:00')
  const year = {
    ...{ id: uuidv7(), year: 2026, announced: true, source: 'Thông báo thử số 3', after: null },
    ...{ off: ['2026-11-30', '2026-12-07'], worked: ['2026-11-28'] },
  }
  await expectRefusal(the.police.send(EnterHolidays, year), 'platform.not_allowed')
  await admin.send(EnterHolidays, year)
  now = new Date('2026-11-27T09:20:00+07:00')
  const after = await take(the.police, open, 'correction', { received: '2026-11-27T09:10' })
  // One working day after the Friday is the Saturday that is worked; the tenth day is free.
  expect(after).toMatchObject({ acknowledgeDueAt: '2026-11-28T16:59:00.000Z', dueAt: '2026-12-08T16:59:00.000Z' })
  const rowOf = async (id: string) => (await the.police.ask(ListRequests, open)).rows.find((row) => row.id === id)
  expect(await rowOf(before.id)).toMatchObject({
    dueAt: expect.stringContaining('2026-12-07'),
    because: { rule: 'answer-correction' },
    holidays: [],
  })
  const { off, worked } = year
  expect(await rowOf(after.id)).toMatchObject({
    because: { rule: 'answer-correction' },
    acknowledge: { because: { rule: 'acknowledge-request' } },
    holidays: [{ year: 2026, off, worked, source: 'Thông báo thử số 3' }],
  })
  // More time for the one of before is counted today, and so by today's holidays: ten days after a free day.
  await admin.send(EnterHolidays, { ...year, id: uuidv7(), after: year.id, off: ['2026-12-17'], worked: [] })
  now = new Date('2026-11-27T09:24:00+07:00')
  const shown = await rowOf(before.id)
  const { dueAt } = await extend(the.police, open, before.id)
  expect([shown?.mayExtendTo, dueAt].map((each) => each && new Date(each).toISOString())).toEqual([
    '2026-12-18T16:59:00.000Z',
    '2026-12-18T16:59:00.000Z',
  ])
  now = new Date('2026-11-27T09:26:00+07:00')
  expect((await rowOf(before.id))?.extended).toMatchObject({
    because: { rule: 'extend-correction' },
    holidays: [{ off: ['2026-12-17'] }],
  })
})
