// Keys are wrapped anew: without the old master key it is refused by name; afterwards the old one is needed no more.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { fingerprintOf, type MasterKeys } from '../../../../platform/master-keys.ts'
import { newKey } from '../../../../platform/server/envelope.ts'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../../tests/support/world.ts'
import { BeginFile, FindFiles } from '../../contract.ts'
import { provideMasterKeys } from '../public.ts'
import { slice } from '../slice.ts'
import { rekeyFiles } from './rekey.ts'

const [old, fresh] = [newKey(), newKey()].map((key) => ({ id: fingerprintOf(key), key })) as [
  MasterKeys['keys'][0],
  MasterKeys['keys'][0],
]
const use = (...keys: [MasterKeys['keys'][0], ...MasterKeys['keys'][0][]]) =>
  provideMasterKeys(() => ({ keys, from: 'environment' }))

test('a new master key takes over, in pieces, and once', async () => {
  use(old)
  const the = await world([slice])
  const police = the.as(personId('conganxa'))
  const communeId = areaId('12322', '2025-07-01')
  for (const name of ['Cù Huy Một', 'Cù Huy Hai', 'Cù Huy Ba'])
    await police.send(BeginFile, {
      communeId,
      id: uuidv7(),
      personId: uuidv7(),
      identity: { name, birth: null, sex: null },
    })
  const found = async () => (await police.send(FindFiles, { communeId, text: 'cu huy' })).rows.length

  use(fresh)
  await expect(rekeyFiles(the.database.db)).rejects.toThrow(old.id)
  await expectRefusal(police.send(FindFiles, { communeId, text: 'cu huy' }), 'cases.key_missing')
  use(fresh, old)
  expect(await found()).toBe(3)
  expect(await rekeyFiles(the.database.db)).toBe(4)
  expect(await rekeyFiles(the.database.db)).toBe(0)
  use(fresh)
  expect(await found()).toBe(3)
  use(old)
  await expectRefusal(police.send(FindFiles, { communeId, text: 'cu huy' }), 'cases.key_missing')
})
