// The tile map drawn on the server: the same places as in the staff application, a link for each unit.

import { html, raw } from 'hono/html'
import { unitShort } from '../../../../platform/contract/unit-name.ts'
import { type Cell, centreOf, placeHexes } from '../../../../platform/web/hexes.ts'
import type { MapStatus } from '../../../recognition/server/public.ts'
import type { IconName } from './icons.ts'
import type { Html } from './layout.ts'

export type HexUnit = {
  id: string
  name: string
  type: string
  lat: number | null
  lon: number | null
  status: MapStatus
  /** "Xã Song Mai: Đã công nhận không ma túy". */
  said: string
  href: string
}

/** More than this, and a picture of equal tiles tells less than a list. */
export const mostOnMap = 150

export const statusIcons: Record<MapStatus, IconName> = {
  kept: 'kept',
  converted: 'converted',
  appraising: 'appraising',
  working: 'working',
  outside: 'outside',
  again: 'again',
  lost: 'lost',
}

const width = 82
const radius = 45.5
const pad = 4
const corners = [0, 1, 2, 3, 4, 5].map((index) => {
  const angle = (Math.PI / 180) * (60 * index - 90)
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
})

// Placing is the costly part and depends on the units alone: the last few pictures are kept.
const placed = new Map<string, ReadonlyMap<string, Cell>>()
function cellsOf(units: readonly HexUnit[]): ReadonlyMap<string, Cell> {
  const key = units.map((unit) => `${unit.id}${unit.lat}${unit.lon}`).join()
  const found = placed.get(key)
  if (found) return found
  const cells = placeHexes(units.map(({ id, lat, lon }) => ({ id, lat: lat ?? undefined, lon: lon ?? undefined })))
  placed.set(key, cells)
  if (placed.size > 20) placed.delete(placed.keys().next().value as string)
  return cells
}

export function hexPicture(units: readonly HexUnit[], label: string): Html {
  const cells = cellsOf(units)
  const spots = new Map(
    [...cells].map(([id, cell]) => {
      const centre = centreOf(cell)
      return [id, { x: centre.x * width, y: centre.y * width }] as const
    }),
  )
  const xs = [...spots.values()].map((spot) => spot.x)
  const ys = [...spots.values()].map((spot) => spot.y)
  const left = Math.min(...xs) - width / 2 - pad
  const top = Math.min(...ys) - radius - pad
  const box = [left, top, Math.max(...xs) - left + width / 2 + pad, Math.max(...ys) - top + radius + pad]
  const inOrder = [...units].sort((one, other) => {
    const [a, b] = [spots.get(one.id)!, spots.get(other.id)!]
    return a.y - b.y || a.x - b.x
  })
  return html`<svg class="hexmap" viewBox="${box.map((value) => value.toFixed(1)).join(' ')}" width="${Math.round(box[2]! * 1.135)}" role="group" aria-label="${label}">
${patterns}
${inOrder.map((unit) => hex(unit, spots.get(unit.id)!))}</svg>`
}

const hatch = html`<rect class="hp-ground" width="7" height="7"/><rect class="hp-line" width="1.6" height="7"/>`
export const patterns = html`<defs><pattern id="hx" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" class="hp-working">${hatch}</pattern><pattern id="ha" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" class="hp-again">${hatch}</pattern></defs>`
/** The attribute of a shape whose status is hatched. */
export const fillOf = ({ status }: Pick<HexUnit, 'status'>): string =>
  status === 'working' ? ' fill="url(#hx)"' : status === 'again' ? ' fill="url(#ha)"' : ''

function hex(unit: HexUnit, at: { x: number; y: number }): Html {
  const points = corners.map(([x, y]) => `${(at.x + x).toFixed(1)},${(at.y + y).toFixed(1)}`).join(' ')
  const lines = twoLines(unitShort(unit))
  const x = at.x.toFixed(1)
  return html`<a href="${unit.href}" class="hx hx-${unit.status}"><title>${unit.said}</title><polygon points="${points}"${raw(fillOf(unit))}/><use href="#i-${statusIcons[unit.status]}" x="${(at.x - 8).toFixed(1)}" y="${(at.y - 30).toFixed(1)}" width="16" height="16"/>${lines.map(
    (line, index) =>
      html`<text class="l${index + 1}" aria-hidden="true" x="${x}" y="${(at.y + 2 + index * 14 + (lines.length === 1 ? 7 : 0)).toFixed(1)}">${line}</text>`,
  )}</a>
`
}

/** Breaks a name into at most two lines of about the same length. */
export function twoLines(name: string): readonly string[] {
  const parts = name.split(' ')
  if (parts.length < 2) return [name]
  const cuts = parts.slice(1).map((_, index) => [parts.slice(0, index + 1).join(' '), parts.slice(index + 1).join(' ')])
  const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length))
  return cuts.reduce((best, cut) => (longest(cut) < longest(best) ? cut : best))
}
