import { expect, test } from 'vitest'
import { shareOf } from './signed-share.ts'

const listed = { signed: 18, of: 20, countedOn: '2024-04-01', papers: null }
const paper = { used: true, asOf: '2024-05-01', source: 'Công văn 12', documentId: null }
const closed = { count: 30, asOf: '2024-03-07', source: 'Kế hoạch 60' }

test('a share says what it is of: the list closed for the plan where it holds more, else the rosters, else a paper', () => {
  expect(shareOf(listed, closed)).toEqual({
    count: 18,
    of: 30,
    basis: { from: 'plan', asOf: '2024-03-07', source: 'Kế hoạch 60', documentId: null },
  })
  expect(shareOf(listed, { ...closed, count: 20 })).toMatchObject({
    of: 20,
    basis: { from: 'lists', asOf: '2024-04-01' },
  })
  expect(shareOf({ ...listed, papers: paper }, undefined)).toMatchObject({
    of: 20,
    basis: { from: 'papers', asOf: '2024-05-01', source: 'Công văn 12' },
  })
  expect(shareOf({ ...listed, papers: { ...paper, used: false } }, undefined)).toMatchObject({
    basis: { from: 'lists' },
  })
})

test('nobody listed, or no drive: no data, and only what is known of how many', () => {
  expect(shareOf(undefined, closed)).toMatchObject({ count: null, of: 30, basis: { from: 'plan' } })
  expect(shareOf({ ...listed, of: null, countedOn: null }, undefined)).toEqual({ count: null, of: null, basis: null })
})
