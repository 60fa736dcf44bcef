// The map with real boundaries, drawn on the server: the same picture as in the staff application, a link for each unit.

import { html, raw } from 'hono/html'
import { unitShort } from '../../../../platform/contract/unit-name.ts'
import { type BoundaryShape, type Drawn, drawFlat, fits, fitsIcon } from '../../../../platform/web/flat-map.ts'
import { fillOf, type HexUnit, patterns, statusIcons, twoLines } from './hex-picture.ts'
import type { Html } from './layout.ts'

const wide = 460
const high = 400

export function boundaryPicture(
  units: readonly HexUnit[],
  shapes: ReadonlyMap<string, BoundaryShape>,
  label: string,
): Html {
  const drawn = drawFlat(shapes, wide, high)
  return html`<svg class="hexmap boundaries" viewBox="0 0 ${wide} ${high}" width="${wide}" role="group" aria-label="${label}">
${patterns}
${units.map((unit) => shapeOf(unit, drawn.get(unit.id)!))}</svg>`
}

function shapeOf(unit: HexUnit, drawn: Drawn): Html {
  const [x, y] = drawn.centre
  const lines = twoLines(unitShort(unit))
  const icon = fitsIcon(drawn)
    ? html`<use href="#i-${statusIcons[unit.status]}" x="${(x - 8).toFixed(1)}" y="${(y - 20).toFixed(1)}" width="16" height="16"/>`
    : ''
  const name = fits(drawn, lines)
    ? lines.map(
        (line, index) =>
          html`<text aria-hidden="true" x="${x.toFixed(1)}" y="${(y + 8 + index * 14).toFixed(1)}">${line}</text>`,
      )
    : ''
  return html`<a href="${unit.href}" class="hx hx-${unit.status}"><title>${unit.said}</title><path class="shape" d="${drawn.path}"${raw(fillOf(unit))}/>${icon}${name}</a>
`
}
