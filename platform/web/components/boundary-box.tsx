// Draws boundaries with the same fills, icons and late marks as the tile map.

import './hex-map.css'
import './boundary-box.css'
import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo'
import { useId, useMemo } from 'react'
import { icons } from '../icons.ts'
import { useLink } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import type { BoundaryMapProps, BoundaryUnit } from './boundary-map.tsx'
import { statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  late: { vi: (n: number) => `${n} việc trễ hạn`, en: (n: number) => `${n} late ${n === 1 ? 'task' : 'tasks'}` },
  lateShort: { vi: (n: number) => `${n} trễ`, en: (n: number) => `${n} late` },
})

const wide = 460
const high = 400

export default function BoundaryBox({ units, label, source }: BoundaryMapProps) {
  const pattern = useId()
  const draw = useMemo(() => {
    const all = { type: 'GeometryCollection', geometries: units.map((unit) => unit.shape) } as GeoPermissibleObjects
    return geoPath(
      geoMercator().fitExtent(
        [
          [4, 4],
          [wide - 4, high - 4],
        ],
        all,
      ),
    )
  }, [units])
  return (
    <figure className="hexfig">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of links cannot be a fieldset */}
      <svg
        className="hexmap boundaries"
        viewBox={`0 0 ${wide} ${high}`}
        style={{ width: wide }}
        role="group"
        aria-label={label}
      >
        <defs>
          <pattern id={pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className="hp-ground" />
            <rect width="1.6" height="7" className="hp-line" />
          </pattern>
        </defs>
        {units.map((unit) => (
          <Shape
            key={unit.id}
            unit={unit}
            path={draw(unit.shape) ?? ''}
            centre={draw.centroid(unit.shape)}
            room={draw.area(unit.shape)}
            pattern={pattern}
          />
        ))}
      </svg>
      <figcaption className="t13 faint">{source}</figcaption>
    </figure>
  )
}

type ShapeProps = { unit: BoundaryUnit; path: string; centre: [number, number]; room: number; pattern: string }

function Shape({ unit, path, centre: [x, y], room, pattern }: ShapeProps) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  const link = useLink()
  const said = [`${unit.name}: ${unit.statusText ?? statusWords[unit.status]}`, unit.late ? w.late(unit.late) : '']
    .filter(Boolean)
    .join(', ')
  const late = unit.late ? w.lateShort(unit.late) : ''
  const lateWide = 16 + late.length * 5.4
  const inside = (
    <>
      <title>{said}</title>
      <path
        className="shape"
        d={path}
        style={unit.status === 'working' || unit.status === 'again' ? { fill: `url(#${pattern})` } : undefined}
      />
      {room > 700 && (
        <path
          className="ic"
          d={icons[statusIcon[unit.status]]}
          transform={`translate(${x - 7} ${y - 18}) scale(.583)`}
        />
      )}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus; the title says it all */}
      <g aria-hidden="true">
        {room > 1800 && (
          <text x={x} y={y + 10}>
            {unit.name}
          </text>
        )}
        {late && (
          <g className="lt">
            <rect x={x - lateWide / 2} y={y + 15} width={lateWide} height="17" rx="8.5" />
            <text x={x} y={y + 27.5}>
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
