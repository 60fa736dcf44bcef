// A hand-over between two installations through both doors: sent, carried, accepted, returned or asked back, and the receipt
// carried back; late ones are brought up, merged communes followed, and the audit tells of it without naming anybody.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { ago, here, hour, nextName, there } from '../../../../tests/support/hand-overs.ts'
import {
  headerOf,
  type Side,
  type TwoInstallations,
  twoInstallations,
} from '../../../../tests/support/two-installations.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import { BeginFile, NameOfficer, PlaceHold, ReadFile, TakeRequest } from '../../../cases/contract.ts'
import {
  AcceptFarPack,
  AskBack,
  CountWaiting,
  FindPlaces,
  ListLateSendings,
  ListSendings,
  ReadFarPack,
  SendFar,
  SendingsOfFile,
  ViewFar,
} from '../../contract.ts'
import { remindLate } from '../reminding.ts'
import { refuseForElsewhere } from './arrive.ts'

let two: TwoInstallations
beforeAll(async () => {
  two = await twoInstallations()
}, 120_000)
afterAll(() => two.drop())

const communeOf = (side: Side) => (side === 0 ? here : there)

test('what cannot be sent there is refused by name', async () => {
  const fileId = await two.at(0).managedFile()
  await expectRefusal(two.sendFar(0, fileId, { code: '12322' }), 'handover.to_oneself')
  await expectRefusal(two.sendFar(0, fileId, { code: '12280' }), 'handover.not_served')
  await expectRefusal(two.sendFar(0, fileId, { correspondentId: uuidv7() }), 'handover.correspondent_unknown')
  await expectRefusal(two.sendFar(0, fileId, { movedAt: undefined }), 'handover.when_moved')
  const open = await two.opened(0, fileId, 'check')
  const order = {
    id: uuidv7(),
    correspondentId: two.installations[1],
    code: '12286',
    movedAt: ago(0),
    residence: '',
    stay: '',
  }
  await expectRefusal(two.at(0).police.send(SendFar, { ...open, ...order }), 'handover.other_purpose')
  await expectRefusal(
    two
      .at(0)
      .the.as(personId('congangiap'))
      .send(SendFar, { ...open, ...order }),
    'platform.not_found',
  )
  await expectRefusal(
    two
      .at(0)
      .the.as(personId('tramyte'))
      .send(SendFar, { ...open, ...order }),
    'platform.not_allowed',
  )
})

test('a commune is found by its own name, by an old one, and with the system that serves it', async () => {
  const found = async (text: string) => (await two.at(0).police.ask(FindPlaces, { communeId: here, text })).far
  expect(await found('nghia dan')).toMatchObject([{ code: '12286', system: 'Hệ thống 2', formerly: null }])
  expect(await found('vinh xa')).toMatchObject([{ code: '12286', formerly: 'Vĩnh Xá' }])
  expect(await found('duc hop')).toEqual([])
})

test('a file goes over whole; the sender keeps a number once the receipt is there', async () => {
  const name = nextName()
  const fileId = await two.at(0).managedFile(name)
  const hold = { ground: 'Điều tra', paper: 'Yêu cầu số 7', from: '2026-01-01', until: null }
  const head = two.at(0).the.as(personId('truongcax'))
  const ofHead = await two.at(0).opened(fileId, { by: head })
  await head.send(PlaceHold, { ...ofHead, id: uuidv7(), ...hold })
  const before = await two.at(0).police.ask(ReadFile, await two.opened(0, fileId))
  const sent = await two.sendFar(0, fileId)
  expect(sent.number).toMatch(/^PC-20\d\d-\d{4}$/)
  expect(Date.parse(sent.dueAt) - Date.now()).toBeGreaterThan(23 * hour)
  const pack = await two.carried(0, sent.id, 'pack')
  expect(pack.toString('latin1')).not.toMatch(/Phan|Trương|managed|III-06/)
  expect(await two.carried(0, sent.id, 'pack')).toEqual(pack)

  expect(await two.take(1, pack)).toMatchObject({ kind: 'pack', id: sent.id, number: sent.number })
  const [row] = (await two.at(1).police.ask(ListSendings, { communeId: there })).rows
  expect(row).toMatchObject({ side: 'in', state: 'sent', system: 'Hệ thống 1', from: { name: 'Hiệp Cường' } })
  expect(JSON.stringify(row)).not.toContain(name)
  const shown = await two.at(1).police.send(ReadFarPack, { communeId: there, id: sent.id })
  expect(shown).toMatchObject({
    identity: { name },
    status: 'managed',
    form: 'III-06',
    events: 4,
    residence: 'Thôn Mới',
  })
  expect(shown.ends).toBe(before.life?.status?.ends)
  const { number } = await two.accept(sent.id)
  expect(await two.at(1).owners(fileId)).toEqual([there])
  // The sender does not know yet, and says so.
  expect(await two.at(0).owners(fileId)).toEqual([here])
  await expectRefusal(two.write(0, fileId), 'cases.sent_away')

  const file = await two.at(1).police.ask(ReadFile, await two.opened(1, fileId))
  expect(file).toMatchObject({ number, status: 'managed', identity: { name, residence: 'Thôn Mới' } })
  expect(file.life?.status?.ends).toBe(before.life?.status?.ends)
  expect(file.events.map(({ kind }) => kind)).toContain('file-handed-over')

  const receipt = await two.carried(1, sent.id, 'receipt')
  expect(await two.take(0, receipt)).toMatchObject({ kind: 'receipt', decision: 'accepted', id: sent.id })
  expect(await two.at(0).owners(fileId)).toEqual([])
  await expectRefusal(two.opened(0, fileId), 'platform.not_found')
  const left = await two.at(0).asKeeper(async (inside) => {
    const { rows } = await sql<{ events: number; keys: number; packs: number }>`
      select (select count(*)::int from cases.event where file_id = ${fileId}) as events,
        (select count(wrapped_key)::int from cases.person join cases.file on file.person_id = person.id where file.id = ${fileId}) as keys,
        (select count(pack)::int from handover.departure where file_id = ${fileId}) as packs`.execute(inside)
    return rows[0]
  })
  expect(left).toEqual({ events: 0, keys: 0, packs: 0 })
  const view = await two.at(0).police.ask(ViewFar, { communeId: here, id: sent.id })
  expect(view).toMatchObject({ row: { state: 'accepted', to: { name: 'Nghĩa Dân' } }, fileId: null, carries: [] })
  await expectRefusal(two.take(0, receipt), 'handover.receipt_used')
})

test('on its way it is read and not written to, by whatever hand', async () => {
  const { fileId, id } = await two.onWay()
  await expectRefusal(two.write(0, fileId), 'cases.sent_away')
  const open = await two.opened(0, fileId, 'rights')
  const asked = {
    kind: 'statement' as const,
    way: 'desk' as const,
    words: 'Xin bản kê',
    aboutId: null,
    received: ago(1),
  }
  await expectRefusal(two.at(0).police.send(TakeRequest, { ...open, id: uuidv7(), ...asked }), 'cases.sent_away')
  // Work that is given to somebody else all at once goes on without it.
  const head = two.at(0).the.as(personId('truongcax'))
  const given = { communeId: here, from: null, to: personId('conganxa'), ground: 'Phân công' }
  await two.at(0).managedFile()
  const { numbers } = await head.send(NameOfficer, given)
  const { number } = await two.at(0).police.ask(ReadFile, open)
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers).not.toContain(number)
  await expectRefusal(two.sendFar(0, fileId), 'handover.already_on_its_way')
  await expectRefusal(two.at(0).sendTo(fileId), 'handover.already_on_its_way')
  const seen = await two.at(0).police.ask(SendingsOfFile, await two.opened(0, fileId))
  expect(seen.far).toMatchObject([{ row: { id, state: 'sent', system: 'Hệ thống 2' } }])
  // Within the installation first: then not to another one.
  const other = await two.at(0).managedFile()
  await two.at(0).sendTo(other)
  await expectRefusal(two.sendFar(0, other), 'handover.already_on_its_way')
})

test('returned: the words reach the sender alone, who goes on; the next pack is another one', async () => {
  const name = nextName()
  const { fileId, id, pack } = await two.onWay(name)
  await two.take(1, pack)
  await two.giveBack(id, `Không rõ ${name} ở đâu`)
  const receipt = await two.carried(1, id, 'receipt')
  expect(receipt.toString()).not.toContain(name)
  await two.take(0, receipt)
  const seen = await two.at(0).police.ask(SendingsOfFile, await two.opened(0, fileId))
  expect(seen.far).toMatchObject([{ row: { state: 'returned', reason: 'not-here' }, note: `Không rõ ${name} ở đâu` }])
  await two.write(0, fileId)
  const again = await two.sendFar(0, fileId, { movedAt: undefined })
  expect(again.id).not.toBe(id)
  // The old receipt says nothing of the new pack.
  await expectRefusal(two.take(0, receipt), 'handover.receipt_used')
  await two.take(1, await two.carried(0, again.id, 'pack'))
  await two.accept(again.id)
  await expectRefusal(two.take(1, pack), 'handover.pack_returned')
})

test('asked back before it came: it is never taken in, and the receipt gives the file back', async () => {
  const { fileId, id, pack } = await two.onWay()
  await two.at(0).police.send(AskBack, { communeId: here, id })
  await two.at(0).police.send(AskBack, { communeId: here, id })
  // Asking is not having: nothing is written until the other side has signed.
  await expectRefusal(two.write(0, fileId), 'cases.sent_away')
  expect((await two.at(0).police.ask(ViewFar, { communeId: here, id })).row.state).toBe('asked-back')
  const request = await two.carried(0, id, 'request')
  expect(await two.take(1, request)).toMatchObject({ kind: 'request', decision: 'withdrawn' })
  expect(await two.take(1, request)).toMatchObject({ kind: 'request', decision: 'withdrawn' })
  await expectRefusal(two.take(1, pack), 'handover.pack_withdrawn')
  const receipt = await two.carried(1, id, 'receipt')
  await two.take(0, receipt)
  await two.write(0, fileId)
  await expectRefusal(two.take(0, receipt), 'handover.receipt_used')
  await expectRefusal(two.at(0).police.send(AskBack, { communeId: here, id }), 'handover.already_decided')
})

test('asked back after it was accepted: the file is theirs, and the receipt says so', async () => {
  const { fileId, id, pack } = await two.onWay()
  await two.take(1, pack)
  await two.at(0).police.send(AskBack, { communeId: here, id })
  const request = await two.carried(0, id, 'request')
  await two.accept(id)
  expect(await two.take(1, request)).toMatchObject({ decision: 'accepted' })
  expect(await two.take(0, await two.carried(1, id, 'receipt'))).toMatchObject({ decision: 'accepted' })
  expect(await two.at(0).owners(fileId)).toEqual([])
  expect(await two.at(1).owners(fileId)).toEqual([there])
})

test('it comes back by the same way, under its old number, with the key it had', async () => {
  const name = nextName()
  const { fileId, id, pack } = await two.onWay(name)
  const before = await two.at(0).police.ask(ReadFile, await two.opened(0, fileId))
  await two.take(1, pack)
  await two.accept(id)
  await two.take(0, await two.carried(1, id, 'receipt'))
  const back = await two.sendFar(1, fileId)
  await two.take(0, await two.carried(1, back.id, 'pack'))
  const { number } = await two.at(0).police.send(AcceptFarPack, { communeId: here, id: back.id })
  expect(number).toBe(before.number)
  await two.take(1, await two.carried(0, back.id, 'receipt'))
  expect(await two.at(1).owners(fileId)).toEqual([])
  const file = await two.at(0).police.ask(ReadFile, await two.opened(0, fileId))
  expect(file.identity.name).toBe(name)
  expect(file.events.filter(({ kind }) => kind === 'file-handed-over')).toHaveLength(2)
})

test('who may be the same person is shown, and nothing is merged', async () => {
  const name = nextName()
  const known = await two.at(1).the.as(personId('congangiap'))
  const fileId = uuidv7()
  await known.send(BeginFile, {
    ...{ communeId: there, id: fileId, personId: uuidv7() },
    identity: { name, birth: '1991', sex: 'male' },
  })
  const { id, pack } = await two.onWay(name)
  await two.take(1, pack)
  const { alike } = await two.at(1).police.send(ReadFarPack, { communeId: there, id })
  expect(alike).toHaveLength(1)
  await two.accept(id)
  expect(await two.at(1).owners(fileId)).toEqual([there])
})

test('late ones are brought up on both sides, as numbers', async () => {
  const { id, pack } = await two.onWay()
  await two.take(1, pack)
  const reminded = async (side: Side) =>
    (await two.at(side).police.ask(ViewFar, { communeId: communeOf(side), id })).row.reminded.map(({ level }) => level)
  for (const side of [0, 1] as const) {
    const { the } = two.at(side)
    await remindLate(the.database.db, new Date(Date.now() + hour))
    expect(await reminded(side)).toEqual([])
    await remindLate(the.database.db, new Date(Date.now() + 25 * hour))
    expect(await reminded(side)).toEqual(['head'])
    await remindLate(the.database.db, new Date(Date.now() + 37 * hour))
    expect(await reminded(side)).toEqual(['head', 'province'])
    const real = the.parts.clock.now
    the.parts.clock.now = () => new Date(Date.now() + 37 * hour)
    try {
      // Each side knows its own commune: here it has to answer, there it waits for one that is elsewhere.
      const [province] = (await the.provinceLead.ask(ListLateSendings, {})).provinces
      expect(province?.communes).toContainEqual(
        side === 0
          ? expect.objectContaining({ name: 'Hiệp Cường', why: ['elsewhere'] })
          : expect.objectContaining({ name: 'Nghĩa Dân', why: ['answer'] }),
      )
      expect(JSON.stringify(province)).not.toContain(id)
      expect((await two.at(side).police.ask(CountWaiting, {})).late).toBeGreaterThan(0)
    } finally {
      the.parts.clock.now = real
    }
  }
})

test('a commune that was merged since its code was told is followed on the side that knows', async () => {
  const { pack } = await two.onWay()
  const { the } = two.at(1)
  const heir = areaId('12313', '2025-07-01')
  await the.database.db.transaction().execute(async (db) => {
    await sql`update area_unit set valid_to = ${the.today}::date where id = ${there}`.execute(db)
    await sql`insert into area_succession (id, on_date, document, kind, from_id, to_id, share, note)
      values (${uuidv7()}, ${the.today}, 'Thử', 'merge', ${there}, ${heir}, 1, '')`.execute(db)
  })
  const { to, sentAt } = headerOf(pack)
  const asked = { sentAt, today: the.today }
  await refuseForElsewhere(the.database.db, to, { ...asked, communeId: heir })
  await expectRefusal(
    refuseForElsewhere(the.database.db, to, { ...asked, communeId: here }),
    'handover.for_another_commune',
  )
  await sql`update area_unit set valid_to = null where id = ${there}`.execute(the.database.db)
})

test('nothing of the person stands in the audit of either side, and each step does', async () => {
  const name = nextName()
  const { id, pack } = await two.onWay(name)
  await two.take(1, pack)
  await two.at(1).police.send(ReadFarPack, { communeId: there, id })
  await two.giveBack(id, `Không rõ ${name}`)
  await two.take(0, await two.carried(1, id, 'receipt'))
  const operations: string[][] = []
  for (const side of [0, 1] as const) {
    const { db } = two.at(side).the.database
    const { rows } = await sql<{ hits: number }>`
      select count(*)::int as hits from audit_entry as row where row::text like ${`%${name}%`}`.execute(db)
    expect(rows[0]?.hits).toBe(0)
    const found = await sql<{ operation: string }>`
      select distinct operation from audit_entry where operation like 'handover.%' order by 1`.execute(db)
    operations.push(found.rows.map(({ operation }) => operation))
  }
  expect(operations[0]).toEqual(
    expect.arrayContaining(['handover.far-send', 'handover.carried', 'handover.take-carried', 'handover.confirm-card']),
  )
  expect(operations[1]).toEqual(
    expect.arrayContaining(['handover.take-carried', 'handover.far-read', 'handover.far-return', 'handover.carried']),
  )
})
