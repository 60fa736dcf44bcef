// The lineage picture: parents stand together, boxes never overlap, an unknown share is drawn but never measured.

import { describe, expect, it } from 'vitest'
import { layFlow, lineOf, readingOrder } from './flow-layout.ts'

const columns = [
  ['a', 'b', 'c', 'd'],
  ['ac', 'b2', 'd2'],
  ['all', 'away'],
]
const links = [
  { from: 'a', to: 'ac', share: 1 },
  { from: 'c', to: 'ac', share: 1 },
  { from: 'b', to: 'b2', share: 1 },
  { from: 'd', to: 'd2', share: 1 },
  { from: 'ac', to: 'all', share: 1 },
  { from: 'b2', to: 'all', share: 1 },
  { from: 'd2', to: 'all', share: null },
  { from: 'd2', to: 'away', share: null },
]
const picture = layFlow({ columns, links, cardHeight: () => 70 })

describe('layFlow', () => {
  it('puts units that merge next to each other', () => {
    const first = readingOrder(columns, links).order[0]!
    expect(Math.abs(first.indexOf('a') - first.indexOf('c'))).toBe(1)
  })

  it('lets no two boxes of a column overlap', () => {
    for (const column of [0, 1, 2]) {
      const boxes = [...picture.boxes.values()].filter((box) => box.column === column).sort((x, y) => x.y - y.y)
      for (let at = 1; at < boxes.length; at++)
        expect(boxes[at]!.y).toBeGreaterThanOrEqual(boxes[at - 1]!.y + boxes[at - 1]!.height)
    }
  })

  it('makes a merged box as thick as what flows into it', () => {
    expect(picture.boxes.get('ac')!.height).toBeGreaterThan(picture.boxes.get('b2')!.height)
  })

  it('places every unit, also one that is only reached by an unknown share', () => {
    expect([...picture.boxes.keys()].sort()).toEqual(columns.flat().sort())
    expect(picture.ribbons).toHaveLength(links.length)
  })
})

describe('lineOf', () => {
  it('follows a unit both ways, and leaves its siblings out', () => {
    expect([...lineOf('a', links)].sort()).toEqual(['a', 'ac', 'all'])
    expect([...lineOf('all', links)].sort()).toEqual(['a', 'ac', 'all', 'b', 'b2', 'c', 'd', 'd2'])
  })
})
