// The plane of a sheet seen in a picture: from points known on the sheet and found in the picture, where everything else is.

import type { Point } from '../../rules/layout.ts'

export type Pair = { sheet: Point; picture: Point }
export type Plane = (point: Point) => Point

/** Sizes are brought near 1 before solving, so that the sums stay exact. */
const sheetUnit = 100
const pictureUnit = 1000

/** The projection that fits at least four pairs best, or undefined when they lie on one line. */
export function planeThrough(pairs: readonly Pair[]): Plane | undefined {
  if (pairs.length < 4) return undefined
  const sums = Array.from({ length: 8 }, () => new Array<number>(9).fill(0))
  for (const { sheet, picture } of pairs) {
    const [x, y] = [sheet.x / sheetUnit, sheet.y / sheetUnit]
    const [u, v] = [picture.x / pictureUnit, picture.y / pictureUnit]
    add(sums, [x, y, 1, 0, 0, 0, -u * x, -u * y, u])
    add(sums, [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  }
  const found = solve(sums)
  if (!found) return undefined
  const [a, b, c, d, e, f, g, h] = found as [number, number, number, number, number, number, number, number]
  return ({ x: left, y: top }) => {
    const [x, y] = [left / sheetUnit, top / sheetUnit]
    const w = g * x + h * y + 1
    return { x: ((a * x + b * y + c) / w) * pictureUnit, y: ((d * x + e * y + f) / w) * pictureUnit }
  }
}

/** One equation more: its share of the normal equations. */
function add(sums: number[][], row: readonly number[]): void {
  for (let i = 0; i < 8; i += 1)
    for (let j = 0; j < 9; j += 1)
      (sums[i] as number[])[j] = ((sums[i] as number[])[j] as number) + (row[i] as number) * (row[j] as number)
}

/** Gauss with pivots. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length
  for (let at = 0; at < size; at += 1) {
    const best = rows
      .slice(at)
      .reduce(
        (pick, row, index) => (Math.abs(row[at] as number) > Math.abs(rows[pick]?.[at] as number) ? at + index : pick),
        at,
      )
    const pivot = rows[best] as number[]
    if (Math.abs(pivot[at] as number) < 1e-12) return undefined
    rows[best] = rows[at] as number[]
    rows[at] = pivot
    for (let below = at + 1; below < size; below += 1) {
      const row = rows[below] as number[]
      const factor = (row[at] as number) / (pivot[at] as number)
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] as number) - factor * (pivot[column] as number)
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] as number[]
    let rest = row[size] as number
    for (let column = at + 1; column < size; column += 1) rest -= (row[column] as number) * (found[column] as number)
    found[at] = rest / (row[at] as number)
  }
  return found
}
