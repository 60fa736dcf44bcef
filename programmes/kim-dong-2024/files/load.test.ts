import { expect, test } from 'vitest'
import { ListDue, ListFiles } from '../../../modules/cases/contract.ts'
import { slice } from '../../../modules/cases/server/slice.ts'
import { ListSendings } from '../../../modules/handover/contract.ts'
import { slice as handover } from '../../../modules/handover/server/slice.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { areaId, personId } from '../ids.ts'
import { lives } from './lives.ts'
import { loadDemoFiles } from './load.ts'

test('loaded, the police of the commune see all of them, masked and marked, the late ones first', async () => {
  provideMasterKey()
  const the = await world([slice, handover], dayOf(new Date()))
  await the.database.db.transaction().execute((db) => loadDemoFiles(db, new Date()))
  const communeId = areaId('12322', '2025-07-01')
  await expectRefusal(the.as(personId('congangiap')).ask(ListFiles, { communeId }), 'platform.not_found')
  const police = the.as(personId('conganxa'))
  const open = await police.ask(ListFiles, { communeId, limit: '100' })
  const closed = await police.ask(ListFiles, { communeId, show: 'closed', limit: '100' })
  // One was handed over: it is with the next commune now. One is a pointer to the file of the same person.
  const kept = await police.ask(ListDue, { communeId })
  expect(open.rows.length + closed.rows.length + kept.files.length).toBe(lives.length - 2)
  const next = { communeId: areaId('12286', '2025-07-01') }
  const neighbour = the.as(personId('congangiap'))
  expect((await neighbour.ask(ListFiles, next)).rows).toMatchObject([{ demo: true, status: 'managed' }])
  expect(await neighbour.ask(ListSendings, next)).toMatchObject({
    counts: { in: 1, done: 1 },
    rows: [{ demo: true, form: 'III-06', state: 'sent' }],
  })
  expect(closed.rows.map(({ status }) => status)).toContain('ended')
  expect(new Set(kept.files.map(({ retention }) => retention.stage))).toEqual(new Set(['restricted', 'due']))
  expect(kept.files.flatMap(({ proposal }) => proposal ?? [])).toHaveLength(1)
  expect([kept.holds.length, kept.requests.map(({ kind }) => kind)]).toEqual([1, ['correction', 'statement']])
  for (const row of [...open.rows, ...closed.rows])
    expect(row).toMatchObject({ demo: true, name: expect.stringMatching(/\*\*\*$/) })
  const dues = open.rows.map(({ nextDue }) => nextDue ?? '9999')
  expect(dues).toEqual([...dues].sort())
  expect(open.counts.late).toBeGreaterThan(3)
})
