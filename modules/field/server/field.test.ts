// Devices, packs, pulls and pushes on a real database: refused first, then the next commune, then allowed, twice, at once.

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { everything } from '../../../platform/server/rights.ts'
import { fieldWorld } from '../../../tests/support/field-world.ts'
import { expectRefusal, type Somebody, type World } from '../../../tests/support/world.ts'
import { inkToText } from '../../commitments/contract/ink.ts'
import * as field from '../contract.ts'
import { silentDevices } from './public.ts'

const ink = inkToText([Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + (at % 5) * 30])])

let there: World
let site: Hono
let hamlet: { id: string; communeId: string; entries: string[]; driveId: string }

async function unit(code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from area_unit where code = ${code} and level = 'commune'`.execute(there.database.db)
  return rows[0]?.id as string
}

async function newHamlet(communeId: string, code: string): Promise<string> {
  const id = uuidv7()
  const { db } = there.database
  await sql`insert into area_unit (id, code, name, type, level, valid_from)
    values (${id}, ${code}, ${`Thôn ${code}`}, 'thon', 'village', '2000-01-01')`.execute(db)
  await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${id}, ${communeId}, '2000-01-01')`.execute(
    db,
  )
  await sql`insert into area_coverage (ancestor_id, unit_id)
    select ${id}::uuid, ${id}::uuid union select ancestor_id, ${id}::uuid from area_coverage where unit_id = ${communeId}`.execute(
    db,
  )
  return id
}

/** One hamlet of Lương Bằng with six households and an open drive. */
beforeEach(async () => {
  ;({ there, site } = await fieldWorld())
  const { db } = there.database
  const communeId = await unit('12280')
  const [id, driveId, listId] = [await newHamlet(communeId, 'T1'), uuidv7(), uuidv7()]
  const entries = Array.from({ length: 6 }, () => uuidv7())
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${communeId}, 'Đợt', 'Drive', 'once', 2024, '2024-11-01', '2024-11-30', '2024-10-30')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group values (${driveId}, 'household-heads', 'hamlet', '{ink}', false)`.execute(
    db,
  )
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${driveId}, 'household-heads', 1, '2024-11-01', 'Bản 1', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  await sql`insert into roster_list (commune_id, id, group_id, hamlet_id, title, as_of, source)
    values (${communeId}, ${listId}, 'household-heads', ${id}, 'Danh sách', '2024-10-01', 'Sổ hộ')`.execute(db)
  for (const [index, entry] of entries.entries())
    await sql`insert into roster_entry (commune_id, id, list_id, group_id, hamlet_id, number, name, name_key, name_bag, since)
      values (${communeId}, ${entry}, ${listId}, 'household-heads', ${id}, ${index + 1}, 'Trần Văn A', 'tran van a', 'a tran van',
        '2024-10-01')`.execute(db)
  hamlet = { id, communeId, entries, driveId }
})

const secret = Buffer.alloc(32, 5).toString('base64')
async function enrol(who: Somebody, deviceId = uuidv7()): Promise<string> {
  await who.send(field.EnrolDevice, { deviceId, name: 'Máy thôn 1', secret })
  return deviceId
}
const pack = (who: Somebody, deviceId: string) => who.ask(field.PullPack, { hamletId: hamlet.id, deviceId })
const pull = (who: Somebody, deviceId: string, cursor: string, drivesTag = '') =>
  who.ask(field.PullChanges, { hamletId: hamlet.id, deviceId, cursor, drivesTag })

type Change = Partial<{ id: string; entry: number; signedAt: string; clock: field.ClockPair; signatureId: string }>
const signed = (given: Change = {}): field.FieldCommand => ({
  id: given.id ?? uuidv7(),
  operation: 'commitments.sign',
  ...(given.clock ? { clock: given.clock } : {}),
  input: {
    driveId: hamlet.driveId,
    communeId: hamlet.communeId,
    hamletId: hamlet.id,
    signatures: [
      {
        id: given.signatureId ?? uuidv7(),
        entryId: hamlet.entries[given.entry ?? 0],
        textNumber: 1,
        way: 'ink',
        signedAt: given.signedAt ?? '2024-11-12T09:00:00+07:00',
        ink,
      },
    ],
  },
})
async function post(who: Somebody, path: string, body: unknown): Promise<{ status: number; body: never }> {
  const bytes = body instanceof Uint8Array
  const headers = { 'x-test-person': who.id, 'content-type': bytes ? 'application/octet-stream' : 'application/json' }
  const answer = await site.request(path, {
    method: 'POST',
    headers,
    body: bytes ? Uint8Array.from(body) : JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as never }
}
async function push(who: Somebody, deviceId: string, commands: field.FieldCommand[]): Promise<field.PushAnswer> {
  const { status, body } = await post(who, field.pushPath, { deviceId, commands })
  expect(status).toBe(200)
  return body
}
type SignAnswer = { results: { outcome: string; reason?: string }[] }
const short = ({ results }: Pick<field.PushAnswer, 'results'>) =>
  results.map((result) => {
    if ('problem' in result) return result.problem.code
    const first = (result.answer as SignAnswer).results[0]
    return first?.reason ?? first?.outcome
  })
const promises = async () =>
  (
    await sql<{
      signed_on: string
      device_id: string
    }>`select signed_on, device_id from commitment_promise where drive_id = ${hamlet.driveId}`.execute(
      there.database.db,
    )
  ).rows
const mergeHamlet = async () => {
  const to = await newHamlet(hamlet.communeId, 'T2')
  const { db } = there.database
  await sql`update area_unit set valid_to = '2024-11-10' where id = ${hamlet.id}`.execute(db)
  await sql`insert into area_succession (id, on_date, document, kind, from_id, to_id)
    values (${uuidv7()}, '2024-11-10', 'NQ', 'merge', ${hamlet.id}, ${to})`.execute(db)
  await sql`insert into area_coverage (ancestor_id, unit_id) values (${to}, ${hamlet.id})`.execute(db)
  return to
}

test('a pack is refused to a device that is not one’s own, to the next commune, and to who may not sign', async () => {
  const own = await enrol(there.communeOfficer)
  await expectRefusal(pack(there.communeOfficer, uuidv7()), 'field.device_unknown')
  await expectRefusal(pack(there.districtLead, own), 'field.device_unknown')
  await expectRefusal(pack(there.neighbour, await enrol(there.neighbour)), 'platform.not_found')
  await expectRefusal(pack(there.auditor, await enrol(there.auditor)), 'platform.not_allowed')
  await expectRefusal(enrol(there.stranger), 'platform.not_signed_in')
  await expectRefusal(enrol(there.neighbour, own), 'field.device_unknown')
})

test('a pack holds the households, the words and what was signed; opening it is in the audit', async () => {
  const device = await enrol(there.communeOfficer)
  await push(there.communeOfficer, device, [signed({ entry: 2 })])
  const got = await pack(there.communeOfficer, device)
  expect(got.entries.map(([id]) => id)).toEqual(hamlet.entries)
  expect(got.homes).toEqual([{ communeId: hamlet.communeId, hamletId: hamlet.id }])
  const drive = got.drives.find(({ id }) => id === hamlet.driveId)
  expect(drive).toMatchObject({ state: 'open', workday: null })
  expect(drive?.groups[0]?.texts[0]?.promises).toEqual(['không sử dụng'])
  expect(got.signed).toEqual([[hamlet.entries[2], hamlet.driveId, '2024-11-12', 'ink']])
  const audit = await sql`select 1 from audit_entry where operation = 'field.pack'`.execute(there.database.db)
  expect(audit.rows).toHaveLength(1)
})

/** Until nothing older than the last change is under way anywhere on the server, whose other databases have tests of their own. */
const quiet = () =>
  vi.waitFor(
    async () => {
      const { rows } = await sql<{ past: boolean }>`
        select pg_snapshot_xmin(pg_current_snapshot()) > (select max(changed_xid) from roster_entry) as past`.execute(
        there.database.db,
      )
      expect(rows[0]?.past).toBe(true)
    },
    { timeout: 20_000, interval: 50 },
  )

test('a pull brings what changed, and a change that commits late is not lost', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  await quiet()
  const first = await pack(who, device)
  const { pool } = there.database
  const late = await pool.connect()
  const rename = `update roster_entry set name = $1, version = version + 1, changed_xid = pg_current_xact_id() where id = $2`
  await late.query('begin')
  await late.query(rename, ['Tên muộn', hamlet.entries[0]])
  await pool.query(rename, ['Tên sớm', hamlet.entries[1]])
  const early = await pull(who, device, first.cursor, first.drivesTag)
  expect(early.entries.map((entry) => entry[2])).toEqual(['Tên sớm'])
  expect(early.drives).toBeUndefined()
  await late.query('commit')
  late.release()
  await quiet()
  const second = await pull(who, device, early.cursor)
  expect(second.entries.map((entry) => entry[2])).toContain('Tên muộn')
  expect(second.drives?.map(({ id }) => id)).toContain(hamlet.driveId)
  const third = await pull(who, device, second.cursor)
  expect(third.entries).toEqual([])
})

test('those who left, moved away, signed, were voided or wait for another visit come with a pull', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  await quiet()
  const { cursor } = await pack(who, device)
  const { db } = there.database
  const other = await newHamlet(hamlet.communeId, 'T3')
  await sql`update roster_entry set ended_on = '2024-11-14', ended_reason = 'moved', changed_xid = pg_current_xact_id()
    where id = ${hamlet.entries[0]}`.execute(db)
  await sql`update roster_entry set hamlet_id = ${other}, version = 2, changed_xid = pg_current_xact_id()
    where id = ${hamlet.entries[1]}`.execute(db)
  await sql`insert into commitment_unsigned (commune_id, drive_id, entry_id, reason)
    values (${hamlet.communeId}, ${hamlet.driveId}, ${hamlet.entries[4]}, 'absent')`.execute(db)
  await push(who, device, [signed({ entry: 2 })])
  const changed = await pull(who, device, cursor)
  expect(changed.entries.map((entry) => [entry[0], entry[8]])).toEqual([[hamlet.entries[0], '2024-11-14']])
  expect(changed.gone).toEqual([hamlet.entries[1]])
  expect(changed.signed).toEqual([[hamlet.entries[2], hamlet.driveId, '2024-11-12', 'ink']])
  expect(changed.unsigned).toEqual([[hamlet.entries[4], hamlet.driveId, 'absent', null]])
  // Noted by one in the moment in which another took the signature.
  await sql`insert into commitment_unsigned (commune_id, drive_id, entry_id, reason)
    values (${hamlet.communeId}, ${hamlet.driveId}, ${hamlet.entries[2]}, 'absent')`.execute(db)
  expect((await pull(who, device, cursor)).unsigned.map(([entry]) => entry)).toEqual([hamlet.entries[4]])
  await sql`update commitment_promise set void_number = 1, voided_on = '2024-11-15', changed_xid = pg_current_xact_id()
    where drive_id = ${hamlet.driveId}`.execute(db)
  expect((await pull(who, device, changed.cursor)).signed).toEqual([[hamlet.entries[2], hamlet.driveId, null, 'ink']])
})

test('an old or strange cursor, and a merged hamlet, tell the device to begin anew', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  const { cursor } = await pack(who, device)
  expect((await pull(who, device, '99999999999.zz')).reset?.reason).toBe('cursor_unknown')
  expect((await pull(who, device, `${cursor.split('.')[0]}.1`)).reset?.reason).toBe('cursor_too_old')
  const to = await mergeHamlet()
  expect((await pull(who, device, cursor)).reset).toEqual({
    reason: 'hamlet_merged',
    successors: [{ id: to, name: 'Thôn T2' }],
  })
  const refusal = await expectRefusal(pack(who, device), 'field.hamlet_merged')
  expect(refusal.extra?.successors).toEqual([{ id: to, name: 'Thôn T2' }])
  const next = await who.ask(field.PullPack, { hamletId: to, deviceId: device })
  expect(next.entries.map(([id]) => id)).toEqual(hamlet.entries)
  expect(next.homes).toEqual([{ communeId: hamlet.communeId, hamletId: hamlet.id }])
  expect(short(await push(who, device, [signed()]))).toEqual(['accepted'])
})

test('each pushed command has its own answer, sent twice or at once it counts once', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  const same = uuidv7()
  const commands = [
    signed({ entry: 0 }),
    signed({ entry: 0 }),
    { ...signed(), operation: 'rosters.addList' },
    signed({ entry: 1, signatureId: same }),
    { ...signed({ entry: 3 }), input: {} },
    signed({ entry: 2 }),
  ]
  const first = await push(who, device, commands)
  const expected = ['accepted', 'already_signed', 'field.not_offline', 'accepted', 'platform.invalid_input', 'accepted']
  expect(short(first)).toEqual(expected)
  const [second, third] = await Promise.all([push(who, device, commands), push(who, device, commands)])
  expect([short(second), short(third)]).toEqual([expected, expected])
  expect(await promises()).toHaveLength(3)
  expect(short(await push(there.neighbour, await enrol(there.neighbour), [signed({ entry: 5 })]))).toEqual([
    'platform.not_found',
  ])
  expect((await post(there.stranger, field.pushPath, {})).status).toBe(401)
  expect((await post(there.neighbour, field.pushPath, { deviceId: device, commands: [] })).status).toBe(404)
})

test('a clock two days ahead is set right by the last contact, and the device is the one that sent', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  const clock = { server: '2024-11-12T01:00:00Z', device: '2024-11-14T01:00:00Z' }
  await push(who, device, [signed({ signedAt: '2024-11-14T03:00:00Z', clock })])
  expect(await promises()).toEqual([{ signed_on: '2024-11-12', device_id: device }])
})

test('what comes from the pack of a merged hamlet is held by name until a person decides', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  await pack(who, device)
  await mergeHamlet()
  const command = signed()
  expect(short(await push(who, device, [command]))).toEqual(['hamlet_merged'])
  expect(short(await push(who, device, [command]))).toEqual(['hamlet_merged'])
  const { kept } = await who.ask(field.ListKept, {})
  expect(kept).toHaveLength(1)
  expect((await there.neighbour.ask(field.ListKept, {})).kept).toEqual([])
  const id = kept[0]?.id as string
  const decision = { communeId: hamlet.communeId, id, decision: 'accepted' as const, note: 'Đúng hộ' }
  await expectRefusal(there.neighbour.send(field.DecideKept, decision), 'platform.not_found')
  expect(await who.send(field.DecideKept, decision)).toEqual({ outcome: 'accepted' })
  await expectRefusal(who.send(field.DecideKept, decision), 'field.already_decided')
  expect(short(await push(who, device, [command]))).toEqual(['repeated'])
  expect(await promises()).toHaveLength(1)
})

test('a lost device is wiped from the office; what it still sends is kept, not lost', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  const order = { deviceId: device, wipe: true, reason: 'Mất trên đường' }
  const { cursor } = await pack(who, device)
  await expectRefusal(there.neighbour.send(field.OrderWipe, order), 'platform.not_found')
  expect((await there.neighbour.ask(field.ListDevices, {})).devices).toEqual([])
  await who.send(field.OrderWipe, order)
  await who.send(field.OrderWipe, { ...order, wipe: false })
  expect((await who.ask(field.ListDevices, {})).devices[0]).toMatchObject({ id: device, state: 'active' })
  await who.send(field.OrderWipe, order)
  expect((await there.stranger.ask(field.AskOrder, { deviceId: device })).order).toBe('wipe')
  expect((await there.stranger.ask(field.AskOrder, { deviceId: uuidv7() })).order).toBe('unknown')
  await expectRefusal(pull(who, device, cursor), 'field.device_wiped')
  const answer = await push(who, device, [signed()])
  expect([answer.order, short(answer)]).toEqual(['wipe', ['device_wiped']])
  expect(await promises()).toHaveLength(0)
  expect((await who.ask(field.ListKept, {})).kept[0]).toMatchObject({ reason: 'device_wiped', device: 'Máy thôn 1' })
  expect((await who.ask(field.ListDevices, {})).devices[0]).toMatchObject({ state: 'wipe-ordered', wipedAt: null })
})

test('devices that have not been seen for three days are told of by hamlet', async () => {
  const who = there.communeOfficer
  const [first, second] = [await enrol(who), await enrol(who)]
  await pack(who, first)
  await pack(who, second)
  const { db } = there.database
  const later = new Date(Date.now() + 4 * 86_400_000)
  const found = async (now: Date) => Object.fromEntries(await silentDevices(db, everything, now))
  expect(await found(new Date())).toEqual({})
  expect(await found(later)).toEqual({ [hamlet.id]: [first, second] })
  await who.send(field.WithdrawDevice, { deviceId: first })
  expect(await found(later)).toEqual({ [hamlet.id]: [second] })
  await post(who, field.wipedPath, await field.wipedProof({ deviceId: second, secret }))
  expect(await found(later)).toEqual({})
})

test('a bundle that a neighbour carries counts as its own device’s, once; a stranger carries nothing', async () => {
  const who = there.communeOfficer
  const deviceId = uuidv7()
  const { serverKey } = await who.send(field.EnrolDevice, { deviceId, name: 'Máy', secret })
  const commands = [signed({ entry: 0 }), signed({ entry: 1 })]
  const body = { id: uuidv7(), madeAt: '2024-11-12T09:00:00Z', waiting: 0, commands }
  const bytes = await field.sealBundle(serverKey, { id: deviceId, secret }, body)
  expect((await post(there.stranger, field.bundlePath, bytes)).status).toBe(401)
  expect((await post(there.auditor, field.bundlePath, bytes)).status).toBe(403)
  expect((await post(there.neighbour, field.bundlePath, bytes.slice(0, -1))).status).toBe(422)
  const carried = (await post(there.neighbour, field.bundlePath, bytes)).body as field.BundleAnswer
  expect(carried).toMatchObject({ deviceId, bundleId: body.id, commands: 2, refused: 0 })
  const receipt = (await field.openReceipt(secret, carried.receipt)) as field.PushAnswer
  expect(short(receipt)).toEqual(['accepted', 'accepted'])
  expect(short(await push(who, deviceId, commands))).toEqual(['accepted', 'accepted'])
  expect(((await post(there.neighbour, field.bundlePath, bytes)).body as field.BundleAnswer).refused).toBe(0)
  expect(await promises()).toHaveLength(2)
  const noted = await sql<{ person_id: string }>`
    select person_id from audit_entry where operation = 'commitments.sign' limit 1`.execute(there.database.db)
  expect(noted.rows[0]?.person_id).toBe(who.id)
})
