// When a lost device counts as wiped: once it has said so itself, by its secret, and never because somebody asked for it or carried
// what it had sealed.

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { fieldWorld, secret } from '../../../tests/support/field-world.ts'
import { openDrive, type SigningPlace, signatureFor } from '../../../tests/support/signing.ts'
import { expectRefusal, type Somebody, type World } from '../../../tests/support/world.ts'
import * as field from '../contract.ts'

let there: World
let site: Hono
let place: SigningPlace
let who: Somebody
beforeEach(async () => {
  ;({ there, site } = await fieldWorld())
  place = await openDrive(there)
  who = there.communeOfficer
})

const enrol = async (deviceId = uuidv7()) => who.send(field.EnrolDevice, { deviceId, name: 'Máy rơi', secret })
const pack = (deviceId: string) => who.ask(field.PullPack, { hamletId: place.communeId, deviceId })
const order = (deviceId: string, wipe: boolean) =>
  who.send(field.OrderWipe, { deviceId, wipe, ...(wipe ? { reason: 'Mất trên đường' } : {}) })
const listed = async () => (await who.ask(field.ListDevices, {})).devices[0]
/** Nobody is signed in on a phone that has nothing left. */
const say = (said: unknown) =>
  site.request(field.wipedPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  })

test('who asks for a lost device, or carries what it had sealed, says nothing for it, and the order can be taken back', async () => {
  const { deviceId, serverKey } = await enrol()
  await pack(deviceId)
  await sql`update field_device set seen_at = seen_at - interval '2 days'`.execute(there.database.db)
  const before = await listed()
  await order(deviceId, true)
  expect((await there.stranger.ask(field.AskOrder, { deviceId })).order).toBe('wipe')
  const input = {
    driveId: place.driveId,
    communeId: place.communeId,
    hamletId: null,
    signatures: [signatureFor(place)],
  }
  const commands = [{ id: uuidv7(), operation: 'commitments.sign', input }]
  const body = { id: uuidv7(), madeAt: '2024-11-12T09:00:00Z', waiting: 0, commands }
  const carried = await site.request(field.bundlePath, {
    method: 'POST',
    headers: { 'x-test-person': there.neighbour.id, 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(await field.sealBundle(serverKey, { id: deviceId, secret }, body)),
  })
  expect(carried.status).toBe(200)
  expect((await who.ask(field.ListKept, {})).kept).toHaveLength(1)
  await expectRefusal(pack(deviceId), 'field.device_wiped')
  expect(await listed()).toMatchObject({ state: 'wipe-ordered', wipedAt: null, seenAt: before?.seenAt })
  await order(deviceId, false)
  expect(await listed()).toMatchObject({ state: 'active', wipe: null, seenAt: before?.seenAt })
})

test('a device says by its secret that it is empty: not by another, not for another, once however often', async () => {
  const { deviceId } = await enrol()
  await pack(deviceId)
  await order(deviceId, true)
  const codeOf = async (said: unknown) => ((await (await say(said)).json()) as { code: string }).code
  const proof = await field.wipedProof({ deviceId, secret })
  const ofOther = await field.wipedProof({ deviceId: uuidv7(), secret })
  const forged = await field.wipedProof({ deviceId, secret: Buffer.alloc(32, 6).toString('base64') })
  for (const wrong of [ofOther, forged, { ...proof, proof: ofOther.proof }, { ...ofOther, proof: proof.proof }])
    expect(await codeOf(wrong)).toBe('field.device_unknown')
  expect(await codeOf({ deviceId })).toBe('platform.invalid_input')
  expect(await listed()).toMatchObject({ state: 'wipe-ordered', wipedAt: null })
  const answers = await Promise.all([say(proof), say(proof), say(proof)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const first = await listed()
  expect(first).toMatchObject({ state: 'wiped', wipedAt: expect.anything() })
  expect((await say(proof)).status).toBe(200)
  expect(await listed()).toEqual(first)
  const noted = await sql<{ before: unknown; after: unknown }>`
    select before, after from audit_entry where operation = 'field.wiped'`.execute(there.database.db)
  expect(noted.rows).toEqual([{ before: { ordered: true }, after: { wipedAt: expect.anything() } }])
  await expectRefusal(order(deviceId, false), 'field.already_wiped')
})

test('a device that had emptied itself before the order was taken back says so all the same, and pulls no more', async () => {
  const { deviceId } = await enrol()
  const { cursor } = await pack(deviceId)
  await order(deviceId, true)
  await order(deviceId, false)
  expect((await say(await field.wipedProof({ deviceId, secret }))).status).toBe(200)
  expect(await listed()).toMatchObject({ state: 'wiped', wipe: null })
  await expectRefusal(pack(deviceId), 'field.device_wiped')
  const question = { hamletId: place.communeId, deviceId, cursor }
  await expectRefusal(who.ask(field.PullChanges, question), 'field.device_wiped')
  await expectRefusal(enrol(deviceId), 'field.device_wiped')
})
