// What follows from time alone: late hand-overs are brought up, merged communes followed; and what the audit says of all this.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { type HandOverWorld, handOverWorld, here, hour, nextName, there } from '../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../tests/support/world.ts'
import { CountWaiting, FindPlaces, ListLateSendings, ReturnPack, ViewSending } from '../contract.ts'
import { followReceivers } from './following.ts'
import { remindLate } from './reminding.ts'

let the: HandOverWorld['the']
let sender: HandOverWorld['sender']
let receiver: HandOverWorld['receiver']
let made: HandOverWorld
beforeAll(async () => {
  made = await handOverWorld()
  ;({ the, sender, receiver } = made)
})
afterAll(() => the.database.drop())

test('late ones are brought up once: the heads, then the province, who sees numbers and no name', async () => {
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
  expect((await the.provinceLead.ask(ListLateSendings, {})).rows).toEqual([])
  const later = the.parts.clock.now
  the.parts.clock.now = () => at(30)
  try {
    const late = await the.provinceLead.ask(ListLateSendings, {})
    expect(late.rows.map((row) => row.number)).toContain(number)
    expect(late.onTheirWay).toBeGreaterThan(0)
    expect(await receiver.ask(CountWaiting, {})).toEqual({ in: late.onTheirWay, late: late.rows.length })
    expect(await sender.ask(CountWaiting, {})).toEqual({ in: 0, late: late.rows.length })
    expect(JSON.stringify(late)).not.toContain(name)
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
