// The map draws boundaries where every unit that it shows has one.

import { expect, test } from 'vitest'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { boundarySource, giveBoundaries, takeBoundary } from '../../../tests/support/unit-boundaries.ts'
import { world } from '../../../tests/support/world.ts'
import { ShowMap } from '../contract.ts'
import { slice } from './slice.ts'

const programme = 'kim-dong-2024'

test('with a boundary of every unit the map has them and says whose; without one of them it is a diagram', async () => {
  const { districtLead, neighbour, database } = await world([slice])
  const { units, boundarySource: none } = await districtLead.ask(ShowMap, { programme })
  expect(none).toBeNull()
  await giveBoundaries(
    database.db,
    units.map((unit) => unit.id),
  )
  const drawn = await districtLead.ask(ShowMap, { programme })
  expect(drawn.boundarySource).toBe(boundarySource)
  expect(drawn.units.every((unit) => unit.boundary !== null)).toBe(true)
  await takeBoundary(database.db, areaId('12280'))
  const again = await districtLead.ask(ShowMap, { programme })
  expect(again.boundarySource).toBeNull()
  expect(again.units.every((unit) => unit.boundary === null)).toBe(true)
  // Who sees one commune alone has a whole map of it.
  const own = await neighbour.ask(ShowMap, { programme })
  expect(own.units.map((unit) => unit.code)).toEqual(['12322'])
  expect(own).toMatchObject({ boundarySource, units: [{ boundary: { type: 'Polygon' } }] })
})
