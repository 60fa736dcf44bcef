// The map of the public pages: real boundaries where there are any, a diagram that says so where there are none.

import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { boundarySource, giveBoundaries, takeBoundary } from '../../../tests/support/unit-boundaries.ts'
import { type World, world } from '../../../tests/support/world.ts'
import { slice as recognition } from '../../recognition/server/slice.ts'
import { portalRoutes } from './public.ts'
import { slice } from './slice.ts'

async function pageOf({ parts }: World, address: string): Promise<string> {
  const routes = portalRoutes(parts, { publicUrl: 'https://vi-du.example', logLevel: 'silent' })
  return (await routes.request(address)).text()
}

test('every commune has its boundary: the map shows them, says whose, and no longer that it is none', async () => {
  const the = await world([slice, recognition])
  const found = await sql<{ id: string }>`
    select id from area_unit join area_coverage on unit_id = id and ancestor_id = ${areaId('331')}
    where level = 'commune' and valid_from <= '2024-11-15' and (valid_to is null or valid_to > '2024-11-15')`.execute(
    the.database.db,
  )
  expect(found.rows).toHaveLength(17)
  const diagram = await pageOf(the, '/')
  expect(diagram).toContain('Sơ đồ vị trí, không phải ranh giới.')
  expect(diagram).not.toContain('class="shape"')
  await giveBoundaries(
    the.database.db,
    found.rows.map((unit) => unit.id),
  )
  for (const address of ['/', '/dia-ban']) {
    const page = await pageOf(the, address)
    expect(page.match(/class="shape" d="M/g)).toHaveLength(17)
    expect(page).toContain(`Ranh giới giản lược: ${boundarySource}.`)
    expect(page).toContain('Bản đồ 17 đơn vị của Kim Động')
    expect(page).not.toContain('không phải ranh giới')
  }
  expect(await pageOf(the, '/?lang=en')).toContain(`Simplified boundaries: ${boundarySource}.`)
  // Light as the diagram: the whole page may weigh 60 kB.
  const heavier = gzipSync(await pageOf(the, '/')).length - gzipSync(diagram).length
  expect(heavier).toBeLessThan(8000)
  await takeBoundary(the.database.db, areaId('12280'))
  expect(await pageOf(the, '/')).toContain('Sơ đồ vị trí, không phải ranh giới.')
})
