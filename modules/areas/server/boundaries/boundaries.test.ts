import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { areaId, districtsEndedOn } from '../../../../programmes/kim-dong-2024/ids.ts'
import { world } from '../../../../tests/support/world.ts'
import { AreaMap } from '../../contract.ts'
import { slice } from '../slice.ts'
import { importBoundaries } from './import-boundaries.ts'

const today = '2026-11-23'
const square = (west: number, south: number, turn = false) => {
  const ring = [
    [west, south],
    [west, south + 0.1],
    [west + 0.1, south + 0.1],
    [west + 0.1, south],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [turn ? ring.reverse() : ring] }
}
const feature = (code: string, geometry: unknown, asId = false) => ({
  type: 'Feature',
  ...(asId ? { id: code } : {}),
  properties: asId ? {} : { code },
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-boundaries-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}
const fileWith = (content: unknown): string =>
  path.join(folderWith({ 'ranh-gioi.geojson': content }), 'ranh-gioi.geojson')
const five = ['12280', '12286', '12313', '12322', '11983']

test('unknown codes, wrong shapes and other coordinate systems are named, and nothing is kept', async () => {
  const { database } = await world([slice], today)
  const keep = async (content: unknown) => {
    const outcome = await importBoundaries(database.db, { place: fileWith(content), on: today, today })
    return outcome.done ? [] : outcome.errors.map((error) => error.en)
  }
  expect(await keep(collection(feature('12280', square(106, 20)), feature('331', square(107, 20))))).toEqual([
    'On 23/11/2026 no unit has the code 331.',
  ])
  expect(await keep(collection(feature('12280', { type: 'Point', coordinates: [106, 20] })))).toEqual([
    'Code 12280: a shape of kind Point, and a Polygon or MultiPolygon is needed.',
  ])
  expect(await keep(collection(feature('12280', { type: 'Polygon', coordinates: [[[580000, 2293000]]] })))).toEqual([
    'Code 12280: a ring is not closed, or its coordinates are not longitude and latitude.',
  ])
  expect(
    await keep({
      ...collection(feature('12280', square(106, 20))),
      crs: { type: 'name', properties: { name: 'EPSG:3405' } },
    }),
  ).toEqual(['The coordinate system EPSG:3405 cannot be used: convert to longitude and latitude on WGS84 (EPSG:4326).'])
  expect(await keep('mã,tên')).toEqual(['The file is not GeoJSON.'])
  expect(await keep(collection(feature('12280', square(106, 20)), feature('12280', square(107, 20))))).toEqual([
    'The code 12280 is in ranh-gioi.geojson already.',
  ])
  const kept = await sql`select 1 from area_boundary`.execute(database.db)
  expect(kept.rows).toEqual([])
})

test('the map draws boundaries once every unit has one, whichever way their rings turn, and the diagram until then', async () => {
  const { database, provinceLead } = await world([slice], today)
  const keep = (codes: string[]) =>
    importBoundaries(database.db, {
      place: fileWith(
        collection(...codes.map((code, at) => feature(code, square(106 + at / 10, 20, at % 2 === 0), at % 2 === 0))),
      ),
      on: today,
      today,
    })
  const map = () => provinceLead.ask(AreaMap, { within: areaId('331') })
  expect(await keep(five.slice(0, 4))).toEqual({ done: true, kept: 4 })
  expect((await map()).boundarySource).toBe(null)
  expect(await keep(five)).toEqual({ done: true, kept: 5 })
  const drawn = await map()
  expect(drawn.boundarySource).toBe('ranh-gioi.geojson, 23/11/2026')
  expect(drawn.units.every((unit) => unit.boundary !== null)).toBe(true)
  const sonNam = drawn.units.find((unit) => unit.id === areaId('11983', districtsEndedOn))
  // Its published position stands; only approximate ones are replaced by the middle of the boundary.
  expect(sonNam?.lat).toBe(20.6914)
})

type Place = [number, number]
/** A line of many points from south to north, bent like a river. */
const river = (lon: number, points: number): Place[] =>
  Array.from({ length: points }, (_, at) => {
    const way = at / (points - 1)
    return [lon + 0.01 * Math.sin(way * 3 * Math.PI) + 0.00001 * (at % 2), 20 + 0.1 * way]
  })
const between = (west: Place[], east: Place[]) => ({
  type: 'Polygon',
  coordinates: [[...west, ...[...east].reverse(), west[0]!]],
})

test('simplified: far fewer points, the border of two neighbours the same for both, an islet kept', async () => {
  const { database } = await world([slice], today)
  const [west, middle, east] = [106, 106.1, 106.2].map((lon) => river(lon, 1000)) as [Place[], Place[], Place[]]
  const islet = [
    [107, 20],
    [107, 20.0002],
    [107.0002, 20.0002],
    [107.0002, 20],
    [107, 20],
  ]
  const place = fileWith(
    collection(
      feature('12280', between(west, middle)),
      feature('12286', between(middle, east)),
      feature('12313', { type: 'Polygon', coordinates: [islet] }),
    ),
  )
  expect(await importBoundaries(database.db, { place, on: today, today })).toEqual({ done: true, kept: 3 })
  const kept = await sql<{ code: string; geometry: { type: string; coordinates: Place[][] } }>`
    select code, geometry from area_boundary join area_unit on area_unit.id = unit_id order by code`.execute(
    database.db,
  )
  const [one, other, small] = kept.rows.map(({ geometry }) => geometry.coordinates[0]!) as [Place[], Place[], Place[]]
  for (const ring of [one, other]) {
    expect(ring.length).toBeLessThan(300)
    expect(ring.length).toBeGreaterThan(20)
    expect(ring[0]).toEqual(ring.at(-1))
  }
  const border = (ring: Place[]) =>
    [...new Set(ring.filter(([lon]) => Math.abs(lon - 106.1) < 0.03).map((point) => point.join()))].sort()
  expect(border(one).length).toBeGreaterThan(10)
  expect(border(one)).toEqual(border(other))
  expect(new Set(small.map((point) => point.join())).size).toBe(4)
})

test('a folder is read whole: its GeoJSON files and nothing else, and a code that is in two of them is named', async () => {
  const { database } = await world([slice], today)
  const keep = (files: Record<string, unknown>) =>
    importBoundaries(database.db, { place: folderWith(files), on: today, today })
  const files = {
    'a.geojson': collection(feature('12280', square(106, 20)), feature('12286', square(106.1, 20))),
    'b.json': feature('12313', square(106.2, 20)),
    'doc-toi.txt': 'mã 12322',
  }
  const twice = await keep({ ...files, 'c.geojson': feature('12280', square(106.3, 20)) })
  expect(twice).toMatchObject({
    done: false,
    errors: [
      {
        file: 'c.geojson',
        code: '12280',
        vi: 'Mã 12280 đã có trong a.geojson.',
        en: 'The code 12280 is in a.geojson already.',
      },
    ],
  })
  expect(await keep({ 'doc-toi.txt': 'mã 12322' })).toMatchObject({
    done: false,
    errors: [{ en: 'There is no GeoJSON file.' }],
  })
  expect((await sql`select 1 from area_boundary`.execute(database.db)).rows).toEqual([])
  expect(await keep(files)).toEqual({ done: true, kept: 3 })
})
