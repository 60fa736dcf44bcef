// Gives every place one cell of a hexagon grid, near where it lies, no two in one cell; the same places always land alike.

export type Place = { id: string; lat?: number; lon?: number; q?: number; r?: number }
/** Axial coordinates of a grid with pointed tops: q grows to the east, r to the south. */
export type Cell = { q: number; r: number }

type Point = { x: number; y: number }

const rowHeight = Math.sqrt(3) / 2

/** The centre of a cell, in units of one cell's width. */
export function centreOf(cell: Cell): Point {
  return { x: cell.q + cell.r / 2, y: cell.r * rowHeight }
}

/** The least costly matching of rows to columns (Hungarian algorithm); rows may not outnumber columns. */
export function leastCostMatching(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length
  const columns = cost[0]?.length ?? 0
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const owner = new Int32Array(columns + 1)
  const before = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    owner[0] = row
    let column = 0
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(columns + 1)
    do {
      used[column] = 1
      const at = owner[column]!
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (used[other]) continue
        const price = cost[at - 1]![other - 1]! - rowPrice[at]! - columnPrice[other]!
        if (price < slack[other]!) {
          slack[other] = price
          before[other] = column
        }
        if (slack[other]! < step) {
          step = slack[other]!
          next = other
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (used[other]) {
          rowPrice[owner[other]!]! += step
          columnPrice[other]! -= step
        } else slack[other]! -= step
      }
      column = next
    } while (owner[column] !== 0)
    while (column !== 0) {
      const earlier = before[column]!
      owner[column] = owner[earlier]!
      column = earlier
    }
  }
  const matched = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) if (owner[column]) matched[owner[column]! - 1] = column - 1
  return matched
}

/** Plane points in one scale for both axes, north up, the middle of them at zero. */
function flatten(places: readonly { lat: number; lon: number }[]): Point[] {
  const middleLat = places.reduce((sum, place) => sum + place.lat, 0) / places.length
  const squeeze = Math.cos((middleLat * Math.PI) / 180)
  const middleLon = places.reduce((sum, place) => sum + place.lon, 0) / places.length
  return places.map((place) => ({ x: (place.lon - middleLon) * squeeze, y: middleLat - place.lat }))
}

function nearestGap(points: readonly Point[]): number {
  const gaps = points.map((one, index) =>
    points.reduce(
      (least, other, at) => (at === index ? least : Math.min(least, Math.hypot(one.x - other.x, one.y - other.y))),
      Number.POSITIVE_INFINITY,
    ),
  )
  const known = gaps.filter((gap) => Number.isFinite(gap) && gap > 0).sort((a, b) => a - b)
  return known[Math.floor(known.length / 2)] ?? 1
}

function candidateCells(points: readonly Point[]): Cell[] {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const cells: Cell[] = []
  for (let r = Math.floor(Math.min(...ys) / rowHeight) - 1; r <= Math.ceil(Math.max(...ys) / rowHeight) + 1; r++) {
    for (let q = Math.floor(Math.min(...xs) - r / 2) - 1; q <= Math.ceil(Math.max(...xs) - r / 2) + 1; q++)
      cells.push({ q, r })
  }
  return cells
}

const around = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, -1],
  [-1, 1],
] as const

const nameOf = (q: number, r: number): string => `${q},${r}`
const neighbours = (cell: Cell): Cell[] => around.map(([q, r]) => ({ q: cell.q + q, r: cell.r + r }))

/** The empty cells next to the chosen ones, each with how many of those it touches. */
function shoreOf(cells: readonly Cell[]): { cell: Cell; touches: number }[] {
  const taken = new Set(cells.map((cell) => nameOf(cell.q, cell.r)))
  const shore = new Map<string, { cell: Cell; touches: number }>()
  for (const cell of cells.flatMap(neighbours)) {
    const name = nameOf(cell.q, cell.r)
    if (taken.has(name)) continue
    const known = shore.get(name)
    if (known) known.touches++
    else shore.set(name, { cell, touches: 1 })
  }
  return [...shore.values()]
}

/** How ragged the shape is: its shore, counted by edges, and heavily each cell that is nearly or wholly shut in. */
function raggedness(cells: readonly Cell[]): number {
  return shoreOf(cells).reduce((sum, { touches }) => sum + touches + (touches >= 5 ? 6 : touches === 4 ? 1 : 0), 0)
}

/** Names are read on a phone too: a picture one column narrower has larger letters. */
function breadth(cells: readonly Cell[]): number {
  const xs = cells.map((cell) => centreOf(cell).x)
  return Math.max(...xs) - Math.min(...xs)
}

const shapeWeight = 0.06
const breadthWeight = 0.5

function matchTo(points: readonly Point[], candidates: readonly Cell[]): { cells: Cell[]; cost: number } {
  const cost = points.map((point) =>
    candidates.map((cell) => {
      const centre = centreOf(cell)
      return (centre.x - point.x) ** 2 + (centre.y - point.y) ** 2
    }),
  )
  const matching = leastCostMatching(cost)
  const cells = matching.map((at) => candidates[at]!)
  const moved = matching.reduce((sum, at, index) => sum + cost[index]![at]!, 0)
  return { cells, cost: (moved + shapeWeight * raggedness(cells) + breadthWeight * breadth(cells)) / points.length }
}

/** Trades one cell for a neighbouring empty one as long as the picture gets better. */
function smooth(points: readonly Point[], start: { cells: Cell[]; cost: number }): { cells: Cell[]; cost: number } {
  let best = start
  for (let round = 0; round < 12; round++) {
    let better: { cells: Cell[]; cost: number } | undefined
    const shore = shoreOf(best.cells).filter((one) => one.touches >= (points.length > 60 ? 5 : 2))
    const edge = best.cells.filter((cell) =>
      neighbours(cell).some((one) => shore.some(({ cell: empty }) => empty.q === one.q && empty.r === one.r)),
    )
    for (const { cell: empty } of shore) {
      for (const leaving of points.length > 60 ? edge.slice(0, 12) : edge) {
        const tried = matchTo(
          points,
          best.cells.map((cell) => (cell === leaving ? empty : cell)),
        )
        if (tried.cost < (better ?? best).cost - 1e-9) better = tried
      }
    }
    if (!better) return best
    best = better
  }
  return best
}

/** Tries scales and offsets, smooths the best few, and keeps the picture that moves places least and holds together most. */
function placeAll(points: readonly Point[]): Cell[] {
  const gap = nearestGap(points)
  const many = points.length > 60
  const scales = many ? [1, 1.25] : [0.8, 0.9, 1, 1.1, 1.2, 1.35]
  const narrowings = many ? [1] : [1, 0.9, 0.8]
  const offsets = many ? [0] : [0, 0.5]
  const tries: { points: Point[]; placed: { cells: Cell[]; cost: number } }[] = []
  for (const [scale, narrowing] of scales.flatMap((one) => narrowings.map((other) => [one, other] as const))) {
    for (const right of offsets) {
      for (const down of offsets) {
        const shifted = points.map((point) => ({
          x: (point.x / gap) * scale * narrowing + right,
          y: (point.y / gap) * scale + down * rowHeight,
        }))
        tries.push({ points: shifted, placed: matchTo(shifted, candidateCells(shifted)) })
      }
    }
  }
  tries.sort((a, b) => a.placed.cost - b.placed.cost)
  const smoothed = tries.slice(0, many ? 1 : 2).map((one) => smooth(one.points, one.placed))
  smoothed.sort((a, b) => a.cost - b.cost)
  return smoothed[0]?.cells ?? []
}

/** Cells by id. Places with `q` and `r` keep them; the rest are placed from lat and lon; without either, in reading order. */
export function placeHexes(places: readonly Place[]): Map<string, Cell> {
  const placed = new Map<string, Cell>()
  const free: Place[] = []
  for (const place of places) {
    if (place.q !== undefined && place.r !== undefined) placed.set(place.id, { q: place.q, r: place.r })
    else free.push(place)
  }
  const located = free
    .filter(
      (place): place is Place & { lat: number; lon: number } => place.lat !== undefined && place.lon !== undefined,
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (located.length > 0) {
    const cells = placeAll(flatten(located))
    located.forEach((place, index) => {
      const cell = cells[index]
      if (cell) placed.set(place.id, cell)
    })
  }
  const lost = free.filter((place) => !placed.has(place.id))
  const columns = Math.max(3, Math.ceil(Math.sqrt(places.length)))
  const below = 1 + Math.max(-1, ...[...placed.values()].map((cell) => cell.r))
  lost.forEach((place, index) => {
    const r = below + Math.floor(index / columns)
    placed.set(place.id, { q: (index % columns) - Math.floor(r / 2), r })
  })
  return placed
}
