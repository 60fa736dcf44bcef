// The ink of a signature as a few hundred bytes: strokes on a grid, each point as its step from the one before.
// The same code runs on the phone that takes it, in the browser that shows it and on the server that judges it.

/** A stroke: points [x, y] on the grid, 0..`gridWidth` and 0..`gridHeight`, in the order they were drawn. */
export type Stroke = readonly (readonly [number, number])[]
export type Ink = readonly Stroke[]

/** The pad is mapped on a grid of this many steps; finer than a finger and than a printed line. */
export const gridWidth = 1000
export const gridHeight = 600
export const largestInk = 8 * 1024
const format = 1

/** Bytes: format, number of strokes, then of each the number of points and the steps, as zigzag varints. */
export function encodeInk(ink: Ink): Uint8Array {
  const bytes: number[] = [format]
  writeNumber(bytes, ink.length)
  for (const stroke of ink) {
    writeNumber(bytes, stroke.length)
    let [x, y] = [0, 0]
    for (const [nextX, nextY] of stroke) {
      writeStep(bytes, Math.round(nextX) - x)
      writeStep(bytes, Math.round(nextY) - y)
      x = Math.round(nextX)
      y = Math.round(nextY)
    }
  }
  return Uint8Array.from(bytes)
}

/** The strokes again, or undefined when the bytes are no ink. */
export function decodeInk(bytes: Uint8Array): Ink | undefined {
  const ink: [number, number][][] = []
  const known = readPoints(bytes, (x, y, begins) => {
    if (begins) ink.push([])
    ink.at(-1)?.push([x, y])
  })
  return known ? ink : undefined
}

/** Tells each point in order, and whether a stroke begins with it; false when the bytes are no ink. */
function readPoints(bytes: Uint8Array, tell: (x: number, y: number, begins: boolean) => void): boolean {
  if (bytes.length > largestInk || bytes[0] !== format) return false
  const reader = { bytes, at: 1 }
  const strokes = readNumber(reader)
  if (strokes === undefined || strokes > bytes.length) return false
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const points = readNumber(reader)
    if (points === undefined || points > bytes.length) return false
    let [x, y] = [0, 0]
    for (let point = 0; point < points; point += 1) {
      const stepX = readNumber(reader)
      const stepY = readNumber(reader)
      if (stepX === undefined || stepY === undefined) return false
      x += unfold(stepX)
      y += unfold(stepY)
      if (x < 0 || x > gridWidth || y < 0 || y > gridHeight) return false
      tell(x, y, point === 0)
    }
  }
  return reader.at === bytes.length
}

type Reader = { bytes: Uint8Array; at: number }

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  bytes.push(rest)
}
const writeStep = (bytes: number[], step: number): void => writeNumber(bytes, step < 0 ? -step * 2 - 1 : step * 2)
const unfold = (value: number): number => (value >>> 1) ^ -(value & 1)

function readNumber(reader: Reader): number | undefined {
  let value = 0
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = reader.bytes[reader.at]
    if (byte === undefined) return undefined
    reader.at += 1
    value |= (byte & 127) << shift
    if (byte < 128) return value
  }
  return undefined
}

/** How much was drawn: the way of the pen and the box around it, in steps of the grid. */
type Drawn = {
  points: number
  way: number
  left: number
  right: number
  top: number
  bottom: number
  x: number
  y: number
}
const nothingDrawn = (): Drawn => ({
  points: 0,
  way: 0,
  left: gridWidth,
  right: 0,
  top: gridHeight,
  bottom: 0,
  x: 0,
  y: 0,
})

function draw(drawn: Drawn, x: number, y: number, begins: boolean): void {
  drawn.points += 1
  if (!begins) drawn.way += Math.sqrt((x - drawn.x) ** 2 + (y - drawn.y) ** 2)
  if (x < drawn.left) drawn.left = x
  if (x > drawn.right) drawn.right = x
  if (y < drawn.top) drawn.top = y
  if (y > drawn.bottom) drawn.bottom = y
  drawn.x = x
  drawn.y = y
}

/** One dot, or a tick of a few steps, is a slip of the finger and no signature. */
const isTooLittle = ({ points, way, left, right, top, bottom }: Drawn): boolean =>
  points < 4 || way < gridWidth / 12 || Math.max(right - left, bottom - top) < gridWidth / 40

export function tooLittleInk(ink: Ink): boolean {
  const drawn = nothingDrawn()
  for (const stroke of ink) for (const [at, [x, y]] of stroke.entries()) draw(drawn, x, y, at === 0)
  return isTooLittle(drawn)
}

/** What the bytes are worth, without making strokes of them: each signature passes here. */
export function judgeInk(bytes: Uint8Array): 'good' | 'unreadable' | 'too-small' {
  const drawn = nothingDrawn()
  if (!readPoints(bytes, (x, y, begins) => draw(drawn, x, y, begins))) return 'unreadable'
  return isTooLittle(drawn) ? 'too-small' : 'good'
}

/** Base64 of the bytes, as it travels in JSON. */
export function inkToText(ink: Ink): string {
  return btoa(String.fromCharCode(...encodeInk(ink)))
}
