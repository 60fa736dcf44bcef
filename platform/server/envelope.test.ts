import { expect, test } from 'vitest'
import { blind, newKey, seal, unseal } from './envelope.ts'

const key = newKey()

test.each([
  ['another key', () => unseal(newKey(), seal(key, Buffer.from('lời'), 'a'), 'a')],
  ['another place', () => unseal(key, seal(key, Buffer.from('lời'), 'a'), 'b')],
  ['an empty one', () => unseal(key, Buffer.alloc(0), 'a')],
  ['a cut one', () => unseal(key, seal(key, Buffer.from('lời'), 'a').subarray(0, 20), 'a')],
])('what was sealed does not open: %s', (_, open) => expect(open).toThrow())

test('any byte that was changed is noticed', () => {
  const sealed = seal(key, Buffer.from('lời'), 'a')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(key, changed, 'a'), String(at)).toThrow()
  }
})

test('it opens with its key at its place, and never looks the same twice', () => {
  const plain = Buffer.from('Trần Đình Hòa')
  const [one, other] = [seal(key, plain, 'person:1'), seal(key, plain, 'person:1')]
  expect(unseal(key, one, 'person:1').toString()).toBe('Trần Đình Hòa')
  expect(one.equals(other)).toBe(false)
})

test('a blind index is the same for the same word, and another for another key or meaning', () => {
  expect(blind(key, 'name', 'hoa')).toEqual(blind(key, 'name', 'hoa'))
  expect(blind(key, 'paper', 'hoa')).not.toEqual(blind(key, 'name', 'hoa'))
  expect(blind(newKey(), 'name', 'hoa')).not.toEqual(blind(key, 'name', 'hoa'))
})
