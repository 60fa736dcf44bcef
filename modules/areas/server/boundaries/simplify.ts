// Makes boundaries light enough for a map on a phone. All of them go through one topology, so that neighbours keep their
// common border: simplified one by one, they would leave gaps and overlap.

import { geoArea } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Objects, Topology } from 'topojson-specification'
import type { Shape } from './read-shapes.ts'

/** A triangle of this many square degrees is too small to be seen: about 60 m by 60 m. */
export const smallest = 3e-7
/** Five decimals of a degree are one metre. */
const decimals = 1e5

const rounded = (place: Position): Position => [
  Math.round(place[0]! * decimals) / decimals,
  Math.round(place[1]! * decimals) / decimals,
]
/** The rings that still enclose something; a polygon without its outer ring is gone. */
function ringsOf(rings: Position[][]): Position[][] {
  const lighter = rings.map((ring) => ring.map(rounded))
  const encloses = (ring: Position[]) => new Set(ring.map((place) => place.join())).size >= 3
  return lighter[0] && encloses(lighter[0]) ? lighter.filter(encloses) : []
}

export function simplifyAll(
  shapes: readonly Pick<Shape, 'code' | 'geometry'>[],
  unseen = smallest,
): Map<string, Polygon | MultiPolygon> {
  const collection: FeatureCollection<Polygon | MultiPolygon> = {
    type: 'FeatureCollection',
    features: shapes.map(({ code, geometry }) => ({ type: 'Feature', id: code, properties: {}, geometry })),
  }
  const arcs = presimplify(topology({ all: collection }) as Topology<Objects>)
  const lighter = simplify(arcs, unseen)
  const back = feature(lighter, lighter.objects.all as GeometryCollection) as FeatureCollection<Polygon | MultiPolygon>
  const original = new Map(shapes.map((shape) => [shape.code, shape.geometry]))
  return new Map(
    back.features.map((each: Feature<Polygon | MultiPolygon>) => {
      const code = String(each.id)
      const geometry = clean(each.geometry)
      // A unit smaller than what can be seen, an islet or a ward, keeps its own shape rather than none.
      return [code, geometry ?? asIs(original.get(code)!)]
    }),
  )
}

/**
 * GeoJSON turns its outer rings one way and many files the other; the drawing library reads the wrong way round as "the
 * whole world but this". The turn that gives the smaller area is meant.
 */
function turned(rings: Position[][]): Position[][] {
  const meant = geoArea({ type: 'Polygon', coordinates: rings }) <= 2 * Math.PI
  return meant ? rings : rings.map((ring) => [...ring].reverse())
}

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
const joined = (polygons: Position[][][]): Polygon | MultiPolygon =>
  polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
const asIs = (geometry: Polygon | MultiPolygon) => joined(polygonsOf(geometry).map(turned))

function clean(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon | undefined {
  const kept = polygonsOf(geometry)
    .map(ringsOf)
    .filter((rings) => rings.length > 0)
    .map(turned)
  return kept.length > 0 ? joined(kept) : undefined
}
