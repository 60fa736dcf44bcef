// What a phone in the hamlet hears of a merge and of its undoing: whom it lists, and who has signed; and what it sets right is
// searched for likely duplicates, as what the office sets right is.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  clearRosters,
  districtDrive,
  here,
  listOf,
  merge,
  onlyPair,
  pairsFor,
  reopen,
  search,
  signFor,
} from '../../../../tests/support/duplicates.ts'
import { world } from '../../../../tests/support/world.ts'
import { slice as commitments } from '../../../commitments/server/slice.ts'
import { type Change, Correct, EnrolDevice, PullChanges, PullPack } from '../../../field/contract.ts'
import { slice as field } from '../../../field/server/slice.ts'
import { merged, type Pack, packOf } from '../../../field/web/phone/kept.ts'
import { CorrectEntry, EndEntry } from '../../contract.ts'
import { rosterChores } from '../public.ts'
import { slice } from '../slice.ts'

test('the phone drops the one that ended, shows the other as signed, and both as they were when it is taken back', async () => {
  const there = await world([slice, commitments, field])
  await clearRosters(there)
  const driveId = await districtDrive(there)
  const [one, other] = (await listOf(there, here, [{ name: 'Lê Thị Mỹ' }, { name: 'Lê Thị Mĩ' }])) as [string, string]
  await signFor(there.communeOfficer, driveId, here, other)
  await search(there)
  const deviceId = uuidv7()
  await there.communeOfficer.send(EnrolDevice, {
    deviceId,
    name: 'Máy thôn',
    secret: Buffer.alloc(32, 5).toString('base64'),
  })
  const where = { hamletId: here, deviceId }
  let pack: Pack = packOf(await there.communeOfficer.ask(PullPack, where), '2024-11-15')
  const pulled = async () => {
    const changes = await there.communeOfficer.ask(PullChanges, { ...where, cursor: pack.cursor })
    pack = merged(pack, changes, '2024-11-15')
    return { listed: pack.entries.map(([id]) => id).sort(), signed: pack.signed.map(([id]) => id) }
  }
  const before = { listed: [one, other].sort(), signed: [other] }
  expect(await pulled()).toEqual(before)
  await merge(there.communeOfficer, await onlyPair(there.communeOfficer), one)
  const during = await pulled()
  expect(during.listed).toEqual([one])
  expect(during.signed).toContain(one)
  await reopen(there.communeOfficer, await onlyPair(there.communeOfficer, 'decided'))
  expect(await pulled()).toEqual(before)
})

test('what is set right at a door or in the office is looked at again for likely duplicates, without being asked for', async () => {
  const there = await world([slice, commitments, field])
  await clearRosters(there)
  const names = ['Lê Thị Mỹ', 'Trần Văn Khoa', 'Phạm Đức Long'].map((name) => ({ name, address: 'Ngõ 3' }))
  const [, atTheDoor, inTheOffice] = (await listOf(there, here, names)) as [string, string, string]
  const chore = rosterChores.find(({ name }) => name === 'roster-duplicates')
  const found = async (): Promise<number> => {
    await chore?.run(there.parts)
    return (await pairsFor(there.communeOfficer)).rows.length
  }
  const correct = (entryId: string, ...changes: Change[]) =>
    there.communeOfficer.send(Correct, { communeId: here, hamletId: null, entryId, changes })
  expect(await found()).toBe(0)
  await correct(atTheDoor, { field: 'name', base: 'Trần Văn Khoa', value: 'Lê Thị Mĩ' })
  expect(await found()).toBe(1)
  const { communeOfficer } = there
  const change = { name: 'Lê Thị Mỹ', address: 'Ngõ 3', number: null, headcount: null }
  await communeOfficer.send(CorrectEntry, { communeId: here, entryId: inTheOffice, version: 1, ...change })
  expect(await found()).toBe(3)
  // Who has left resembles nobody; back again, they do.
  const asked = async () =>
    (await there.database.db.selectFrom('roster_search').select('asked_at').where('commune_id', '=', here).execute())[0]
      ?.asked_at
  await communeOfficer.send(EndEntry, {
    communeId: here,
    entryId: inTheOffice,
    version: 2,
    on: '2024-11-15',
    reason: 'moved',
  })
  expect(await asked()).toBeNull()
  await correct(inTheOffice, { field: 'ended', base: 'moved', value: null })
  expect(await asked()).not.toBeNull()
  expect(await found()).toBe(3)
})
