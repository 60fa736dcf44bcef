// Files that are carried are read from their bytes alone: what is not one says how.

import { expect, test } from 'vitest'
import { codeOf } from './code.ts'
import { readCarried, signedPart } from './container.ts'

const signature = `${'A'.repeat(86)}==\n`
const bytes = (text: string) => new TextEncoder().encode(text)
const whole = `${signedPart('pack', { a: 1 })}${signature}body\nmore`

test('a whole one gives its kind, its header, what was signed, and the rest as it is', () => {
  const read = readCarried(bytes(whole))
  if (!read.ok) throw new Error(read.fault)
  expect(read.carried).toMatchObject({ kind: 'pack', header: { a: 1 } })
  expect(new TextDecoder().decode(read.carried.signed)).toBe('binhyen pack 1\n{"a":1}\n')
  expect(new TextDecoder().decode(read.carried.body)).toBe('body\nmore')
  expect(read.carried.signature).toHaveLength(64)
})

test.each([
  ['nothing', '', 'not-ours'],
  ['a picture', '\u0089PNG\r\n\u001a\n', 'not-ours'],
  ['another word', 'binhyen letter 1\n{}\n', 'not-ours'],
  ['a first line that never ends', 'x'.repeat(300_000), 'not-ours'],
  ['a version to come', 'binhyen pack 2\n{}\n', 'other-version'],
  ['cut off after the first line', 'binhyen pack 1\n', 'broken'],
  ['cut off within the header', 'binhyen pack 1\n{"a":', 'broken'],
  ['a header that is no JSON', `binhyen pack 1\n{a}\n${signature}`, 'broken'],
  ['a signature that is too short', 'binhyen pack 1\n{}\nAAAA\n', 'broken'],
  ['line ends of another system', whole.replaceAll('\n', '\r\n'), 'not-ours'],
])('%s is %s', (_, text, fault) => {
  expect(readCarried(bytes(text))).toEqual({ ok: false, fault })
})

test('a code is thirty digits in groups of five, leading zeros among them', () => {
  expect(codeOf('f'.repeat(64))).toMatch(/^(\d{5} ){5}\d{5}$/)
  expect(codeOf(`${'0'.repeat(63)}7`)).toBe('00000 00000 00000 00000 00000 00007')
})
