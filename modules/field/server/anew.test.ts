// A phone whose browser threw its store away begins anew: the office sees which device it was and what had not been sent from it.

import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { everything } from '../../../platform/server/rights.ts'
import { fieldWorld, secret } from '../../../tests/support/field-world.ts'
import { openDrive } from '../../../tests/support/signing.ts'
import type { Somebody, World } from '../../../tests/support/world.ts'
import * as field from '../contract.ts'
import { silentDevices } from './public.ts'

let there: World
beforeEach(async () => {
  ;({ there } = await fieldWorld())
})

async function enrol(who: Somebody, name: string, replacesId?: string): Promise<string> {
  const deviceId = uuidv7()
  await who.send(field.EnrolDevice, { deviceId, name, secret, ...(replacesId ? { replacesId } : {}) })
  return deviceId
}
const devices = async (who: Somebody) => (await who.ask(field.ListDevices, {})).devices

test('the device of somebody else is not named, nor one that began anew before', async () => {
  const { communeOfficer: who, districtLead, neighbour } = there
  const before = await enrol(who, 'Máy cũ')
  const ofOther = await enrol(districtLead, 'Máy huyện', before)
  expect((await devices(districtLead)).find(({ id }) => id === ofOther)?.replaces).toBeNull()
  const unknown = await enrol(who, 'Máy lạ', uuidv7())
  expect((await devices(who)).find(({ id }) => id === unknown)?.replaces).toBeNull()
  const [one, other] = await Promise.all([enrol(who, 'Máy một', before), enrol(who, 'Máy hai', before)])
  const named = (await devices(who)).filter(({ id, replaces }) => [one, other].includes(id) && replaces)
  expect(named).toHaveLength(1)
  expect((await devices(neighbour)).map(({ id }) => id)).not.toContain(one)
})

test('the office sees that a phone began anew, and the device before is silent no more', async () => {
  const { communeOfficer: who, database } = there
  const { communeId } = await openDrive(there)
  const before = await enrol(who, 'Máy cũ')
  await who.ask(field.PullPack, { hamletId: communeId, deviceId: before, waiting: 3 })
  const later = new Date(Date.now() + 4 * 86_400_000)
  expect(await silentDevices(database.db, everything, later)).toEqual(new Map([[communeId, [before]]]))
  const now = await enrol(who, 'Máy mới', before)
  const listed = await devices(who)
  expect(listed.find(({ id }) => id === now)).toMatchObject({
    state: 'active',
    replaces: { name: 'Máy cũ', waiting: 3 },
  })
  expect(listed.find(({ id }) => id === before)?.state).toBe('replaced')
  expect(await silentDevices(database.db, everything, later)).toEqual(new Map())
})
