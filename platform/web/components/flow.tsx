// The lineage of places as a flow: columns of units by date, ribbons for what became what, dashed where the share is unknown.

import './flow.css'
import type { ReactNode } from 'react'
import { type Box, type FlowLink, layFlow, lineOf } from '../flow-layout.ts'
import { icons } from '../icons.ts'
import { useLink } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { FlowPath } from './flow-path.tsx'
import { type AreaStatus, statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  unknown: {
    vi: 'Đường đứt: chia đôi mà tỷ lệ chưa công bố, không tự chia số liệu',
    en: 'Dashed: split, and the share is not published; figures are never divided by guess',
  },
})

export type FlowUnit = {
  id: string
  /** "Nhân La"; in the last column better with its kind: "Xã Lương Bằng". */
  name: string
  code?: string
  status?: AreaStatus
  statusText?: string
  /** Under the name in the last column: "mã 12280, trước là …". */
  note?: string
  to?: string
  /** Lies outside the programme: dashed box. */
  outside?: boolean
}
export type FlowColumn = { title: string; note?: string; units: readonly FlowUnit[] }

export type FlowProps = {
  columns: readonly FlowColumn[]
  links: readonly FlowLink[]
  /** The unit that the page is about; its line is drawn strong, and is all that a phone shows. */
  focus?: string
  label: string
  /** Keys under the picture. */
  keys?: ReactNode
}

export function Flow({ columns, links, focus, label, keys }: FlowProps) {
  const w = useWords(words)
  const units = new Map(columns.flatMap((column) => column.units.map((unit) => [unit.id, unit] as const)))
  const lines = (id: string) => 1 + (units.get(id)?.note ? 1 : 0) + (units.get(id)?.status ? 1 : 0)
  const picture = layFlow({
    columns: columns.map((column) => column.units.map((unit) => unit.id)),
    links,
    cardHeight: (id) => 12 + lines(id) * 19.5,
  })
  const line = focus ? lineOf(focus, links) : new Set<string>()
  const last = columns.length - 1
  const starts = [...picture.columnStarts, picture.width]
  const template = columns.map((_, at) => `${(starts[at + 1] ?? 0) - (starts[at] ?? 0)}fr`).join(' ')
  const strong = (link: FlowLink) => line.has(link.from) && line.has(link.to)
  const ribbons = [...picture.ribbons].sort((a, b) => Number(strong(a)) - Number(strong(b)))
  return (
    <div className="flowbox">
      <div className="flowhead" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <span key={column.title}>
            <b>{column.title}</b>
            {column.note}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of links cannot be a fieldset */}
      <svg className="flow" viewBox={`0 -2 ${picture.width + 1} ${picture.height + 3}`} role="group" aria-label={label}>
        {ribbons.map((ribbon) => (
          <path
            key={`${ribbon.from} ${ribbon.to}`}
            className={ribbon.share === null ? 'rb part' : strong(ribbon) ? 'rb on' : 'rb'}
            d={ribbon.path}
          />
        ))}
        {[...picture.boxes.values()].map((box) => {
          const unit = units.get(box.id)
          return (
            unit && (
              <UnitMark
                key={box.id}
                box={box}
                unit={unit}
                on={line.has(box.id)}
                place={box.column === 0 ? 'first' : box.column === last ? 'last' : 'middle'}
              />
            )
          )
        })}
      </svg>
      <FlowPath columns={columns} links={links} line={line} />
      {(keys || links.some((link) => link.share === null)) && (
        <div className="keys">
          {keys}
          {links.some((link) => link.share === null) && (
            <span>
              <i className="dashkey" aria-hidden="true" />
              {w.unknown}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

function UnitMark({
  box,
  unit,
  on,
  place,
}: {
  box: Box
  unit: FlowUnit
  on: boolean
  place: 'first' | 'middle' | 'last'
}) {
  const link = useLink()
  const inside =
    place === 'last' ? <Card box={box} unit={unit} /> : <Row box={box} unit={unit} first={place === 'first'} />
  const classes = `nd${on ? ' on' : ''}${place === 'last' ? ' rt' : ''}`
  if (!unit.to) return <g className={classes}>{inside}</g>
  return (
    <a className={classes} {...link(unit.to)}>
      {inside}
    </a>
  )
}

function StatusMark({ status, x, y }: { status: AreaStatus; x: number; y: number }) {
  const statusWords = useStatusWords()
  return (
    <g transform={`translate(${x} ${y}) scale(.625)`}>
      <title>{statusWords[status]}</title>
      <path className="ic" d={icons[statusIcon[status]]} />
    </g>
  )
}

function Row({ box, unit, first }: { box: Box; unit: FlowUnit; first: boolean }) {
  const centre = box.y + box.height / 2
  const left = first ? 0 : box.x + 9
  const right = first ? box.width - 11 : box.x + box.width - 10
  return (
    <>
      {!first && (
        <rect
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx="5"
          className={box.height > 22 ? 'box two' : 'box'}
        />
      )}
      {first && <rect x={0} y={box.y} width={box.width} height={box.height} className="hit" />}
      {unit.status && <StatusMark status={unit.status} x={left} y={centre - 7.5} />}
      <text x={left + 22} y={centre + 4.5}>
        {unit.name}
      </text>
      {unit.code && (
        <text className="c" x={right} y={centre + 4.5}>
          {unit.code}
        </text>
      )}
      {first && (
        <rect x={box.width - 5} y={centre - 8.5} width="5" height="17" className={`e e-${unit.status ?? 'outside'}`} />
      )}
    </>
  )
}

function Card({ box, unit }: { box: Box; unit: FlowUnit }) {
  const statusWords = useStatusWords()
  const rows = 1 + (unit.note ? 1 : 0) + (unit.status ? 1 : 0)
  const top = box.y + box.height / 2 - (rows * 19.5) / 2 + 15
  return (
    <>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx="8"
        className={unit.outside ? 'box dash' : 'box two'}
      />
      <text className="b" x={box.x + 14} y={top}>
        {unit.name}
      </text>
      {unit.note && (
        <text className="s" x={box.x + 14} y={top + 19}>
          {unit.note}
        </text>
      )}
      {unit.status && (
        <>
          <StatusMark status={unit.status} x={box.x + 13} y={top + (rows - 1) * 19.5 - 12} />
          <text className="s" x={box.x + 34} y={top + (rows - 1) * 19.5}>
            {unit.statusText ?? statusWords[unit.status]}
          </text>
        </>
      )}
    </>
  )
}
