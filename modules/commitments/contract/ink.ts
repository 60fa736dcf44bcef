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
  if (bytes.length > largestInk || bytes[0] !== format) return undefined
  const reader = { bytes, at: 1 }
  const count = readNumber(reader)
  if (count === undefined || count > bytes.length) return undefined
  const ink: Stroke[] = []
  for (let stroke = 0; stroke < count; stroke += 1) {
    const points = readStroke(reader)
    if (!points) return undefined
    ink.push(points)
  }
  return reader.at === bytes.length ? ink : undefined
}

type Reader = { bytes: Uint8Array; at: number }

function readStroke(reader: Reader): Stroke | undefined {
  const count = readNumber(reader)
  if (count === undefined || count > reader.bytes.length) return undefined
  const stroke: [number, number][] = []
  let [x, y] = [0, 0]
  for (let point = 0; point < count; point += 1) {
    const [stepX, stepY] = [readNumber(reader), readNumber(reader)]
    if (stepX === undefined || stepY === undefined) return undefined
    x += unfold(stepX)
    y += unfold(stepY)
    if (x < 0 || x > gridWidth || y < 0 || y > gridHeight) return undefined
    stroke.push([x, y])
  }
  return stroke
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  bytes.push(rest)
}
const writeStep = (bytes: number[], step: number): void => writeNumber(bytes, step < 0 ? -step * 2 - 1 : step * 2)
const unfold = (value: number): number => (value & 1 ? -(value + 1) / 2 : value / 2)

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

/** How much was drawn: the way of the pen and the box around it, in steps of the grid. Plain loops: each signature passes here. */
export function measureInk(ink: Ink): { points: number; way: number; width: number; height: number } {
  let [points, way, left, right, top, bottom] = [0, 0, gridWidth, 0, gridHeight, 0]
  for (const stroke of ink) {
    points += stroke.length
    for (let at = 0; at < stroke.length; at += 1) {
      const point = stroke[at] as readonly [number, number]
      const before = stroke[at - 1] ?? point
      way += Math.sqrt((point[0] - before[0]) ** 2 + (point[1] - before[1]) ** 2)
      if (point[0] < left) left = point[0]
      if (point[0] > right) right = point[0]
      if (point[1] < top) top = point[1]
      if (point[1] > bottom) bottom = point[1]
    }
  }
  return { points, way: Math.round(way), width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

/** One dot, or a tick of a few steps, is a slip of the finger and no signature. */
export function tooLittleInk(ink: Ink): boolean {
  const { points, way, width, height } = measureInk(ink)
  return points < 4 || way < gridWidth / 12 || Math.max(width, height) < gridWidth / 40
}

/** Base64 of the bytes, as it travels in JSON. */
export function inkToText(ink: Ink): string {
  return btoa(String.fromCharCode(...encodeInk(ink)))
}
