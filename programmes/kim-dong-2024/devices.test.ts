// The invented phones of the demonstration: one in touch, one silent, whenever it is started; never in a place without its people.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ListDevices, OrderWipe } from '../../modules/field/contract.ts'
import { slice as field } from '../../modules/field/server/slice.ts'
import { world } from '../../tests/support/world.ts'
import { dateDevices } from './devices.ts'

test('the office sees one phone in touch and one silent, each in its own commune, however late it is started again', async () => {
  const { database, communeOfficer, neighbour, districtLead } = await world([field])
  const stateOf = async (who: typeof neighbour) =>
    (await who.ask(ListDevices, {})).devices.map(({ name, state, waiting }) => [name, state, waiting])
  const week = 7 * 86_400_000
  await dateDevices(database.db, new Date(Date.now() - week))
  await dateDevices(database.db, new Date())
  const [ofTown, ofHamlet] = [
    ['Máy tổ dân phố (minh họa)', 'active', 0],
    ['Máy thôn Đông (minh họa)', 'silent', 6],
  ]
  expect(await stateOf(communeOfficer)).toEqual([ofTown])
  expect(await stateOf(neighbour)).toEqual([ofHamlet])
  // What somebody did to them in the demonstration stays.
  const [device] = (await neighbour.ask(ListDevices, {})).devices
  await neighbour.send(OrderWipe, { deviceId: device?.id ?? '', wipe: true, reason: 'Mất trên đường' })
  await dateDevices(database.db, new Date())
  expect((await stateOf(neighbour))[0]?.[1]).toBe('wipe-ordered')
  expect(await stateOf(districtLead)).toHaveLength(2)
})

test('without the invented people there are no invented phones', async () => {
  const { database, districtLead } = await world([field])
  await sql`update person set demo = false`.execute(database.db)
  await dateDevices(database.db, new Date())
  expect((await districtLead.ask(ListDevices, {})).devices).toEqual([])
})
