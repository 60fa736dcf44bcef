import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { areaId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { boundarySource, giveBoundaries, takeBoundary } from '../../../../tests/support/unit-boundaries.ts'
import { world } from '../../../../tests/support/world.ts'
import { slice } from '../slice.ts'
import { boundariesOf } from './boundaries-of.ts'

const [one, other] = [areaId('12280'), areaId('12322')]

test('all of the units or none: without one boundary there are none, and of no units there is no map', async () => {
  const { database } = await world([slice])
  expect(await boundariesOf(database.db, [])).toBeUndefined()
  await giveBoundaries(database.db, [one])
  expect(await boundariesOf(database.db, [one, other])).toBeUndefined()
  expect((await boundariesOf(database.db, [one, one]))?.source).toBe(boundarySource)
})

test('the smaller the picture, the fewer corners, and neighbours keep their common border', async () => {
  const { database } = await world([slice])
  await giveBoundaries(database.db, [one, other])
  const cornersOf = async (across: number) => {
    const found = await boundariesOf(database.db, [one, other], across)
    return [one, other].map((id) => (found!.shapes.get(id)!.coordinates[0] as number[][]).map(String))
  }
  const [wide, small] = [await cornersOf(2000), await cornersOf(60)]
  expect(small[0]!.length).toBeLessThan(wide[0]!.length / 2)
  const border = small[0]!.filter((corner) => small[1]!.includes(corner))
  expect(border.length).toBeGreaterThanOrEqual(2)
})

test('a boundary that is imported anew, or taken away, shows at once', async () => {
  const { database } = await world([slice])
  await giveBoundaries(database.db, [one])
  expect((await boundariesOf(database.db, [one]))?.source).toBe(boundarySource)
  await sql`update area_boundary set source = 'moi.geojson'`.execute(database.db)
  expect((await boundariesOf(database.db, [one]))?.source).toBe('moi.geojson')
  await takeBoundary(database.db, one)
  expect(await boundariesOf(database.db, [one])).toBeUndefined()
})
