// The tile map: every commune the same size, its status by icon, shape and colour, a link each; it says that it is no boundary.

import './unit-shapes.css'
import './hex-map.css'
import { useId, useMemo } from 'react'
import { unitShort, unitTitle } from '../../contract/unit-name.ts'
import type { Language } from '../../contract/words.ts'
import { type Cell, centreOf, placeHexes } from '../hexes.ts'
import { icons } from '../icons.ts'
import { useLanguage } from '../language.ts'
import { useLink } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { MapPatterns, patternFill } from './map-patterns.tsx'
import { type AreaStatus, statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  schematic: { vi: 'Sơ đồ vị trí, chưa có ranh giới', en: 'A diagram of positions, no boundaries yet' },
  late: { vi: (n: number) => `${n} việc trễ hạn`, en: (n: number) => `${n} late ${n === 1 ? 'task' : 'tasks'}` },
  lateShort: { vi: (n: number) => `${n} trễ`, en: (n: number) => `${n} late` },
})

export type HexUnit = {
  id: string
  /** "Lương Bằng", without its kind. */
  name: string
  /** "xã", "thị trấn", "phường"; stands in the full name, and as a short "TT" in the cell. */
  type?: string
  lat?: number
  lon?: number
  q?: number
  r?: number
  status: AreaStatus
  /** Words for the status, when they are more exact than the usual ones. */
  statusText?: string
  /** How many pieces of work are late. */
  late?: number
  /** Path of the application. */
  to?: string
  /** Drawn with a heavy outline: the unit that the page is about. */
  chosen?: boolean
}

/** Two neighbours that will become one, with the sentence that says so. */
export type HexMerge = { between: readonly [string, string]; text: string }

const width = 82
const radius = 45.5
const pad = 4

const corners = [0, 1, 2, 3, 4, 5].map((index) => {
  const angle = (Math.PI / 180) * (60 * index - 90)
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
})

/** Breaks a name into at most two lines of about the same length. */
export function twoLines(name: string): readonly string[] {
  const parts = name.split(' ')
  if (parts.length < 2) return [name]
  let best = 1
  for (let at = 1; at < parts.length; at++) {
    const longest = (cut: number) => Math.max(parts.slice(0, cut).join(' ').length, parts.slice(cut).join(' ').length)
    if (longest(at) < longest(best)) best = at
  }
  return [parts.slice(0, best).join(' '), parts.slice(best).join(' ')]
}

const fullName = ({ type, name }: HexUnit, language: Language): string =>
  type ? unitTitle({ type, name }, language) : name

export type HexMapProps = {
  units: readonly HexUnit[]
  merges?: readonly HexMerge[]
  /** What the picture shows: "Sơ đồ 17 xã, thị trấn theo tình trạng". */
  label: string
  /** Leave the sentence about boundaries to the screen (the slider carries it). */
  quiet?: boolean
}

export function HexMap({ units, merges = [], label, quiet }: HexMapProps) {
  const w = useWords(words)
  const pattern = useId()
  const key = units.map((unit) => `${unit.id}:${unit.q ?? unit.lat}:${unit.r ?? unit.lon}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds everything that the places depend on
  const cells = useMemo(() => placeHexes(units), [key])
  const spot = (cell: Cell) => {
    const centre = centreOf(cell)
    return { x: centre.x * width, y: centre.y * width }
  }
  const spots = new Map([...cells].map(([id, cell]) => [id, spot(cell)]))
  const xs = [...spots.values()].map((at) => at.x)
  const ys = [...spots.values()].map((at) => at.y)
  if (xs.length === 0) return null
  const left = Math.min(...xs) - width / 2 - pad
  const top = Math.min(...ys) - radius - pad
  const wide = Math.max(...xs) - Math.min(...xs) + width + 2 * pad
  const high = Math.max(...ys) - Math.min(...ys) + 2 * radius + 2 * pad
  const inOrder = [...units].sort(
    (a, b) => spots.get(a.id)!.y - spots.get(b.id)!.y || spots.get(a.id)!.x - spots.get(b.id)!.x,
  )
  return (
    <figure className="hexfig">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of links cannot be a fieldset */}
      <svg
        className="hexmap"
        viewBox={`${left} ${top} ${wide} ${high}`}
        style={{ width: wide, fontSize: Math.min(14, Math.max(12, (wide / 414) * 12)) }}
        role="group"
        aria-label={label}
      >
        <MapPatterns id={pattern} />
        {inOrder.map((unit) => (
          <Hex key={unit.id} unit={unit} at={spots.get(unit.id)!} pattern={pattern} />
        ))}
        {merges.map((merge) => {
          const [one, other] = merge.between.map((id) => spots.get(id))
          if (!one || !other) return null
          return (
            <MergeMark
              key={merge.between.join()}
              x={(one.x + other.x) / 2}
              y={(one.y + other.y) / 2}
              text={merge.text}
            />
          )
        })}
      </svg>
      {!quiet && <figcaption className="t13 faint">{w.schematic}</figcaption>}
    </figure>
  )
}

function Hex({ unit, at, pattern }: { unit: HexUnit; at: { x: number; y: number }; pattern: string }) {
  const w = useWords(words)
  const language = useLanguage()
  const statusWords = useStatusWords()
  const link = useLink()
  const lines = twoLines(unitShort(unit))
  const points = corners.map(([x, y]) => `${(at.x + x).toFixed(1)},${(at.y + y).toFixed(1)}`).join(' ')
  const said = [
    `${fullName(unit, language)}: ${unit.statusText ?? statusWords[unit.status]}`,
    unit.late ? w.late(unit.late) : '',
  ]
    .filter(Boolean)
    .join(', ')
  const lateText = unit.late ? w.lateShort(unit.late) : ''
  const lateWide = 16 + lateText.length * 5.4
  const inside = (
    <>
      <title>{said}</title>
      <polygon points={points} style={patternFill(pattern, unit.status)} />
      <path
        className="ic"
        d={icons[statusIcon[unit.status]]}
        transform={`translate(${at.x - 8} ${at.y - 30}) scale(.667)`}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus; the title says it all */}
      <g aria-hidden="true">
        {lines.map((line, index) => (
          <text key={line} x={at.x} y={at.y + 1.5 + index * 15 + (lines.length === 1 ? 7 : 0)}>
            {line}
          </text>
        ))}
        {unit.late ? (
          <g className="lt">
            <rect x={at.x - lateWide / 2} y={at.y + 21} width={lateWide} height="17" rx="8.5" />
            <text x={at.x} y={at.y + 33.5}>
              {lateText}
            </text>
          </g>
        ) : null}
      </g>
    </>
  )
  const classes = `hx hx-${unit.status}${unit.chosen ? ' chosen' : ''}`
  if (!unit.to) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group inside a drawing is not interactive
      <g className={classes} role="img" aria-label={said}>
        {inside}
      </g>
    )
  }
  return (
    <a className={classes} {...link(unit.to)}>
      {inside}
    </a>
  )
}

function MergeMark({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group inside a drawing is not interactive
    <g className="mg" role="img" aria-label={text}>
      <title>{text}</title>
      <circle cx={x} cy={y} r="10" />
      <path d={icons.merge} transform={`translate(${x - 7} ${y - 7}) scale(.583)`} />
    </g>
  )
}
