import { expect, test } from 'vitest'
import { changesBetween } from './rules.ts'

test('only what changed is shown, by its path', () => {
  expect(
    changesBetween(
      { due: '2024-11-01', head: { post: 'a' }, same: 1 },
      { due: '2024-12-01', head: { post: 'b' }, same: 1 },
    ),
  ).toEqual([
    { path: 'due', before: '"2024-11-01"', after: '"2024-12-01"' },
    { path: 'head.post', before: '"a"', after: '"b"' },
  ])
})

test('a new record shows everything as added, a removed one as taken away', () => {
  expect(changesBetween(undefined, { title: 'Họp', done: null })).toEqual([{ path: 'title', after: '"Họp"' }])
  expect(changesBetween({ list: ['a', 'b'] }, null)).toEqual([
    { path: 'list.0', before: '"a"' },
    { path: 'list.1', before: '"b"' },
  ])
})

test('a plain value has no path, an empty one counts as a value', () => {
  expect(changesBetween('a', 'b')).toEqual([{ path: '', before: '"a"', after: '"b"' }])
  expect(changesBetween({ a: [] }, { a: {} })).toEqual([{ path: 'a', before: '[]', after: '{}' }])
})

test('a long text is cut with a mark', () => {
  expect(changesBetween(null, { text: 'x'.repeat(5000) })[0]!.after).toMatch(/x…$/)
})
