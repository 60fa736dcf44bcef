import { expect, test } from 'vitest'
import { differing } from './differing.ts'

test('what stays the same is left out', () => {
  expect(differing({ a: 1, b: ['x'] }, { a: 1, b: ['x'] })).toEqual({ before: {}, after: {} })
  expect(differing({ a: 1, b: ['x'] }, { a: 2, b: ['x'] })).toEqual({ before: { a: 1 }, after: { a: 2 } })
  expect(differing({ b: ['x', 'y'] }, { b: ['x'] })).toEqual({ before: { b: ['x', 'y'] }, after: { b: ['x'] } })
})

test('a value that comes or goes is told where it is, and an empty one is told as empty', () => {
  expect(differing({ a: null }, { a: 1 })).toEqual({ before: { a: null }, after: { a: 1 } })
  expect(differing({}, { because: 'x' })).toEqual({ before: {}, after: { because: 'x' } })
})

test('of a list kept by id only the lines that differ are told, and of those only what differs', () => {
  const line = { text: 'a long text', position: 0 }
  expect(
    differing(
      { lines: { one: line, two: line, gone: line } },
      { lines: { one: line, two: { ...line, position: 1 }, new: line } },
    ),
  ).toEqual({
    before: { lines: { two: { position: 0 }, gone: line } },
    after: { lines: { two: { position: 1 }, new: line } },
  })
})
