// Signatures that came in a way that makes one ask how: never an answer, never about one person, only a question about a lot.

import type { Ink } from '../../commitments/contract.ts'

export const patterns = ['one-hour', 'overnight', 'one-device', 'same-ink'] as const
export type Pattern = (typeof patterns)[number]

export type Signed = {
  id: string
  way: string
  /** Milliseconds of the instant, and its day. */
  at: number
  on: string
  deviceId: string | null
  ink: Ink | null
}
export type Found = { pattern: Pattern; signatures: number; of: number; minutes: number | null; day: string | null }

/** Fewer than this many can be so by chance, or in one family's yard. */
const fewest = 15
/** One household in fifteen seconds is as fast as the product itself is; this is faster, five minutes long. */
const device = { minutes: 5, most: 25 }
const hour = 3_600_000
const minute = 60_000

/** At a meeting all sign in an hour, and its minutes say how; a paper does not know the hour at which it was signed. */
const knowsTheHour = ({ way }: Signed): boolean => way !== 'meeting' && way !== 'paper'

/** `roster`: how many are asked to sign there; null where nobody knows. */
export function patternsOf(signed: readonly Signed[], roster: number | null): Found[] {
  return [inOneHour(signed), overnight(signed, roster), onOneDevice(signed), withSameInk(signed)].flatMap(
    (found) => found ?? [],
  )
}

function inOneHour(signed: readonly Signed[]): Found | undefined {
  const timed = signed.filter(knowsTheHour).map(({ at }) => at)
  if (timed.length < fewest || timed.length < signed.length) return undefined
  const span = Math.max(...timed) - Math.min(...timed)
  if (span > hour) return undefined
  return {
    pattern: 'one-hour',
    signatures: timed.length,
    of: signed.length,
    minutes: Math.max(1, Math.ceil(span / minute)),
    day: null,
  }
}

/** Less than half the evening before, all of them at the end of one day. */
function overnight(signed: readonly Signed[], roster: number | null): Found | undefined {
  if (roster === null || roster < fewest || signed.length < roster) return undefined
  const last = signed
    .map(({ on }) => on)
    .sort()
    .at(-1) as string
  const thatDay = signed.filter(({ on }) => on === last)
  const known = thatDay.filter(({ way }) => way === 'meeting').length
  if (thatDay.length * 2 <= roster || known * 2 > thatDay.length) return undefined
  return { pattern: 'overnight', signatures: thatDay.length, of: signed.length, minutes: null, day: last }
}

function onOneDevice(signed: readonly Signed[]): Found | undefined {
  const withDevice = signed.filter((each) => each.deviceId !== null && knowsTheHour(each))
  let most = 0
  for (const own of Map.groupBy(withDevice, ({ deviceId }) => deviceId).values())
    most = Math.max(
      most,
      mostWithin(
        own.map(({ at }) => at),
        device.minutes * minute,
      ),
    )
  if (most <= device.most) return undefined
  return { pattern: 'one-device', signatures: most, of: signed.length, minutes: device.minutes, day: null }
}

/** The largest number of instants in any span of time. */
function mostWithin(instants: number[], span: number): number {
  instants.sort((one, other) => one - other)
  let [most, from] = [0, 0]
  for (const [at, instant] of instants.entries()) {
    while (instant - (instants[from] as number) > span) from += 1
    most = Math.max(most, at - from + 1)
  }
  return most
}

/** From three hands on, the same movement is no accident. */
const fewestAlike = 3

function withSameInk(signed: readonly Signed[]): Found | undefined {
  const shapes = signed.flatMap(({ ink }) => (ink && ink.length > 0 ? [shapeOf(ink)] : []))
  const most = largestGroup(shapes)
  if (most < fewestAlike) return undefined
  return { pattern: 'same-ink', signatures: most, of: signed.length, minutes: null, day: null }
}

/** `middle`: where the ink lies on average. */
type Shape = { strokes: number; points: Float64Array; middle: readonly [number, number] }
const sampled = 32
/** Of the box around the ink, on average; nobody signs twice this alike, a copied movement does. */
const alike = 0.015

/** The ink without its place and size: points at even steps along the pen's way, in a box of one by one. */
export function shapeOf(ink: Ink): Shape {
  const points = ink.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = 1 / Math.max(1, Math.max(...xs) - left, Math.max(...ys) - top)
  const steps = points.map(([x, y], at) => {
    const [beforeX, beforeY] = points[at - 1] ?? [x, y]
    return Math.sqrt((x - beforeX) ** 2 + (y - beforeY) ** 2)
  })
  const whole = steps.reduce((sum, step) => sum + step, 0)
  const even = new Float64Array(sampled * 2)
  let [at, gone] = [0, 0]
  for (let mark = 0; mark < sampled; mark += 1) {
    const wanted = (whole * mark) / (sampled - 1)
    while (at < points.length - 1 && gone + (steps[at + 1] as number) < wanted) {
      at += 1
      gone += steps[at] as number
    }
    const [here, next] = [
      points[at] as readonly [number, number],
      points[at + 1] ?? (points[at] as readonly [number, number]),
    ]
    const step = steps[at + 1] ?? 0
    const part = step === 0 ? 0 : Math.min(1, (wanted - gone) / step)
    even[mark * 2] = (here[0] + (next[0] - here[0]) * part - left) * scale
    even[mark * 2 + 1] = (here[1] + (next[1] - here[1]) * part - top) * scale
  }
  return { strokes: ink.length, points: even, middle: [averageOf(even, 0), averageOf(even, 1)] }
}

function averageOf(points: Float64Array, first: 0 | 1): number {
  let sum = 0
  for (let at = first; at < points.length; at += 2) sum += points[at] as number
  return sum / sampled
}

function areAlike(one: Shape, other: Shape): boolean {
  if (one.strokes !== other.strokes || Math.abs(one.middle[1] - other.middle[1]) > alike) return false
  let far = 0
  for (let at = 0; at < sampled; at += 1) {
    const x = (one.points[at * 2] as number) - (other.points[at * 2] as number)
    const y = (one.points[at * 2 + 1] as number) - (other.points[at * 2 + 1] as number)
    far += Math.sqrt(x * x + y * y)
    if (far > alike * sampled) return false
  }
  return true
}

/** How many at most are like one of them. Alike on average, they lie alike on average: only those near by are compared. */
function largestGroup(shapes: readonly Shape[]): number {
  const sorted = [...shapes].sort((one, other) => one.middle[0] - other.middle[0])
  let most = 0
  for (const [at, shape] of sorted.entries()) {
    let group = 1
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next] as Shape
      if (other.middle[0] - shape.middle[0] > alike) break
      if (areAlike(shape, other)) group += 1
    }
    most = Math.max(most, group)
  }
  return most
}
