// What follows from time alone: late hand-overs are brought up, merged communes followed; and what the audit says of all this.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { ago, handOverWorld, here, hour, nextName, there } from '../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../tests/support/world.ts'
import {
  AnswerRequest,
  GiveStatement,
  ListDue,
  ListOpenings,
  ListRequests,
  PlaceHold,
  ReadRetention,
  TakeRequest,
} from '../../cases/contract.ts'
import { CountWaiting, FindPlaces, ListLateSendings, ReturnPack, ViewSending } from '../contract.ts'
import { followReceivers } from './following.ts'
import { remindLate } from './reminding.ts'

const made = await handOverWorld()
const { the, sender, receiver } = made
afterAll(() => the.database.drop())

test('late ones are brought up once: the heads, then the province, who sees the commune that owes an answer and no hand-over', async () => {
  const name = nextName()
  const { id, number } = await made.sendTo(await made.managedFile(name))
  const at = (hours: number) => new Date(Date.now() + hours * hour)
  await remindLate(the.database.db, at(1))
  const seen = async () =>
    (await sender.ask(ViewSending, { communeId: here, id })).row.reminded.map(({ level }) => level)
  expect(await seen()).toEqual([])
  await remindLate(the.database.db, at(25))
  await remindLate(the.database.db, at(26))
  expect(await seen()).toEqual(['head'])
  await remindLate(the.database.db, at(37))
  expect(await seen()).toEqual(['head', 'province'])
  await expectRefusal(sender.ask(ListLateSendings, {}), 'platform.not_allowed')
  await expectRefusal(the.administrator.ask(ListLateSendings, {}), 'platform.not_allowed')
  const later = the.parts.clock.now
  const seenByProvince = async () => (await the.provinceLead.ask(ListLateSendings, {})).provinces
  try {
    // One on its way is a small number, and that it is not late is said.
    expect(await seenByProvince()).toMatchObject([{ counts: { onTheirWay: null, late: 0 }, communes: [] }])
    // Late since some hours: a matter of the two heads.
    the.parts.clock.now = () => at(30)
    expect(await receiver.ask(CountWaiting, {})).toMatchObject({ in: 1, late: 1 })
    expect(await sender.ask(CountWaiting, {})).toMatchObject({ in: 0, late: 1 })
    expect(await seenByProvince()).toMatchObject([{ communes: [] }])
    the.parts.clock.now = () => at(37)
    const late = await seenByProvince()
    expect(late).toMatchObject([
      { counts: { onTheirWay: null, late: null }, communes: [{ id: there, why: ['answer'] }] },
    ])
    // Neither which one it is, nor from where, nor when: of one person that would be too much.
    expect(JSON.stringify(late)).not.toMatch(new RegExp(`${name}|${number}|${id}|${here}|20\\d\\d-`))
    for (let more = 0; more < 5; more += 1) await made.sendTo(await made.managedFile())
    expect(await seenByProvince()).toMatchObject([{ counts: { onTheirWay: 6, late: null }, communes: [{ id: there }] }])
    the.parts.clock.now = () => at(74)
    expect(await seenByProvince()).toMatchObject([{ counts: { onTheirWay: 6, late: 6 } }])
  } finally {
    the.parts.clock.now = later
  }
})

test('a receiving commune of an old name is followed, one that merges meanwhile too, one that is divided waits for a choice', async () => {
  // Vĩnh Xá is a part of Nghĩa Dân today.
  const old = await made.sendTo(await made.managedFile(), { toId: areaId('12289') })
  expect(old.to.id).toBe(there)
  expect((await receiver.ask(ViewSending, { communeId: there, id: old.id })).row.addressed?.id).toBe(areaId('12289'))
  const places = await sender.ask(FindPlaces, { communeId: here, text: 'ngoc thanh' })
  expect(places.rows[0]).toMatchObject({ unit: { id: areaId('12322') }, heirs: { length: 2 } })

  const fileId = await made.managedFile()
  const { id } = await made.sendTo(fileId, { toId: areaId('12313', '2025-07-01') })
  const merge = (share: number) => sql`
    insert into area_succession (id, on_date, document, kind, from_id, to_id, share, note)
    values (${uuidv7()}, '2026-01-01', 'Thử', 'merge', ${areaId('12313', '2025-07-01')}, ${there}, ${share}, '')`
  await the.database.db.transaction().execute(async (db) => {
    await sql`update area_unit set valid_to = '2026-01-01' where id = ${areaId('12313', '2025-07-01')}`.execute(db)
    await merge(1).execute(db)
  })
  expect(await followReceivers(the.database.db, '2026-11-27')).toBe(1)
  expect(await followReceivers(the.database.db, '2026-11-27')).toBe(0)
  const followed = await receiver.ask(ViewSending, { communeId: there, id })
  expect(followed.row).toMatchObject({ to: { id: there }, addressed: { id: areaId('12313', '2025-07-01') } })
  await made.acceptIt(id)
  expect(await made.owners(fileId)).toEqual([there])
})

test('what holds the file, what the person asked for and which papers left it go along, and are read there', async () => {
  const fileId = await made.managedFile()
  const open = await made.opened(fileId, { purpose: 'rights' })
  const head = the.as(personId('truongcax'))
  const ofHead = await made.opened(fileId, { by: head })
  const hold = { ground: 'Điều tra', paper: 'Yêu cầu số 7', from: '2026-01-01', until: null }
  await head.send(PlaceHold, { ...ofHead, id: uuidv7(), ...hold })
  const asked = { kind: 'statement' as const, way: 'desk' as const, words: 'Xin bản kê', aboutId: null }
  await sender.send(TakeRequest, { ...open, id: uuidv7(), received: ago(2), ...asked })
  const { id } = await made.sendTo(fileId)
  // After it was sent: an opening and a paper that change nothing of what was sealed.
  const { serial } = await sender.send(GiveStatement, { ...open, id: uuidv7() })
  await made.acceptIt(id)
  const away = await made.opened(fileId, { by: receiver, communeId: there, purpose: 'rights' })
  const kept = await receiver.ask(ReadRetention, away)
  expect(kept.holds).toMatchObject([{ ...hold, until: null, endedAt: null }])
  expect(kept.issued.map((paper) => paper.serial.split('/').at(-1))).toEqual([serial])
  const [request] = (await receiver.ask(ListRequests, away)).rows
  expect(request).toMatchObject({ kind: 'statement', words: 'Xin bản kê', outcome: null })
  await receiver.send(AnswerRequest, { ...away, requestId: request?.id ?? '', outcome: 'done', words: 'Đã trả lời' })
  expect((await receiver.ask(ListOpenings, away)).rows.length).toBeGreaterThanOrEqual(4)
  expect((await sender.ask(ListDue, { communeId: here })).holds).toEqual([])

  // There and back again: what was done there is done here too.
  const move = await made.opened(fileId, { by: receiver, communeId: there })
  const back = await made.sendIt(receiver, { ...move, id: uuidv7(), toId: here, movedAt: ago(0) })
  await made.acceptIt(back.id, sender, here)
  const home = await made.opened(fileId, { purpose: 'rights' })
  expect((await sender.ask(ListRequests, home)).rows).toMatchObject([{ outcome: 'done', answer: 'Đã trả lời' }])
  expect((await sender.ask(ReadRetention, home)).holds).toMatchObject([{ paper: 'Yêu cầu số 7' }])
})

test('nothing of the person stands in the audit', async () => {
  const name = nextName()
  const { id } = await made.sendTo(await made.managedFile(name), { residence: 'Thôn Rất Riêng' })
  await made.readIt(id)
  await receiver.send(ReturnPack, { communeId: there, id, reason: 'other', note: `Không rõ ${name}` })
  const { rows } = await sql<{ hits: number }>`
    select count(*)::int as hits from audit_entry as row where row::text like ${`%${name}%`} or row::text like '%Rất Riêng%'`.execute(
    the.database.db,
  )
  expect(rows[0]?.hits).toBe(0)
})
