// A device in a body: its members pulled like a hamlet, or by its own head and nobody else's; signed, kept when the device is wiped;
// and why a wipe needs its reason.

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { fieldWorld, secret } from '../../../tests/support/field-world.ts'
import { openDrive, type SigningPlace, signatureFor, tallyOf } from '../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World } from '../../../tests/support/world.ts'
import * as field from '../contract.ts'

let there: World
let site: Hono
let place: SigningPlace
let school: string

/** A school of Lương Bằng with three of the eight on its own roster. */
beforeEach(async () => {
  ;({ there, site } = await fieldWorld())
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
  expect(listed).toMatchObject({ state: 'wipe-ordered', wipe: { reason: 'Mất ở trường' }, wipedAt: null })
  const { kept } = await who.ask(field.ListKept, {})
  expect(kept).toMatchObject([{ reason: 'device_wiped', hamlet: null, drive: { vi: 'Đợt' }, ink: expect.anything() }])
  expect((await who.ask(field.ListDevices, {})).kept).toBe(1)
  expect((await there.neighbour.ask(field.ListDevices, {})).kept).toBe(0)
})

/** She heads this school, as the demonstration lets her head another. */
async function makeHead(): Promise<void> {
  const { db } = there.database
  const postId = uuidv7()
  await sql`insert into post (id, area_id, body_id, title_vi, title_en, kind)
    select ${postId}, ${place.communeId}, ${school}, 'Hiệu trưởng', 'Head', kind from post limit 1`.execute(db)
  await sql`insert into post_holder (post_id, person_id, valid_from)
    values (${postId}, ${there.agencyHead.id}, '2024-01-01')`.execute(db)
}
const ownPack = (who: Somebody, deviceId: string, id = school) => who.ask(field.PullOwnPack, { hamletId: id, deviceId })
const ownPlaces = async (who: Somebody) => (await who.ask(field.ListOwnPlaces, {})).places.map(({ id }) => id)

test('the own body is refused to who has no such right, to who heads another, and once the post is over', async () => {
  const { agencyHead: head, communeOfficer, neighbour } = there
  await expectRefusal(ownPack(communeOfficer, await enrol(communeOfficer)), 'platform.not_allowed')
  await expectRefusal(neighbour.ask(field.ListOwnPlaces, {}), 'platform.not_allowed')
  const device = await enrol(head)
  await expectRefusal(pack(head, device), 'platform.not_allowed')
  // In the same commune, and not hers.
  await expectRefusal(ownPack(head, device), 'platform.not_found')
  expect(await ownPlaces(head)).not.toContain(school)
  await makeHead()
  await expectRefusal(ownPack(head, device, place.communeId), 'platform.not_found')
  const { cursor } = await ownPack(head, device)
  await sql`update post_holder set valid_to = '2024-11-15'
    where person_id = ${head.id} and post_id in (select id from post where body_id = ${school})`.execute(
    there.database.db,
  )
  await expectRefusal(
    head.ask(field.PullOwnChanges, { hamletId: school, deviceId: device, cursor }),
    'platform.not_found',
  )
})

test('the head pulls the members of the own body, signs without a network, twice counts once; wiped, it is kept', async () => {
  const { agencyHead: head, communeOfficer } = there
  await makeHead()
  const device = await enrol(head)
  expect(await ownPlaces(head)).toContain(school)
  const got = await ownPack(head, device)
  expect(got.entries.map(([id]) => id)).toEqual(place.entries.slice(0, 3))
  const commandOf = (entry: number): field.FieldCommand => ({
    id: uuidv7(),
    operation: 'commitments.signOwnBody',
    input: {
      driveId: place.driveId,
      communeId: place.communeId,
      bodyId: school,
      signatures: [signatureFor(place, { entry })],
    },
  })
  const push = async (...commands: field.FieldCommand[]) => {
    const answer = await site.request(field.pushPath, {
      method: 'POST',
      headers: { 'x-test-person': head.id, 'content-type': 'application/json' },
      body: JSON.stringify({ deviceId: device, commands }),
    })
    const { results } = (await answer.json()) as { results: { answer: { results: { outcome: string }[] } }[] }
    return results.map(({ answer: { results: own } }) => own[0]?.outcome)
  }
  const [member, elsewhere] = [commandOf(0), commandOf(5)]
  expect(await push(member, elsewhere)).toEqual(['accepted', 'refused'])
  expect(await Promise.all([push(member), push(member)])).toEqual([['accepted'], ['accepted']])
  const changed = await head.ask(field.PullOwnChanges, { hamletId: school, deviceId: device, cursor: got.cursor })
  expect(changed.signed.map(([id]) => id)).toEqual([place.entries[0]])
  expect((await tallyOf(there, place)).tallied).toBe(1)
  await communeOfficer.send(field.OrderWipe, { deviceId: device, wipe: true, reason: 'Mất ở trường' })
  expect(await push(commandOf(1))).toEqual(['held'])
  const { kept } = await communeOfficer.ask(field.ListKept, {})
  expect(kept).toMatchObject([{ reason: 'device_wiped', hamlet: null }])
  const decision = { communeId: place.communeId, id: kept[0]?.id ?? '', decision: 'accepted' as const, note: '' }
  expect(await communeOfficer.send(field.DecideKept, decision)).toEqual({ outcome: 'accepted' })
})
