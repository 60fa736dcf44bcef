// What waits in the demonstration: seen by the commune, counted from above, and nothing of it next door.

import { expect, test } from 'vitest'
import { CountFollowUp, ListHeld, ShowCoverage } from '../../modules/commitments/contract.ts'
import { slice as commitments } from '../../modules/commitments/server/slice.ts'
import { expectRefusal, world } from '../../tests/support/world.ts'
import { loadFollowUp } from './follow-up.ts'
import { areaId, demoId } from './ids.ts'

const driveId = demoId('drive:2024')
const on = '2024-11-15'

test('two households wait to be visited again, one of them today, and one signature to be decided on; nothing counts twice', async () => {
  const { database, communeOfficer, districtLead, neighbour } = await world([commitments])
  const signed = async () => (await districtLead.ask(ShowCoverage, { driveId, on })).signed
  const before = await signed()
  await database.db.transaction().execute((inside) => loadFollowUp(inside))
  const waits = { again: 2, due: 1, held: 1, breaches: 0 }
  expect((await districtLead.ask(CountFollowUp, { driveId, on })).rows).toMatchObject([
    { name: 'Lương Bằng', ...waits },
  ])
  expect((await neighbour.ask(CountFollowUp, { driveId, on })).rows).toEqual([])
  const held = { driveId, communeId: areaId('12280') }
  expect((await communeOfficer.ask(ListHeld, held)).rows).toMatchObject([{ reason: 'already_signed' }])
  await expectRefusal(neighbour.ask(ListHeld, held), 'platform.not_found')
  expect(await signed()).toBe(before)
})
