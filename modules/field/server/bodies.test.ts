// A device in a body: its members pulled like a hamlet, signed, kept when the device is wiped; and why a wipe needs its reason.

import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { problemAnswer } from '../../../platform/server/http.ts'
import { openLog } from '../../../platform/server/log.ts'
import { openDrive, type SigningPlace, signatureFor } from '../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { slice as commitments } from '../../commitments/server/slice.ts'
import * as field from '../contract.ts'
import { fieldRoutes } from './public.ts'
import { slice } from './slice.ts'

const slices = [slice, commitments]
const log = openLog('silent')
const secret = Buffer.alloc(32, 7).toString('base64')

let there: World
let site: Hono
let place: SigningPlace
let school: string

/** A school of Lương Bằng with three of the eight on its own roster. */
beforeEach(async () => {
  there = await world(slices)
  site = new Hono().route('/', fieldRoutes(there.parts, slices, log))
  site.onError(problemAnswer({}, log))
  place = await openDrive(there)
  const { db } = there.database
  school = uuidv7()
  const listId = uuidv7()
  await sql`insert into area_body (id, area_id, kind, name, valid_from)
    values (${school}, ${place.communeId}, 'school', 'Trường thử', '2020-01-01')`.execute(db)
  await sql`insert into roster_list (commune_id, id, group_id, body_id, title, as_of, source)
    values (${place.communeId}, ${listId}, 'household-heads', ${school}, 'Trường', '2024-10-01', 'Sổ')`.execute(db)
  await sql`update roster_entry set list_id = ${listId}, body_id = ${school}
    where id = any(${place.entries.slice(0, 3)}::uuid[])`.execute(db)
  await sql`insert into roster_count (commune_id, place_id, group_id, on_date, body_id, entries)
    values (${place.communeId}, ${school}, 'household-heads', '2024-10-01', ${school}, 3)`.execute(db)
})

async function enrol(who: Somebody): Promise<string> {
  const deviceId = uuidv7()
  await who.send(field.EnrolDevice, { deviceId, name: 'Máy trường', secret })
  return deviceId
}
const pack = (who: Somebody, deviceId: string) => who.ask(field.PullPack, { hamletId: school, deviceId })

test('a body is pulled by whoever signs in its commune, and by nobody of the next one', async () => {
  const { communeOfficer: who, neighbour } = there
  await expectRefusal(pack(neighbour, await enrol(neighbour)), 'platform.not_found')
  expect((await neighbour.ask(field.ListPlaces, {})).places.map(({ id }) => id)).not.toContain(school)
  const offered = (await who.ask(field.ListPlaces, {})).places.find(({ id }) => id === school)
  expect(offered).toMatchObject({ kind: 'body', name: 'Trường thử', households: 3 })
  const device = await enrol(who)
  const got = await pack(who, device)
  expect(got.hamlet).toEqual({ id: school, kind: 'body', name: 'Trường thử', type: '' })
  expect(got.entries.map(([id]) => id)).toEqual(place.entries.slice(0, 3))
  expect(got.homes).toEqual([{ communeId: place.communeId, hamletId: null }])
  expect(got.drives.map(({ id }) => id)).toContain(place.driveId)
  const changed = await who.ask(field.PullChanges, { hamletId: school, deviceId: device, cursor: got.cursor })
  expect(changed.reset).toBeNull()
  const { devices } = await who.ask(field.ListDevices, {})
  expect(devices.find(({ id }) => id === device)?.copies).toMatchObject([{ id: school, name: 'Trường thử' }])
  expect((await neighbour.ask(field.ListDevices, {})).devices.map(({ id }) => id)).not.toContain(device)
})

test('what a member signed on a wiped device is kept; a wipe without its reason is refused', async () => {
  const who = there.communeOfficer
  const device = await enrol(who)
  await pack(who, device)
  await expectRefusal(who.send(field.OrderWipe, { deviceId: device, wipe: true }), 'field.reason_needed')
  await who.send(field.OrderWipe, { deviceId: device, wipe: true, reason: 'Mất ở trường' })
  const command: field.FieldCommand = {
    id: uuidv7(),
    operation: 'commitments.sign',
    input: {
      driveId: place.driveId,
      communeId: place.communeId,
      hamletId: null,
      signatures: [signatureFor(place, { entry: 1 })],
    },
  }
  const answer = await site.request(field.pushPath, {
    method: 'POST',
    headers: { 'x-test-person': who.id, 'content-type': 'application/json' },
    body: JSON.stringify({ deviceId: device, commands: [command] }),
  })
  expect(await answer.json()).toMatchObject({
    order: 'wipe',
    results: [{ answer: { results: [{ outcome: 'held' }] } }],
  })
  const listed = (await who.ask(field.ListDevices, {})).devices.find(({ id }) => id === device)
  expect(listed?.wipe).toMatchObject({ reason: 'Mất ở trường', toldAt: expect.anything() })
  const { kept } = await who.ask(field.ListKept, {})
  expect(kept).toMatchObject([{ reason: 'device_wiped', hamlet: null, drive: { vi: 'Đợt' }, ink: expect.anything() }])
  expect((await who.ask(field.ListDevices, {})).kept).toBe(1)
  expect((await there.neighbour.ask(field.ListDevices, {})).kept).toBe(0)
})
