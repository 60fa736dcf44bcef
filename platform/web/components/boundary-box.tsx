// Draws boundaries with the same fills, icons and late marks as the tile map.

import './unit-shapes.css'
import './hex-map.css'
import './boundary-box.css'
import { useId, useMemo } from 'react'
import { type Drawn, drawFlat, fits, fitsIcon } from '../flat-map.ts'
import { icons } from '../icons.ts'
import { useLink } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import type { BoundaryMapProps, BoundaryUnit } from './boundary-map.tsx'
import { twoLines } from './hex-map.tsx'
import { MapPatterns, patternFill } from './map-patterns.tsx'
import { statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  late: { vi: (n: number) => `${n} việc trễ hạn`, en: (n: number) => `${n} late ${n === 1 ? 'task' : 'tasks'}` },
  lateShort: { vi: (n: number) => `${n} trễ`, en: (n: number) => `${n} late` },
})

const wide = 460
const high = 400

export default function BoundaryBox({ units, label, source }: BoundaryMapProps) {
  const pattern = useId()
  const drawn = useMemo(() => drawFlat(new Map(units.map((unit) => [unit.id, unit.shape])), wide, high), [units])
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
        {units.map((unit) => (
          <Shape key={unit.id} unit={unit} drawn={drawn.get(unit.id)!} pattern={pattern} />
        ))}
      </svg>
      <figcaption className="t13 faint">{source}</figcaption>
    </figure>
  )
}

function Shape({ unit, drawn, pattern }: { unit: BoundaryUnit; drawn: Drawn; pattern: string }) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  const link = useLink()
  const said = [`${unit.name}: ${unit.statusText ?? statusWords[unit.status]}`, unit.late ? w.late(unit.late) : '']
    .filter(Boolean)
    .join(', ')
  const lines = twoLines(unit.name)
  const [x, y] = drawn.centre
  const named = fits(drawn, lines)
  const roomy = fitsIcon(drawn)
  const late = unit.late ? w.lateShort(unit.late) : ''
  const lateWide = 16 + late.length * 5.4
  const inside = (
    <>
      <title>{said}</title>
      <path className="shape" d={drawn.path} style={patternFill(pattern, unit.status)} />
      {roomy && (
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
        {late && roomy && (
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
