import { expect, test } from 'vitest'
import { holdersOf, holdersOfAll } from './holders.ts'
import { knownFrom } from './known.ts'
import type { Life, Link } from './links.ts'

const lives = new Map<string, Life>(
  [
    { id: 'a', validFrom: '1990-01-01', validTo: '2010-01-01' },
    { id: 'b', validFrom: '2010-01-01', validTo: '2020-01-01' },
    { id: 'c', validFrom: '2010-01-01', validTo: null },
    { id: 'd', validFrom: '2020-01-01', validTo: null },
    { id: 's', validFrom: '1990-01-01', validTo: null },
  ].map((life) => [life.id, life]),
)
const link = (on: string, from: string, to: string, share: number | null, kind = 'split'): Link => ({
  on,
  from,
  to,
  share,
  kind,
})

test('a unit that nothing happened to holds itself', () => {
  expect(holdersOf('s', '2000-01-01', '2025-01-01', lives, [])).toEqual([
    { id: 's', share: 1, date: '1990-01-01', kind: 'unchanged' },
  ])
})

test('the share is the product along the path', () => {
  const links = [
    link('2010-01-01', 'a', 'b', 0.5),
    link('2010-01-01', 'a', 'c', 0.5),
    link('2020-01-01', 'b', 'd', 0.4, 'merge'),
  ]
  expect(holdersOf('a', '2000-01-01', '2025-01-01', lives, links)).toEqual([
    { id: 'd', share: 0.2, date: '2020-01-01', kind: 'merge' },
    { id: 'c', share: 0.5, date: '2010-01-01', kind: 'split' },
  ])
})

test('two paths into one unit add up, and one unknown makes the sum unknown', () => {
  const paths = (share: number | null) => [
    link('2010-01-01', 'a', 'b', 0.5),
    link('2010-01-01', 'a', 'c', 0.5),
    link('2020-01-01', 'b', 'd', 1, 'merge'),
    link('2020-01-01', 'c', 'd', share, 'merge'),
  ]
  const held = (share: number | null) =>
    holdersOf('a', '2000-01-01', '2025-01-01', lives, paths(share)).find(({ id }) => id === 'd')
  expect(held(1)?.share).toBe(1)
  expect(held(null)?.share).toBe(null)
})

test('a unit that gave an unknown part away still holds a part, and how much is unknown', () => {
  const links = [link('2010-01-01', 's', 'c', null)]
  expect(holdersOf('s', '2000-01-01', '2025-01-01', lives, links).map(({ id, share }) => [id, share])).toEqual([
    ['s', null],
    ['c', null],
  ])
})

test('of several units together a share is said only where it is the same for each', () => {
  const links = [link('2010-01-01', 'a', 'c', 1, 'merge'), link('2010-01-01', 's', 'c', null)]
  const held = holdersOfAll(['a', 's'], '2000-01-01', '2025-01-01', lives, links)
  expect(held.find(({ id }) => id === 'c')).toEqual({ id: 'c', share: null, date: '2010-01-01', kind: 'merge-split' })
})

test('a change is known from the day of its document, and never later than its own day', () => {
  expect(knownFrom('1248/NQ-UBTVQH15 (24/10/2024)', '2024-12-01')).toBe('2024-10-24')
  expect(knownFrom('Kết thúc cấp huyện', '2025-07-01')).toBe('2025-07-01')
  expect(knownFrom('Nghị quyết ngày 5/9/2026', '2025-07-01')).toBe('2025-07-01')
})
