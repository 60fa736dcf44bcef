// Draws boundaries with the same fills, icons and late marks as the tile map.

import './unit-shapes.css'
import './hex-map.css'
import './boundary-box.css'
import { geoIdentity, geoPath } from 'd3-geo'
import { useId, useMemo } from 'react'
import { icons } from '../icons.ts'
import { useLink } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import type { BoundaryMapProps, BoundaryShape, BoundaryUnit } from './boundary-map.tsx'
import { twoLines } from './hex-map.tsx'
import { MapPatterns, patternFill } from './map-patterns.tsx'
import { statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  late: { vi: (n: number) => `${n} việc trễ hạn`, en: (n: number) => `${n} late ${n === 1 ? 'task' : 'tasks'}` },
  lateShort: { vi: (n: number) => `${n} trễ`, en: (n: number) => `${n} late` },
})

const wide = 460
const high = 400

/** Every corner of a shape. */
function corners(shape: BoundaryShape): number[][] {
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2)
}

function middleLatitude(units: readonly BoundaryUnit[]): number {
  const latitudes = units.flatMap((unit) => corners(unit.shape).map((corner) => corner[1] ?? 0))
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

const breadthOf = ([[left], [right]]: [[number, number], [number, number]]): number => right - left

export default function BoundaryBox({ units, label, source }: BoundaryMapProps) {
  const pattern = useId()
  const { draw, flat } = useMemo(() => {
    const middle = middleLatitude(units)
    const flat = new Map(units.map((unit) => [unit.id, flatten(unit.shape, middle)]))
    const all = { type: 'GeometryCollection' as const, geometries: [...flat.values()] }
    const fit = geoIdentity()
      .reflectY(true)
      .fitExtent(
        [
          [4, 4],
          [wide - 4, high - 4],
        ],
        all,
      )
    return { draw: geoPath(fit), flat }
  }, [units])
  return (
    <figure className="hexfig">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of links cannot be a fieldset */}
      <svg
        className="hexmap boundaries"
        viewBox={`0 0 ${wide} ${high}`}
        style={{ width: wide, fontSize: 12 }}
        role="group"
        aria-label={label}
      >
        <MapPatterns id={pattern} />
        {units.map((unit) => {
          const shape = flat.get(unit.id)
          return (
            shape && (
              <Shape
                key={unit.id}
                unit={unit}
                path={draw(shape) ?? ''}
                centre={draw.centroid(shape)}
                room={draw.area(shape)}
                breadth={breadthOf(draw.bounds(shape))}
                pattern={pattern}
              />
            )
          )
        })}
      </svg>
      <figcaption className="t13 faint">{source}</figcaption>
    </figure>
  )
}

type ShapeProps = {
  unit: BoundaryUnit
  path: string
  centre: [number, number]
  room: number
  breadth: number
  pattern: string
}

function Shape({ unit, path, centre: [x, y], room, breadth, pattern }: ShapeProps) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  const link = useLink()
  const said = [`${unit.name}: ${unit.statusText ?? statusWords[unit.status]}`, unit.late ? w.late(unit.late) : '']
    .filter(Boolean)
    .join(', ')
  const lines = twoLines(unit.name)
  const named = breadth > Math.max(...lines.map((line) => line.length)) * 7 && room > 1800
  const late = unit.late ? w.lateShort(unit.late) : ''
  const lateWide = 16 + late.length * 5.4
  const inside = (
    <>
      <title>{said}</title>
      <path className="shape" d={path} style={patternFill(pattern, unit.status)} />
      {room > 700 && (
        <path
          className="ic"
          d={icons[statusIcon[unit.status]]}
          transform={`translate(${x - 7} ${y - 18}) scale(.583)`}
        />
      )}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus; the title says it all */}
      <g aria-hidden="true">
        {named &&
          lines.map((line, index) => (
            <text key={line} x={x} y={y + 8 + index * 14}>
              {line}
            </text>
          ))}
        {late && (
          <g className="lt">
            <rect x={x - lateWide / 2} y={y + 26} width={lateWide} height="17" rx="8.5" />
            <text x={x} y={y + 38.5}>
              {late}
            </text>
          </g>
        )}
      </g>
    </>
  )
  const classes = `hx hx-${unit.status}${unit.chosen ? ' chosen' : ''}`
  return unit.to ? (
    <a className={classes} {...link(unit.to)}>
      {inside}
    </a>
  ) : (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group inside a drawing is not interactive
    <g className={classes} role="img" aria-label={said}>
      {inside}
    </g>
  )
}
