import { expect, test } from 'vitest'
import { ListFiles } from '../../../modules/cases/contract.ts'
import { provideMasterKeys } from '../../../modules/cases/server/public.ts'
import { slice } from '../../../modules/cases/server/slice.ts'
import { fingerprintOf } from '../../../platform/master-keys.ts'
import { newKey } from '../../../platform/server/envelope.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { areaId, personId } from '../ids.ts'
import { lives } from './lives.ts'
import { loadDemoFiles } from './load.ts'

test('loaded, the police of the commune see all of them, masked and marked, the late ones first', async () => {
  const key = newKey()
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  const the = await world([slice])
  await loadDemoFiles(the.database.db, new Date())
  const communeId = areaId('12322', '2025-07-01')
  await expectRefusal(the.as(personId('congangiap')).ask(ListFiles, { communeId }), 'platform.not_found')
  const police = the.as(personId('conganxa'))
  const open = await police.ask(ListFiles, { communeId, limit: '100' })
  const closed = await police.ask(ListFiles, { communeId, show: 'closed', limit: '100' })
  expect(open.rows.length + closed.rows.length).toBe(lives.length)
  expect(closed.rows.map(({ status }) => status)).toContain('ended')
  for (const row of [...open.rows, ...closed.rows])
    expect(row).toMatchObject({ demo: true, name: expect.stringMatching(/\*\*\*$/) })
  const dues = open.rows.map(({ nextDue }) => nextDue ?? '9999')
  expect(dues).toEqual([...dues].sort())
  expect(open.counts.late).toBeGreaterThan(3)
})
