import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { ListDeadlines } from '../contract.ts'
import { slice } from './slice.ts'

let of: World
beforeAll(async () => {
  of = await world([slice])
})
afterAll(() => of?.database.drop())

test('refused: nobody signed in; a day before any law on record', async () => {
  await expectRefusal(of.stranger.ask(ListDeadlines, { on: '2026-07-10' }), 'platform.not_signed_in')
  await expectRefusal(of.communeOfficer.ask(ListDeadlines, { on: '2021-12-31' }), 'cases.no_rules')
})

test('the law is the same in the next commune', async () => {
  const [own, next] = await Promise.all(
    [of.communeOfficer, of.neighbour].map((each) => each.ask(ListDeadlines, { on: '2026-07-10' })),
  )
  expect(own).toEqual(next)
})

test('the day decides which law: three working days became twenty-four hours', async () => {
  const decideOn = async (on: string) =>
    (await of.hamletHead.ask(ListDeadlines, { on })).rows.find(({ id }) => id.startsWith('decide-management'))
  expect(await decideOn('2026-06-30')).toMatchObject({
    span: { count: 3, unit: 'working-days' },
    by: { vi: 'Chủ tịch UBND cấp xã' },
  })
  expect(await decideOn('2026-07-01')).toMatchObject({
    span: { count: 24, unit: 'hours' },
    by: { vi: 'Trưởng Công an cấp xã' },
    forms: 'III-04, III-05',
  })
})
