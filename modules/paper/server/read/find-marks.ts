// Finds the four squares around the signature box, each near where the QR says that it must be.

import { type Box, cornersOf, markSide, marks, type Point } from '../../rules/layout.ts'
import { type Pair, type Plane, planeThrough } from './homography.ts'
import type { Grey } from './picture.ts'
import { spotsIn } from './spots.ts'

export type Found = { plane: Plane; marks: number }

/** How far from its place a square may lie, in millimetres: paper curls, and the QR is small. */
const reach = 9

/** The plane through the QR and every square that was found; the nearest square first, so that each helps the next. */
export function findSheet(grey: Grey, qrCorners: readonly Point[], qr: Box): Found | undefined {
  const pairs: Pair[] = cornersOf(qr).flatMap((sheet, index) => {
    const picture = qrCorners[index]
    return picture ? [{ sheet, picture }] : []
  })
  let plane = planeThrough(pairs)
  if (!plane) return undefined
  let found = 0
  const far = ({ x, y }: Point): number => Math.hypot(x - qr.left, y - qr.top)
  for (const mark of [...marks].sort((one, other) => far(one) - far(other))) {
    const spot = markNear(grey, plane, mark)
    if (!spot) continue
    found += 1
    pairs.push({ sheet: mark, picture: spot })
    plane = planeThrough(pairs) ?? plane
  }
  return { plane, marks: found }
}

function markNear({ data, width, height }: Grey, plane: Plane, mark: Point): Point | undefined {
  const middle = plane(mark)
  const scale = localScale(plane, mark)
  const side = Math.round(reach * scale)
  const [left, top] = [Math.round(middle.x) - side, Math.round(middle.y) - side]
  const size = side * 2 + 1
  if (!(scale > 1.5) || left < -side || top < -side || left > width - side || top > height - side) return undefined
  const greys = new Uint8Array(size * size)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [fromX, fromY] = [left + x, top + y]
      // Outside the picture is as bright as paper.
      greys[y * size + x] =
        fromX < 0 || fromY < 0 || fromX >= width || fromY >= height ? 255 : (data[fromY * width + fromX] as number)
    }
  const threshold = splitOf(greys)
  if (threshold === undefined) return undefined
  const wanted = (markSide * scale) ** 2
  const spots = spotsIn(
    greys.map((grey) => (grey <= threshold ? 1 : 0)),
    size,
    size,
  ).filter(
    (spot) =>
      spot.area > wanted * 0.5 && spot.area < wanted * 1.7 && spot.squareness > 0.0062 && spot.squareness < 0.0078,
  )
  const nearest = spots.sort(
    (one, other) => Math.hypot(one.x - side, one.y - side) - Math.hypot(other.x - side, other.y - side),
  )[0]
  return nearest && { x: left + nearest.x, y: top + nearest.y }
}

/** Pixels of the picture to a millimetre of the sheet, around a point. */
export function localScale(plane: Plane, { x, y }: Point): number {
  const [here, right, below] = [plane({ x, y }), plane({ x: x + 1, y }), plane({ x, y: y + 1 })]
  return Math.sqrt(Math.hypot(right.x - here.x, right.y - here.y) * Math.hypot(below.x - here.x, below.y - here.y))
}

/** The grey that parts dark from bright best (Otsu); undefined where there are no two. */
function splitOf(greys: Uint8Array): number | undefined {
  const counts = new Array<number>(256).fill(0)
  for (const grey of greys) counts[grey] = (counts[grey] as number) + 1
  const total = greys.length
  const sum = counts.reduce((all, count, grey) => all + count * grey, 0)
  let [best, split, dark, darkSum, apart] = [0, 0, 0, 0, 0]
  for (let grey = 0; grey < 255; grey += 1) {
    dark += counts[grey] as number
    darkSum += grey * (counts[grey] as number)
    if (dark === 0 || dark === total) continue
    const difference = (sum - darkSum) / (total - dark) - darkSum / dark
    const between = dark * (total - dark) * difference ** 2
    if (between > best) [best, split, apart] = [between, grey, difference]
  }
  return apart > 25 ? split : undefined
}
