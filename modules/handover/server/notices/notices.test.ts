// The notice to the commune of stay: it arrives with a sending, holds the few fields it may, is read, acknowledged, or withdrawn with
// the hand-over; by somebody from elsewhere, twice, out of order and at once.

import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { handOverWorld, here, hour, nextName, there } from '../../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import {
  AcknowledgeNotice,
  CountWaiting,
  ListLateSendings,
  ListNotices,
  ListSendings,
  ReadNotice,
  ReturnPack,
  TakeBack,
  ViewSending,
} from '../../contract.ts'
import { remindLate } from '../reminding.ts'
import { forgetNotices } from './keeping.ts'

const stayIn = areaId('12280', '2025-07-01')
const made = await handOverWorld()
afterAll(() => made.the.database.drop())
// The police of Lương Bằng: a grant of its own, so that three communes have to do with it.
const told = made.the.hamletHead
await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
  select gen_random_uuid(), ${told.id}::uuid, 'commune-police', ${stayIn}::uuid, '2024-01-01', 'Kiểm thử'`.execute(
  made.the.database.db,
)

const sent = async (name = nextName(), part: { stayId?: string } = {}) => {
  const fileId = await made.managedFile(name)
  const { id } = await made.sendTo(fileId, {
    stayId: stayIn,
    stay: 'Nhà trọ số 9',
    residence: 'Thôn Đồng Thanh',
    ...part,
  })
  return { id, fileId, name }
}
const noticeOf = async (sendingId: string) => {
  const view = await made.sender.ask(ViewSending, { communeId: here, id: sendingId })
  return view.told.find(({ why }) => why === 'stay')?.notice ?? undefined
}
const arrived = async (number: string | undefined) =>
  (await told.ask(ListNotices, { communeId: stayIn })).rows.find((row) => row.number === number)
const read = (id: string, by = told, communeId = stayIn) => by.send(ReadNotice, { communeId, id })
const acknowledge = (id: string, by = told, communeId = stayIn) => by.send(AcknowledgeNotice, { communeId, id })

test('nobody is told where the person stays in a commune that has the file or gets it', async () => {
  for (const stayId of [here, there]) {
    const { id } = await sent(nextName(), { stayId })
    expect(await noticeOf(id)).toBeUndefined()
  }
  expect((await told.ask(ListNotices, { communeId: stayIn })).rows).toEqual([])
})

test('it is for the police of the commune of stay alone: others see that it was sent, and no words', async () => {
  const { id, name } = await sent()
  const notice = await arrived((await noticeOf(id))?.number)
  if (!notice) throw new Error('it did not arrive')
  expect(notice).toMatchObject({ from: { id: here }, residesIn: { id: there }, state: 'sent', readBy: null })
  expect(JSON.stringify(notice)).not.toContain(name)
  const health = made.the.as(personId('tramyte'))
  await expectRefusal(health.ask(ListNotices, { communeId: here }), 'platform.not_allowed')
  for (const does of [read, acknowledge]) {
    await expectRefusal(does(notice.id, made.receiver, stayIn), 'platform.not_found')
    await expectRefusal(does(notice.id, made.receiver, there), 'platform.not_found')
    await expectRefusal(does(notice.id, made.sender, here), 'platform.not_found')
  }
  // The commune of stay has nothing to do with the hand-over itself.
  await expectRefusal(told.ask(ViewSending, { communeId: stayIn, id }), 'platform.not_found')
  expect((await told.ask(ListSendings, { communeId: stayIn })).rows).toEqual([])
})

test('it is read with the few fields that it may hold, and then acknowledged, once', async () => {
  const { id, name } = await sent()
  const notice = await arrived((await noticeOf(id))?.number)
  const noticeId = notice?.id ?? ''
  const before = (await told.ask(CountWaiting, {})).notices
  await expectRefusal(acknowledge(noticeId), 'handover.notice_not_read')
  const { person, reader } = await read(noticeId)
  expect(reader).not.toBe('')
  expect(person).toEqual({
    ...{ name, birth: '1991', sex: 'male', papers: [] },
    ...{ residence: 'Thôn Đồng Thanh', stay: 'Nhà trọ số 9' },
  })
  await read(noticeId)
  const both = await Promise.allSettled([acknowledge(noticeId), acknowledge(noticeId)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(acknowledge(noticeId), 'handover.notice_acknowledged')
  expect((await told.ask(CountWaiting, {})).notices).toBe(before - 1)
  // The sender, and whoever holds the file afterwards, see that they were told.
  expect(await noticeOf(id)).toMatchObject({ state: 'acknowledged' })
  await made.acceptIt(id)
  const seen = await made.receiver.ask(ViewSending, { communeId: there, id })
  expect(seen.told.find(({ why }) => why === 'stay')).toMatchObject({
    unit: { id: stayIn },
    notice: { state: 'acknowledged' },
  })
})

test('a hand-over that is taken back or returned takes its notice along, read or not', async () => {
  const back = await sent()
  const first = await arrived((await noticeOf(back.id))?.number)
  await made.sender.send(TakeBack, { communeId: here, id: back.id })
  await expectRefusal(read(first?.id ?? ''), 'handover.notice_withdrawn')
  await expectRefusal(acknowledge(first?.id ?? ''), 'handover.notice_withdrawn')
  expect(await arrived(first?.number)).toMatchObject({ state: 'withdrawn', readable: false })
  const returned = await sent()
  const second = await arrived((await noticeOf(returned.id))?.number)
  await read(second?.id ?? '')
  await acknowledge(second?.id ?? '')
  await made.receiver.send(ReturnPack, {
    ...{ communeId: there, id: returned.id, reason: 'not-here', note: 'Không cư trú tại đây' },
  })
  expect(await arrived(second?.number)).toMatchObject({ state: 'withdrawn', readable: false })
})

test('a notice that nobody acknowledges goes up the line: the heads at the end, the province 12 hours later, once, without a number', async () => {
  const { id, name } = await sent()
  const notice = await noticeOf(id)
  await made.acceptIt(id)
  const at = (hours: number) => new Date(Date.now() + hours * hour)
  const reminded = async () => (await arrived(notice?.number))?.reminded.map(({ level }) => level)
  const { parts, provinceLead } = made.the
  const now = parts.clock.now
  const lateOf = async () => {
    const { provinces } = await provinceLead.ask(ListLateSendings, {})
    return provinces.flatMap(({ communes }) => communes.filter((each) => each.id === stayIn))
  }
  try {
    await remindLate(made.the.database.db, at(23))
    expect([await reminded(), await lateOf()]).toEqual([[], []])
    parts.clock.now = () => at(25)
    await remindLate(made.the.database.db, at(25))
    expect(await reminded()).toEqual(['head'])
    const seen = await made.receiver.ask(ViewSending, { communeId: there, id })
    expect(seen.told.find(({ why }) => why === 'stay')?.notice?.reminded.map(({ level }) => level)).toEqual(['head'])
    // It is late for both: for whom it is waited, and who waits.
    expect((await told.ask(CountWaiting, {})).late).toBeGreaterThan(0)
    expect(await lateOf()).toEqual([])
    parts.clock.now = () => at(37)
    await remindLate(made.the.database.db, at(37))
    await remindLate(made.the.database.db, at(38))
    expect(await reminded()).toEqual(['head', 'province'])
    const shown = await lateOf()
    expect(shown).toMatchObject([{ id: stayIn, why: ['notice'] }])
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${name}|${notice?.number}|${id}`))
    // In no count, for it is no hand-over.
    await expectRefusal(told.ask(ListLateSendings, {}), 'platform.not_allowed')
  } finally {
    parts.clock.now = now
  }
  // Whatever of before still waits, too.
  for (const row of (await told.ask(ListNotices, { communeId: stayIn })).rows.filter(({ state }) => state === 'sent')) {
    await read(row.id)
    await acknowledge(row.id)
  }
  parts.clock.now = () => at(40)
  try {
    expect((await lateOf()).flatMap(({ why }) => why)).not.toContain('notice')
  } finally {
    parts.clock.now = now
  }
})

test('what it said is destroyed 30 days after it was acknowledged; that it was told stays', async () => {
  const { id } = await sent()
  const notice = await arrived((await noticeOf(id))?.number)
  await read(notice?.id ?? '')
  await acknowledge(notice?.id ?? '')
  const db = made.the.database.db as Parameters<typeof forgetNotices>[0]
  const day = 86_400_000
  await forgetNotices(db, new Date(Date.now() + 29 * day))
  expect(await arrived(notice?.number)).toMatchObject({ readable: true })
  expect(await forgetNotices(db, new Date(Date.now() + 31 * day))).toBeGreaterThan(0)
  expect(await arrived(notice?.number)).toMatchObject({ state: 'acknowledged', readable: false })
  await expectRefusal(read(notice?.id ?? ''), 'handover.notice_forgotten')
})
