import { expect, test } from 'vitest'
import { slices } from '../../../app/slices.ts'
import { boundarySource, giveBoundaries, takeBoundary } from '../../../tests/support/unit-boundaries.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { ShowHome } from '../contract.ts'

const programme = 'kim-dong-2024'

test('a programme that is not there, and nobody signed in, are refused by name', async () => {
  const { districtLead, stranger } = await world(slices)
  await expectRefusal(districtLead.ask(ShowHome, { programme: 'khong-co' }), 'platform.not_found')
  await expectRefusal(stranger.ask(ShowHome, { programme }), 'platform.not_signed_in')
})

test('somebody from the next commune sees the standing of all, and late work of their own commune only', async () => {
  const { neighbour, communeOfficer } = await world(slices)
  const [theirs, ours] = await Promise.all([
    neighbour.ask(ShowHome, { programme }),
    communeOfficer.ask(ShowHome, { programme }),
  ])
  expect(theirs.areas).toEqual(ours.areas)
  expect(theirs.late?.rows.map((row) => row.title)).toEqual(['Chốt danh sách chủ hộ 2 thôn'])
  expect(ours.late?.rows.map((row) => row.title)).toEqual(['Tự đánh giá của 9 cơ quan'])
  expect(theirs.units.filter((unit) => unit.late > 0).map((unit) => unit.name)).toEqual(['Ngọc Thanh'])
})

test('whoever sees no tasks is not told that nothing is late', async () => {
  const { administrator } = await world(slices)
  const home = await administrator.ask(ShowHome, { programme })
  expect(home.late).toBeNull()
  expect(home.areas.total).toBe(17)
})

test('the district stands at 6 of 17 towards 11, with 46 days left, on the day of the programme', async () => {
  const { districtLead } = await world(slices)
  const home = await districtLead.ask(ShowHome, { programme })
  expect(home.on).toBe('2024-11-15')
  expect(home.due).toEqual({ on: '2024-12-31', daysLeft: 46 })
  expect(home.areas).toEqual({
    total: 17,
    drugFree: 6,
    target: 11,
    kept: { have: 6, of: 6 },
    converted: { have: 0, of: 5 },
    outside: 6,
  })
  expect(home.late?.count).toBe(4)
  expect(home.late?.soon).toBe(7)
  expect(home.late?.rows[0]).toMatchObject({ daysLate: 16, inheritedDays: 5, post: 'Trưởng phòng GD&ĐT' })
  expect(home.bodies).toMatchObject({ state: 'counted', have: 71, of: 84 })
  const households = home.coverage.find((row) => row.id === 'household-heads')
  expect(households).toMatchObject({ state: 'counted', have: 77, of: 35870 })
  expect(home.coverage.find((row) => row.id === 'leaders')).toMatchObject({ state: 'counted', have: 11, of: 11 })
  expect(home.merges.map((merge) => merge.into).sort()).toEqual(['Diên Hồng', 'Phú Thọ'])
  expect(home.events.map((event) => `${event.on} ${event.kind}`)).toEqual([
    '2024-03-15 launch',
    '2024-12-01 merge',
    '2024-12-31 due',
  ])
})

test('after the merger the same question is answered on the units of that day', async () => {
  const { districtLead } = await world(slices)
  const home = await districtLead.ask(ShowHome, { programme, on: '2024-12-02' })
  expect(home.areas.total).toBe(15)
  expect(home.units.find((unit) => unit.name === 'Diên Hồng')?.standing).toBe('kept')
  expect(home.units.find((unit) => unit.name === 'Phú Thọ')?.standing).toBe('again')
})

test('with a boundary of every unit the map has them and says whose; without one of them it is a diagram', async () => {
  const { neighbour, database } = await world(slices)
  const before = await neighbour.ask(ShowHome, { programme })
  expect(before.boundarySource).toBeNull()
  await giveBoundaries(
    database.db,
    before.units.map((unit) => unit.id),
  )
  const drawn = await neighbour.ask(ShowHome, { programme })
  expect(drawn.boundarySource).toBe(boundarySource)
  expect(drawn.units.every((unit) => unit.boundary !== null)).toBe(true)
  await takeBoundary(database.db, before.units[0]!.id)
  const again = await neighbour.ask(ShowHome, { programme })
  expect(again.boundarySource).toBeNull()
  expect(again.units.every((unit) => unit.boundary === null)).toBe(true)
})
