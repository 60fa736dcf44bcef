import { expect, test } from 'vitest'
import { type DeclaredFigure, ofWhat, type PlaceFigures, papersOf } from './of-what.ts'

const paper = (value: number, more: Partial<DeclaredFigure> = {}): DeclaredFigure => ({
  value,
  asOf: '2024-03-01',
  source: 'Công văn 12',
  documentId: null,
  prevails: false,
  ...more,
})
const place = (counted: number | null, declared: DeclaredFigure | null = null, whole = false): PlaceFigures => ({
  whole,
  counted,
  declared,
})
const of = (...places: PlaceFigures[]) => ofWhat(places).map((one) => one.of)

test('a list counts; without one the paper does; a paper that prevails counts in its place, and both stay known', () => {
  expect(of(place(40), place(null))).toEqual([40, null])
  expect(of(place(null, paper(50)))).toEqual([50])
  expect(of(place(40, paper(50)))).toEqual([40])
  expect(of(place(40, paper(50, { prevails: true })))).toEqual([50])
  expect(ofWhat([place(40, paper(50))])[0]?.paper).toMatchObject({ value: 50, counted: 40, used: false })
})

test('a figure for the whole commune is everybody in it: places are never counted a second time', () => {
  const sum = (figures: (number | null)[]) => figures.reduce<number>((total, one) => total + (one ?? 0), 0)
  const prevails = of(place(40), place(24), place(null, paper(240, { prevails: true }), true))
  expect(prevails).toEqual([40, 24, 176])
  expect(sum(prevails)).toBe(240)
  // With lists and no word that it prevails, the lists count and the figure stands beside them.
  const beside = ofWhat([place(40), place(24), place(null, paper(240), true)])
  expect(beside.map((one) => one.of)).toEqual([40, 24, null])
  expect(beside[2]?.paper).toMatchObject({ value: 240, counted: 64, used: false })
  // Only papers: the wider one is the whole.
  expect(of(place(null, paper(100)), place(null, paper(240), true))).toEqual([100, 140])
  // Less than its places: the difference is not hidden.
  expect(of(place(40), place(null, paper(30, { prevails: true }), true))).toEqual([40, -10])
})

test('many papers are told together, one by its name', () => {
  const judged = ofWhat([place(40, paper(50)), place(null, paper(30, { asOf: '2024-05-01', source: 'Báo cáo 7' }))])
  expect(papersOf(judged.map((one) => one.paper))).toEqual({
    value: 80,
    counted: 40,
    used: true,
    count: 2,
    asOf: '2024-05-01',
    source: null,
    documentId: null,
  })
  expect(papersOf([null, judged[0]?.paper ?? null])).toMatchObject({ count: 1, source: 'Công văn 12' })
  expect(papersOf([null])).toBeNull()
})
