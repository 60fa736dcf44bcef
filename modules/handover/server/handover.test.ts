// Hand-overs through the door: refused by name, by somebody from elsewhere, then sent, read, accepted or returned; twice and at
// once; and at every moment the file has one owner.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { ago, handOverWorld, here, hour, nextName, there } from '../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../tests/support/world.ts'
import { BeginFile, FindFiles, ListFiles, ListOpenings, ReadFile, RecordEvent } from '../../cases/contract.ts'
import { insideFiles } from '../../cases/server/public.ts'
import {
  AcceptPack,
  CheckReceipt,
  ListSendings,
  ReturnPack,
  SendingsOfFile,
  TakeBack,
  ViewSending,
} from '../contract.ts'

const made = await handOverWorld()
const { the, sender, receiver } = made
afterAll(() => the.database.drop())

test('what is no hand-over is refused by name, and nothing is sent', async () => {
  const fileId = await made.managedFile()
  const { kind } = await expectRefusal(made.sendTo(fileId, { toId: here }), 'handover.to_oneself')
  expect(kind.vi).toContain('(Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1: nơi đi chuyển cho nơi đến)')
  // An old name of the sender's own commune is the sender as well.
  await expectRefusal(made.sendTo(fileId, { toId: areaId('12301') }), 'handover.to_oneself')
  await expectRefusal(made.sendTo(fileId, { toId: areaId('33', '2025-07-01') }), 'handover.not_a_commune')
  await expectRefusal(made.sendTo(fileId, { toId: areaId('12322') }), 'handover.divided')
  await expectRefusal(made.sendTo(fileId, { movedAt: undefined }), 'handover.when_moved')
  await expectRefusal(made.sendTo(fileId, { movedAt: '2099-01-01T08:00' }), 'cases.in_the_future')
  const checking = await made.opened(fileId, { purpose: 'check' })
  await expectRefusal(
    made.sendIt(sender, { ...checking, id: uuidv7(), toId: there, movedAt: ago(1) }),
    'handover.other_purpose',
  )
  await expectRefusal(
    made.sendIt(sender, { ...checking, openingId: uuidv7(), id: uuidv7(), toId: there, movedAt: ago(1) }),
    'cases.not_open',
  )
  const without = uuidv7()
  await sender.send(BeginFile, {
    communeId: here,
    id: without,
    personId: uuidv7(),
    identity: { name: nextName(), birth: null, sex: null },
  })
  await expectRefusal(made.sendTo(without), 'handover.nothing_runs')
  expect(await made.owners(fileId)).toEqual([here])
  const seen = await sender.ask(SendingsOfFile, await made.opened(fileId))
  expect([seen.rows, seen.status, seen.moved]).toEqual([[], 'managed', null])
})

test('only the police of either commune have to do with it, each with their part', async () => {
  const { id } = await made.sendTo(await made.managedFile())
  const health = the.as(personId('tramyte'))
  await expectRefusal(health.ask(ListSendings, { communeId: here }), 'platform.not_allowed')
  await expectRefusal(the.stranger.ask(ListSendings, { communeId: here }), 'platform.not_signed_in')
  await expectRefusal(receiver.ask(ViewSending, { communeId: here, id }), 'platform.not_found')
  // The sender is no receiver, and cannot look into the box.
  await expectRefusal(made.readIt(id, sender, here), 'platform.not_found')
  await expectRefusal(made.readIt(id, sender, there), 'platform.not_found')
  await expectRefusal(sender.send(AcceptPack, { communeId: here, id, digest: 'a'.repeat(64) }), 'platform.not_found')
  await expectRefusal(receiver.send(TakeBack, { communeId: there, id }), 'platform.not_found')
  await expectRefusal(made.readIt(uuidv7()), 'platform.not_found')
  const packs = await insideFiles(
    the.database.db,
    { communeId: here, readerId: sender.id, purpose: 'hand-over' },
    async (files) => {
      const { rows } = await sql`select 1 from handover.pack where sending_id = ${id}`.execute(files)
      return rows.length
    },
  )
  expect(packs).toBe(0)
})

test('a file goes over whole: the receiver holds it, the term runs on, the sender keeps a number', async () => {
  const name = nextName()
  const fileId = await made.managedFile(name)
  const before = await sender.ask(ReadFile, await made.opened(fileId))
  const sent = await made.sendTo(fileId, { movedAt: ago(5), residence: 'Thôn Đồng Thanh', stay: 'Nhà trọ 3' })
  expect(sent.number).toMatch(/^PC-20\d\d-\d{4}$/)
  expect(Date.parse(sent.dueAt) - Date.now()).toBeGreaterThan(23 * hour)
  const [row] = (await receiver.ask(ListSendings, { communeId: there })).rows.filter(({ id }) => id === sent.id)
  expect(row).toMatchObject({ side: 'in', form: 'III-06', state: 'sent', from: { id: here }, to: { id: there } })
  expect(JSON.stringify(row)).not.toContain(name)

  const pack = await made.readIt(sent.id)
  expect(pack).toMatchObject({ identity: { name }, status: 'managed', paper: { number: '12/QĐ-CAX' }, events: 4 })
  expect(pack.ends).toBe(before.life?.status?.ends)
  expect(await made.owners(fileId)).toEqual([here])
  const accepted = await receiver.send(AcceptPack, { communeId: there, id: sent.id, digest: pack.digest })
  expect(await made.owners(fileId)).toEqual([there])

  const open = await made.opened(fileId, { by: receiver, communeId: there })
  const file = await receiver.ask(ReadFile, open)
  expect(file).toMatchObject({
    number: accepted.number,
    status: 'managed',
    identity: { name, residence: 'Thôn Đồng Thanh', stay: 'Nhà trọ 3' },
  })
  expect(file.events.map(({ kind, folio }) => [kind, folio])).toEqual([
    ['tested', 1],
    ['notice-received', 2],
    ['managed', 3],
    ['moved', 4],
    ['file-handed-over', 5],
  ])
  expect(file.life?.status).toMatchObject({ since: before.life?.status?.since, ends: before.life?.status?.ends })
  expect(file.life?.clocks.find(({ deadline }) => deadline === 'hand-over-file')).toMatchObject({ state: 'done' })
  expect(file.life?.next.map(({ id }) => id)).toContain('take-over')
  // Who read it at either place stands with the file.
  expect((await receiver.ask(ListOpenings, open)).rows.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['move']),
  )
  expect((await receiver.send(FindFiles, { communeId: there, text: name })).rows.map(({ id }) => id)).toEqual([fileId])

  // With the sender: not in a list, not found, not opened; the number is not given again.
  expect((await sender.send(FindFiles, { communeId: here, text: name })).rows).toEqual([])
  expect((await sender.send(FindFiles, { communeId: here, text: before.number })).rows).toEqual([])
  const listed = (await sender.ask(ListFiles, { communeId: here, limit: 500 })).rows.map(({ id }) => id)
  expect(listed).not.toContain(fileId)
  await expectRefusal(made.opened(fileId), 'platform.not_found')
  const other = await made.managedFile()
  expect((await sender.ask(ReadFile, await made.opened(other))).number > before.number).toBe(true)
  const stub = await sender.ask(ViewSending, { communeId: here, id: sent.id })
  expect(stub).toMatchObject({
    row: { state: 'accepted', fileNumber: before.number, to: { id: there } },
    fileId: null,
    receipt: { holds: true },
  })
  expect(stub.receipt?.statement).toContain(`digest sha256:${pack.digest}`)
  expect(await receiver.ask(ViewSending, { communeId: there, id: sent.id })).toMatchObject({ fileId })
  await made.asKeeper(async (inside) => {
    const { rows } = await sql<{ events: number; openings: number; words: number; keys: number }>`
      select (select count(*)::int from cases.event where commune_id = ${here} and file_id = ${fileId}) as events,
        (select count(*)::int from cases.opening where commune_id = ${here} and file_id = ${fileId}) as openings,
        (select count(*)::int from cases.person_word word join cases.file on file.person_id = word.person_id and file.commune_id = word.commune_id
          where word.commune_id = ${here} and file.id = ${fileId}) as words,
        (select count(*)::int from cases.person join cases.file on file.person_id = person.id and file.commune_id = person.commune_id
          where person.commune_id = ${here} and file.id = ${fileId} and person.wrapped_key is not null) as keys`.execute(
      inside,
    )
    expect(rows[0]).toEqual({ events: 0, openings: 0, words: 0, keys: 0 })
  })
})

test('a pack is not played again: once decided, nothing more is decided', async () => {
  const { id } = await made.sendTo(await made.managedFile())
  const { digest } = await made.readIt(id)
  const command = uuidv7()
  const first = await receiver.send(AcceptPack, { communeId: there, id, digest }, { id: command })
  expect(await receiver.send(AcceptPack, { communeId: there, id, digest }, { id: command })).toEqual(first)
  for (const again of [
    () => receiver.send(AcceptPack, { communeId: there, id, digest }),
    () => receiver.send(ReturnPack, { communeId: there, id, reason: 'other', note: 'Nhầm' }),
    () => made.readIt(id),
    () => sender.send(TakeBack, { communeId: here, id }),
  ])
    expect((await expectRefusal(again(), 'handover.already_decided')).kind.vi).toMatch(
      /một gói chỉ quyết định một lần, .*\(Luật, Điều 27\.2, 48\.2; Nghị định, Điều 62\.1; quy tắc bàn giao\)/,
    )
})

test('returned with a reason, the file stays where it is, the sender sees why, and may send it again', async () => {
  const fileId = await made.managedFile()
  const { id, number } = await made.sendTo(fileId)
  await expectRefusal(made.sendTo(fileId), 'handover.already_on_its_way')
  await made.readIt(id)
  await receiver.send(ReturnPack, { communeId: there, id, reason: 'not-here', note: 'Người đó không có mặt tại thôn' })
  expect(await made.owners(fileId)).toEqual([here])
  const open = await made.opened(fileId)
  const seen = await sender.ask(SendingsOfFile, open)
  expect(seen.rows[0]).toMatchObject({
    note: 'Người đó không có mặt tại thôn',
    row: { number, state: 'returned', reason: 'not-here' },
  })
  // The move is on record: it need not be said again, and its time limit still runs.
  expect(seen.moved).toMatchObject({ dueAt: expect.any(String) })
  expect(
    (await sender.ask(ReadFile, open)).life?.clocks.find(({ deadline }) => deadline === 'hand-over-file')?.state,
  ).toBe('running')
  expect(await sender.ask(ViewSending, { communeId: here, id })).toMatchObject({ receipt: { holds: true }, fileId })
  const again = await made.sendTo(fileId, { movedAt: undefined })
  await made.acceptIt(again.id)
  expect(await made.owners(fileId)).toEqual([there])
})

test('what is sent by mistake is taken back while nobody has decided', async () => {
  const fileId = await made.managedFile()
  const { id } = await made.sendTo(fileId)
  await sender.send(TakeBack, { communeId: here, id })
  await expectRefusal(made.readIt(id), 'handover.already_decided')
  expect(await made.owners(fileId)).toEqual([here])
  await made.acceptIt((await made.sendTo(fileId, { movedAt: undefined })).id)
})

test('until it is accepted the sender goes on with the work, and what was written meanwhile goes along', async () => {
  const fileId = await made.managedFile()
  const { id } = await made.sendTo(fileId)
  const { digest } = await made.readIt(id)
  const open = await made.opened(fileId)
  const { version } = await sender.ask(ReadFile, open)
  const visit = { kind: 'visited', at: ago(1), details: { note: 'Đã gặp gia đình' } }
  await sender.send(RecordEvent, { ...open, id: uuidv7(), ...visit, version })
  await expectRefusal(receiver.send(AcceptPack, { communeId: there, id, digest }), 'handover.pack_changed')
  const anew = await made.readIt(id)
  expect(anew.digest).not.toBe(digest)
  await expectRefusal(receiver.send(AcceptPack, { communeId: there, id, digest }), 'handover.pack_changed')
  await receiver.send(AcceptPack, { communeId: there, id, digest: anew.digest })
  const file = await receiver.ask(ReadFile, await made.opened(fileId, { by: receiver, communeId: there }))
  expect(file.events.map(({ kind }) => kind)).toContain('visited')
  // Somebody who has the file open at the old place writes into nothing.
  await expectRefusal(
    sender.send(RecordEvent, { ...open, id: uuidv7(), ...visit, version: version + 1 }),
    'cases.not_open',
  )
})

test('who comes back is taken back: the old number, all that happened, and the way there once more', async () => {
  const fileId = await made.managedFile()
  const { number } = await sender.ask(ReadFile, await made.opened(fileId))
  await made.acceptIt((await made.sendTo(fileId)).id)
  const back = await made.sendIt(receiver, {
    ...(await made.opened(fileId, { by: receiver, communeId: there })),
    id: uuidv7(),
    toId: here,
    movedAt: ago(0),
  })
  expect(await made.acceptIt(back.id, sender, here)).toMatchObject({ number })
  expect(await made.owners(fileId)).toEqual([here])
  const file = await sender.ask(ReadFile, await made.opened(fileId))
  expect(file.events.filter(({ kind }) => kind === 'file-handed-over')).toHaveLength(2)
  expect(file.status).toBe('managed')
})

test('of two at once one decides, and the file has one owner', async () => {
  const fileId = await made.managedFile()
  const both = await Promise.allSettled([made.sendTo(fileId), made.sendTo(fileId)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const sent = both.find((each) => each.status === 'fulfilled')?.value as { id: string }
  const { digest } = await made.readIt(sent.id)
  const decisions = await Promise.allSettled([
    receiver.send(AcceptPack, { communeId: there, id: sent.id, digest }),
    receiver.send(AcceptPack, { communeId: there, id: sent.id, digest }),
    receiver.send(ReturnPack, { communeId: there, id: sent.id, reason: 'other', note: 'Thử' }),
    sender.send(TakeBack, { communeId: here, id: sent.id }),
  ])
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await made.owners(fileId)).toHaveLength(1)
})

test('a receipt that somebody brings is checked: forged, of another hand-over, unreadable, or the one', async () => {
  const accepted = async () => {
    const { id } = await made.sendTo(await made.managedFile())
    await made.acceptIt(id)
    return { id, receipt: (await sender.ask(ViewSending, { communeId: here, id })).receipt }
  }
  const [one, other] = [await accepted(), await accepted()]
  const check = (receipt: unknown, by = sender, communeId = here) =>
    by.send(CheckReceipt, {
      communeId,
      id: one.id,
      receipt: typeof receipt === 'string' ? receipt : JSON.stringify(receipt),
    })
  await expectRefusal(check('Đã nhận đủ'), 'handover.receipt_unreadable')
  await expectRefusal(check({ statement: one.receipt?.statement }), 'handover.receipt_unreadable')
  const forged = { ...one.receipt, statement: one.receipt?.statement.replace('accepted', 'returned') }
  const { kind } = await expectRefusal(check(forged), 'handover.receipt_forged')
  // It names what it breaks.
  for (const sentence of [kind.vi, kind.en])
    expect(sentence).toMatch(/\((?:quy tắc bàn giao|rule of handing over): .*(?:Điều|Art\.) 62\.1\)/)
  await expectRefusal(check({ ...one.receipt, signature: other.receipt?.signature }), 'handover.receipt_forged')
  await expectRefusal(check(other.receipt), 'handover.receipt_of_another')
  await expectRefusal(check(one.receipt, the.as(personId('tramyte'))), 'platform.not_allowed')
  expect(await check(one.receipt)).toMatchObject({ decision: 'accepted' })
  expect(await check(one.receipt, receiver, there)).toMatchObject({ decision: 'accepted' })
  const waiting = await made.sendTo(await made.managedFile())
  await expectRefusal(
    sender.send(CheckReceipt, { communeId: here, id: waiting.id, receipt: JSON.stringify(one.receipt) }),
    'handover.receipt_of_another',
  )
})

test('a pack that was changed in the database, and a receipt that was forged, are told', async () => {
  const { id } = await made.sendTo(await made.managedFile())
  const change = (statement: (id: string) => ReturnType<typeof sql>) =>
    made.asKeeper((inside) => statement(id).execute(inside))
  await change(
    (each) =>
      sql`update handover.pack set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where sending_id = ${each}`,
  )
  await expectRefusal(made.readIt(id), 'handover.pack_broken')
  const other = await made.sendTo(await made.managedFile())
  await made.acceptIt(other.id)
  await made.asKeeper((inside) =>
    sql`update handover.sending set receipt = replace(receipt, 'accepted', 'returned') where id = ${other.id}`.execute(
      inside,
    ),
  )
  expect((await sender.ask(ViewSending, { communeId: here, id: other.id })).receipt?.holds).toBe(false)
})
