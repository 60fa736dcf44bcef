// What a phone in the hamlet hears of a merge and of its undoing: whom it lists, and who has signed.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  clearRosters,
  districtDrive,
  here,
  listOf,
  merge,
  onlyPair,
  reopen,
  search,
  signFor,
} from '../../../../tests/support/duplicates.ts'
import { world } from '../../../../tests/support/world.ts'
import { slice as commitments } from '../../../commitments/server/slice.ts'
import { EnrolDevice, PullChanges, PullPack } from '../../../field/contract.ts'
import { slice as field } from '../../../field/server/slice.ts'
import { merged, type Pack, packOf } from '../../../field/web/phone/kept.ts'
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
