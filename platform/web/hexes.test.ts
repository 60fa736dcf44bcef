// The hexagon map must never hide a place behind another, and must look the same tomorrow.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreOf, leastCostMatching, placeHexes } from './hexes.ts'

const place = fc.record({
  lat: fc.double({ min: 8, max: 23, noNaN: true }),
  lon: fc.double({ min: 102, max: 109, noNaN: true }),
})

describe('placeHexes', () => {
  it('gives every place a cell of its own', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 25 }), (list) => {
        const places = list.map((one, index) => ({ id: `area-${index}`, ...one }))
        const cells = [...placeHexes(places).values()].map((cell) => `${cell.q},${cell.r}`)
        expect(cells).toHaveLength(places.length)
        expect(new Set(cells).size).toBe(places.length)
      }),
      { numRuns: 30 },
    )
  })

  it('does not depend on the order of the list', () => {
    const places = [
      { id: 'a', lat: 20.7, lon: 106.0 },
      { id: 'b', lat: 20.72, lon: 106.03 },
      { id: 'c', lat: 20.75, lon: 106.01 },
      { id: 'd', lat: 20.71, lon: 106.06 },
    ]
    expect(Object.fromEntries(placeHexes([...places].reverse()))).toEqual(Object.fromEntries(placeHexes(places)))
  })

  it('keeps north above south and west left of east', () => {
    const cells = placeHexes([
      { id: 'north', lat: 20.8, lon: 106.0 },
      { id: 'south', lat: 20.7, lon: 106.0 },
      { id: 'east', lat: 20.75, lon: 106.1 },
      { id: 'west', lat: 20.75, lon: 105.9 },
    ])
    const at = (id: string) => centreOf(cells.get(id)!)
    expect(at('north').y).toBeLessThan(at('south').y)
    expect(at('west').x).toBeLessThan(at('east').x)
  })

  it('takes cells as they are given, and still places what has no position', () => {
    const cells = placeHexes([
      { id: 'given', q: 3, r: 2 },
      { id: 'lost', lat: undefined, lon: undefined },
    ])
    expect(cells.get('given')).toEqual({ q: 3, r: 2 })
    expect(cells.get('lost')?.r).toBeGreaterThan(2)
  })

  it('places the same spot twice side by side, not on top', () => {
    const cells = placeHexes([
      { id: 'one', lat: 20.7, lon: 106 },
      { id: 'two', lat: 20.7, lon: 106 },
    ])
    expect(cells.get('one')).not.toEqual(cells.get('two'))
  })
})

describe('leastCostMatching', () => {
  it('finds the cheapest assignment', () => {
    const cost = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ]
    expect(leastCostMatching(cost)).toEqual([1, 0, 2])
  })
})
