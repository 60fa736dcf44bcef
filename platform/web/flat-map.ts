// Where units with real boundaries lie on a flat picture. Knows no browser: the portal draws with it on the server.

import { geoIdentity, geoPath } from 'd3-geo'

/** As GeoJSON has it, longitude first; rings may turn either way. */
export type BoundaryShape =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

export type Drawn = {
  path: string
  centre: readonly [number, number]
  /** In square points of the picture: how much fits into it. */
  room: number
  breadth: number
  /** From the centre down to the lowest corner. */
  depth: number
}

/** Every corner of a shape. */
function corners(shape: BoundaryShape): number[][] {
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2)
}

function middleLatitude(shapes: readonly BoundaryShape[]): number {
  const latitudes = shapes.flatMap((shape) => corners(shape).map((corner) => corner[1] ?? 0))
  return latitudes.reduce((sum, one) => sum + one, 0) / Math.max(1, latitudes.length)
}

/** A province is small enough to be drawn flat; on the sphere, a ring that turns the other way would fill the globe. */
function flatten(shape: BoundaryShape, latitude: number): BoundaryShape {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const ring = (one: number[][]) => one.map(([lon = 0, lat = 0]) => [lon * squeeze, lat])
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map((polygon) => polygon.map(ring)) }
}

export function drawFlat(
  shapes: ReadonlyMap<string, BoundaryShape>,
  wide: number,
  high: number,
): ReadonlyMap<string, Drawn> {
  const middle = middleLatitude([...shapes.values()])
  const flat = new Map([...shapes].map(([id, shape]) => [id, flatten(shape, middle)]))
  const fit = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [4, 4],
        [wide - 4, high - 4],
      ],
      { type: 'GeometryCollection', geometries: [...flat.values()] },
    )
  const draw = geoPath(fit).digits(1)
  return new Map(
    [...flat].map(([id, shape]) => {
      const [[left], [right, bottom]] = draw.bounds(shape)
      const centre = draw.centroid(shape)
      const drawn = { path: draw(shape) ?? '', centre, room: draw.area(shape) }
      return [id, { ...drawn, breadth: right - left, depth: bottom - centre[1] }]
    }),
  )
}

/** Whether a name in these lines stands inside its unit. */
export const fits = ({ breadth, depth, room }: Drawn, lines: readonly string[]): boolean =>
  breadth > Math.max(...lines.map((line) => line.length)) * 7 && depth > lines.length * 14 && room > 1800
/** Whether an icon does. */
export const fitsIcon = ({ room }: Drawn): boolean => room > 700
