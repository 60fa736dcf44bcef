// Where the boxes and ribbons of a lineage picture stand: time runs to the right, what merges meets, and nothing crosses needlessly.

export type FlowLink = {
  from: string
  to: string
  /** 1 is the whole; a share between 0 and 1 is a known part; null is a part whose size nobody has published. */
  share: number | null
}

export type Box = { id: string; column: number; x: number; y: number; width: number; height: number }
export type Ribbon = FlowLink & { path: string }
export type FlowPicture = {
  boxes: Map<string, Box>
  ribbons: Ribbon[]
  width: number
  height: number
  columnStarts: number[]
}

const track = 17
const pitch = 26
const groupGap = 10
const cardGap = 12
const unknownTrack = 9
const columnGap = 209
const widths = { first: 176, middle: 182, last: 233 }

/** `lines` of the last column's cards: name, code, status. */
export type FlowInput = {
  columns: readonly (readonly string[])[]
  links: readonly FlowLink[]
  cardHeight: (id: string) => number
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Backwards from the last column, so that the parents of one unit stand together. */
export function readingOrder(
  columns: FlowInput['columns'],
  links: readonly FlowLink[],
): { order: string[][]; groupOf: Map<string, number> } {
  const columnOf = new Map(columns.flatMap((ids, column) => ids.map((id) => [id, column] as const)))
  const order: string[][] = columns.map(() => [])
  const groupOf = new Map<string, number>()
  const visit = (id: string, group: number) => {
    if (groupOf.has(id)) return
    groupOf.set(id, group)
    order[columnOf.get(id) ?? 0]?.push(id)
    for (const link of links)
      if (link.to === id && link.share !== null && columnOf.has(link.from)) visit(link.from, group)
  }
  let group = 0
  for (let column = columns.length - 1; column >= 0; column--)
    for (const id of columns[column] ?? []) visit(id, groupOf.get(id) ?? group++)
  return { order, groupOf }
}

function columnStarts(count: number): { starts: number[]; width: number } {
  const starts: number[] = []
  let x = 0
  for (let column = 0; column < count; column++) {
    starts.push(x)
    x += widthOf(column, count) + columnGap
  }
  return { starts, width: x - columnGap }
}

function widthOf(column: number, count: number): number {
  if (column === count - 1) return widths.last
  return column === 0 ? widths.first : widths.middle
}

export function layFlow({ columns, links, cardHeight }: FlowInput): FlowPicture {
  const count = columns.length
  const last = count - 1
  const { starts, width } = columnStarts(count)
  const { order, groupOf } = readingOrder(columns, links)
  const boxes = new Map<string, Box>()
  const into = (id: string) => links.filter((link) => link.to === id && boxes.has(link.from))
  const flow = new Map<string, number>()
  const thickness = (link: FlowLink): number =>
    link.share === null ? unknownTrack : link.share * (flow.get(link.from) ?? track)

  // The first column sets the pace; a group is at least as high as the card that it ends in.
  let y = 0
  const finalOf = new Map<number, string>()
  for (const id of order[last] ?? []) if (!finalOf.has(groupOf.get(id) ?? -1)) finalOf.set(groupOf.get(id) ?? -1, id)
  let group: number | undefined
  let groupTop = 0
  const closeGroup = () => {
    if (group === undefined) return
    const final = finalOf.get(group)
    y = Math.max(y + groupGap, groupTop + (final ? cardHeight(final) + cardGap : 0))
  }
  for (const id of order[0] ?? []) {
    if (groupOf.get(id) !== group) {
      closeGroup()
      group = groupOf.get(id)
      groupTop = y
    }
    boxes.set(id, { id, column: 0, x: 0, y, width: widthOf(0, count), height: 21 })
    flow.set(id, track)
    y += pitch
  }
  for (let column = 1; column < count; column++) {
    let below = 0
    for (const id of order[column] ?? []) {
      const whole = into(id).filter((link) => link.share !== null)
      const sum = whole.reduce((total, link) => total + thickness(link), 0)
      flow.set(id, sum || track)
      const height = column === last ? Math.max(cardHeight(id), sum + 4) : Math.max(21, sum + 4)
      const centres = whole.map((link) => {
        const box = boxes.get(link.from)!
        return box.y + box.height / 2
      })
      const wanted =
        centres.length > 0 ? centres.reduce((total, centre) => total + centre, 0) / centres.length - height / 2 : below
      const top = Math.max(below, wanted)
      boxes.set(id, { id, column, x: starts[column] ?? 0, y: top, width: widthOf(column, count), height })
      below = top + height + (column === last ? cardGap : 5)
    }
  }
  const height = Math.max(0, ...[...boxes.values()].map((box) => box.y + box.height)) + 2
  return { boxes, ribbons: layRibbons(links, boxes, thickness), width, height, columnStarts: starts }
}

function layRibbons(
  links: readonly FlowLink[],
  boxes: Map<string, Box>,
  thickness: (link: FlowLink) => number,
): Ribbon[] {
  const known = links.filter((link) => boxes.has(link.from) && boxes.has(link.to))
  const middle = (id: string) => boxes.get(id)!.y + boxes.get(id)!.height / 2
  const edge = (side: 'from' | 'to', other: 'from' | 'to') => {
    const tops = new Map<FlowLink, number>()
    for (const id of new Set(known.map((link) => link[side]))) {
      const mine = known.filter((link) => link[side] === id).sort((a, b) => middle(a[other]) - middle(b[other]))
      let at = middle(id) - mine.reduce((total, link) => total + thickness(link), 0) / 2
      for (const link of mine) {
        tops.set(link, at)
        at += thickness(link)
      }
    }
    return tops
  }
  const leaving = edge('from', 'to')
  const arriving = edge('to', 'from')
  return known.map((link) => {
    const from = boxes.get(link.from)!
    const to = boxes.get(link.to)!
    const [x1, x2] = [from.x + from.width, to.x]
    const [y1, y2, t] = [round(leaving.get(link)!), round(arriving.get(link)!), round(thickness(link))]
    const bend = round((x1 + x2) / 2)
    return {
      ...link,
      path: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}v${t}C${bend} ${round(y2 + t)} ${bend} ${round(y1 + t)} ${x1} ${round(y1 + t)}z`,
    }
  })
}

/** The unit itself, all that became it and all that it became. */
export function lineOf(id: string, links: readonly FlowLink[]): Set<string> {
  const line = new Set([id])
  const walk = (at: string, side: 'from' | 'to', other: 'from' | 'to') => {
    for (const link of links) {
      if (link[side] !== at || line.has(link[other])) continue
      line.add(link[other])
      walk(link[other], side, other)
    }
  }
  walk(id, 'from', 'to')
  walk(id, 'to', 'from')
  return line
}
