// At every moment a file has exactly one owner: whatever is sent, read, written, accepted, returned and taken back, in any
// order, two at once, the same command again, and with the database failing in between.

import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { type Somebody, type World, world } from '../../../tests/support/world.ts'
import { OpenFile, ReadFile, RecordEvent } from '../../cases/contract.ts'
import { enterFiles, keepingFiles, momentOf, type WholeFile } from '../../cases/server/public.ts'
import { slice as cases } from '../../cases/server/slice.ts'
import { AcceptPack, ListSendings, ReadPack, ReturnPack, SendFile, TakeBack } from '../contract.ts'
import { accept, read } from './deciding.ts'
import { slice } from './slice.ts'

const communes = [areaId('12322', '2025-07-01'), areaId('12286', '2025-07-01')] as const

let the: World
let police: readonly [Somebody, Somebody]
beforeAll(async () => {
  the = await world([cases, slice], new Date().toISOString().slice(0, 10))
  provideMasterKey()
  police = [the.as(personId('conganxa')), the.as(personId('congangiap'))]
})
afterAll(() => the.database.drop())

/** As the keeper of the machine, who sees every table as it is. */
const asKeeper = <T>(work: (inside: Db) => Promise<T>): Promise<T> =>
  keepingFiles(the.database.db, { work: 'other', by: 'a test' }, (keep) => keep(work))

const ago = (hours: number) => momentOf(new Date(Date.now() - hours * 3_600_000))

/** Somebody managed since ten days who moves to and fro. */
async function managedFile(): Promise<string> {
  const paper = { number: '1/QĐ-CAX', on: ago(230).slice(0, 10), by: 'police-head' }
  const whole = {
    id: uuidv7(),
    personId: uuidv7(),
    identity: {
      ...{ name: 'Phan Thử Mẫu', otherNames: [], birth: '1990', sex: 'male', papers: [] },
      ...{ residence: '', stay: '', phone: '', circumstances: [] },
    },
    events: [
      { id: uuidv7(), kind: 'notice-received', at: ago(240), details: { from: 'Công an xã Mẫu' } },
      { id: uuidv7(), kind: 'managed', at: ago(230), details: { paper } },
    ],
  } as WholeFile
  const way = { communeId: communes[0], by: police[0].id, now: new Date(), demo: false }
  await the.database.db.transaction().execute((db) => enterFiles(db, way, [whole]))
  return whole.id
}

type Found = { owners: string[]; events: number; strays: number; packs: number; waiting: number }
const look = (fileId: string): Promise<Found> =>
  asKeeper(async (inside) => {
    const { rows } = await sql<Found>`
      select array(select commune_id from cases.file where id = ${fileId} and handed_over is null) as owners,
        (select count(*)::int from cases.event join cases.file on file.id = event.file_id and file.commune_id = event.commune_id
          where event.file_id = ${fileId} and file.handed_over is null) as events,
        (select count(*)::int from cases.event join cases.file on file.id = event.file_id and file.commune_id = event.commune_id
          where event.file_id = ${fileId} and file.handed_over is not null) as strays,
        (select count(*)::int from handover.pack join handover.sending on sending.id = sending_id where file_id = ${fileId}) as packs,
        (select count(*)::int from handover.sending where file_id = ${fileId} and state = 'sent') as waiting`.execute(
      inside,
    )
    return rows[0] as Found
  })

async function opened(fileId: string, side: 0 | 1) {
  const at = { communeId: communes[side], fileId, openingId: uuidv7() }
  const { openingId: id, ...file } = at
  await police[side].send(OpenFile, { ...file, id, purpose: 'move', ground: 'Thử' })
  return at
}
async function waitingIn(fileId: string, side: 0 | 1): Promise<string> {
  const { rows } = await police[side].ask(ListSendings, { communeId: communes[side], show: 'in' })
  const ids = await asKeeper(async (inside) => {
    const found = await sql<{ id: string }>`select id from handover.sending where file_id = ${fileId}`.execute(inside)
    return found.rows.map(({ id }) => id)
  })
  return rows.find(({ id }) => ids.includes(id))?.id ?? uuidv7()
}

type Deed = 'send' | 'accept' | 'return' | 'take-back' | 'write' | 'say-sent'
const deeds: Record<Deed, (fileId: string, side: 0 | 1, command: string) => Promise<unknown>> = {
  send: async (fileId, side, id) =>
    police[side].send(
      SendFile,
      { ...(await opened(fileId, side)), id: uuidv7(), toId: communes[side === 0 ? 1 : 0], movedAt: ago(0) },
      { id },
    ),
  accept: async (fileId, side, id) => {
    const one = { communeId: communes[side], id: await waitingIn(fileId, side) }
    const { digest } = await police[side].send(ReadPack, one)
    return police[side].send(AcceptPack, { ...one, digest }, { id })
  },
  return: async (fileId, side, id) =>
    police[side].send(
      ReturnPack,
      { communeId: communes[side], id: await waitingIn(fileId, side), reason: 'other', note: 'Thử' },
      { id },
    ),
  'take-back': async (fileId, side, id) =>
    police[side].send(TakeBack, { communeId: communes[side], id: await waitingIn(fileId, side === 0 ? 1 : 0) }, { id }),
  write: async (fileId, side, id) => {
    const at = await opened(fileId, side)
    const { version } = await police[side].ask(ReadFile, at)
    return police[side].send(
      RecordEvent,
      { ...at, id: uuidv7(), kind: 'visited', at: ago(0), details: {}, version },
      { id },
    )
  },
  // Typed by hand that it was sent, or that it was not: never true, whoever says so.
  'say-sent': async (fileId, side, id) => {
    const at = await opened(fileId, side)
    const { version, events } = await police[side].ask(ReadFile, at)
    const sent = events.findLast(({ kind }) => kind === 'file-handed-over')
    const said = sent
      ? { kind: 'withdrawn', details: { of: sent.id, why: 'Thử' } }
      : { kind: 'file-handed-over', details: { to: 'Xã bên' } }
    await police[side].send(RecordEvent, { ...at, id: uuidv7(), at: ago(0), version, ...said }, { id })
    throw new Error('a hand-over was typed by hand')
  },
}

/** A refusal is an answer; anything else is a fault. */
async function tried(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (fault) {
    if (fault instanceof Refusal) return false
    throw fault
  }
}

const deed = fc.record({
  what: fc.constantFrom<Deed>('send', 'send', 'accept', 'accept', 'return', 'take-back', 'write', 'say-sent'),
  side: fc.constantFrom<0 | 1>(0, 1),
})
const step = fc.record({ first: deed, second: fc.option(deed), twice: fc.boolean() })

test('whatever is done, in any order, two at once and the same again, exactly one commune holds the file', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      const fileId = await managedFile()
      let { events } = await look(fileId)
      for (const { first, second, twice } of steps) {
        const command = uuidv7()
        const before = (await look(fileId)).owners
        await Promise.all([
          tried(deeds[first.what](fileId, first.side, command)),
          ...(second ? [tried(deeds[second.what](fileId, second.side, uuidv7()))] : []),
        ])
        if (twice) await tried(deeds[first.what](fileId, first.side, command))
        const after = await look(fileId)
        expect(after.owners).toHaveLength(1)
        expect(after.strays).toBe(0)
        // Nothing that happened is lost on the way, and what is decided leaves no pack behind.
        expect(after.events).toBeGreaterThanOrEqual(events)
        expect(after.packs).toBe(after.waiting)
        events = after.events
        if (after.owners[0] !== before[0]) accepted++
      }
    }),
    {
      numRuns: Number(process.env.BINHYEN_TEST_OWNER_RUNS ?? 8),
      seed: Number(process.env.BINHYEN_TEST_OWNER_SEED ?? 20261127),
      endOnFailure: true,
    },
  )
  // The lives that were tried did go to and fro.
  expect(accepted).toBeGreaterThan(3)
}, 240_000)

test.each([
  ['when the stub is made', 'before update on cases.file'],
  ['when the person is taken in', 'before insert on cases.person'],
  ['when an event is taken in', 'before insert on cases.event'],
  ['when the receipt is stored', 'before update on handover.sending'],
  ['when the pack is dropped', 'before delete on handover.pack'],
])('an acceptance that fails %s changes nothing, and is done again as if it had not been', async (_, when) => {
  const fileId = await managedFile()
  await deeds.send(fileId, 0, uuidv7())
  const id = await waitingIn(fileId, 1)
  const decision = { communeId: communes[1], id, by: police[1].id, now: new Date() }
  const { db } = the.database
  const { digest } = await db.transaction().execute((inside) => read(inside, decision, uuidv7()))
  const before = await look(fileId)
  await sql`create or replace function public.fail_for_test() returns trigger language plpgsql as
    $$ begin raise exception 'the machine went away'; end $$`.execute(db)
  await sql.raw(`create trigger fail_for_test ${when} for each row execute function public.fail_for_test()`).execute(db)
  const table = when.split(' on ')[1]
  try {
    await expect(
      db.transaction().execute((inside) => accept(inside, { ...decision, digest: digest.toString('hex') })),
    ).rejects.toThrow('the machine went away')
  } finally {
    await sql.raw(`drop trigger fail_for_test on ${table}`).execute(db)
  }
  expect(await look(fileId)).toEqual(before)
  expect(before.owners).toEqual([communes[0]])
  await db.transaction().execute((inside) => accept(inside, { ...decision, digest: digest.toString('hex') }))
  expect((await look(fileId)).owners).toEqual([communes[1]])
})
