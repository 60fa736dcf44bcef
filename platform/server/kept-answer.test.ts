import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkedAnswer, keepAsAnswer, sentAnswer, writtenAnswer } from './kept-answer.ts'

test('an answer that is not kept is checked and written every time', () => {
  const answer = { signed: 1 }
  let checks = 0
  const check = (unchecked: unknown) => {
    checks += 1
    return { ...(unchecked as object) }
  }
  const first = checkedAnswer(answer, check)
  answer.signed = 2
  expect(checkedAnswer(answer, check)).toEqual({ signed: 2 })
  expect(checks).toBe(2)
  expect(writtenAnswer(first)).toBe('{"signed":1}')
})

test('one that is kept is checked once, in its declared shape, and written once', () => {
  const answer = keepAsAnswer({ signed: 1, inner: 'not for readers' })
  let checks = 0
  const check = (unchecked: unknown) => {
    checks += 1
    return { signed: (unchecked as { signed: number }).signed }
  }
  const bodies = [checkedAnswer(answer, check), checkedAnswer(answer, check)]
  expect(checks).toBe(1)
  expect(bodies[0]).toBe(bodies[1])
  expect(writtenAnswer(bodies[0])).toBe('{"signed":1}')
  expect(writtenAnswer(bodies[1])).toBe('{"signed":1}')
})

test('an answer that does not fit its shape is refused, kept or not, each time', () => {
  const answer = keepAsAnswer({ wrong: true })
  const check = (): never => {
    throw new Error('does not fit')
  }
  expect(() => checkedAnswer(answer, check)).toThrow('does not fit')
  expect(() => checkedAnswer(answer, check)).toThrow('does not fit')
})

test('a large one that is kept is sent as the same bytes each time, compressed for those who take it so', () => {
  const names = keepAsAnswer({ names: Array.from({ length: 200 }, (_, at) => `Xã Đức Hợp ${at}`) })
  const plain = sentAnswer(names, false)
  const packed = sentAnswer(names, true)
  expect(new TextDecoder().decode(plain.body as Uint8Array)).toBe(JSON.stringify(names))
  expect(plain.length).toBe(Buffer.byteLength(JSON.stringify(names)))
  expect(packed).toMatchObject({ encoding: 'gzip', length: (packed.body as Uint8Array).length })
  expect(gunzipSync(packed.body as Uint8Array).toString()).toBe(JSON.stringify(names))
  expect(packed.length).toBeLessThan(plain.length / 4)
  expect(sentAnswer(names, true).body).toBe(packed.body)
})

test('a small one and one that is not kept are sent as text, with their length in bytes', () => {
  expect(sentAnswer(keepAsAnswer({ name: 'Đức Hợp' }), true)).toEqual({ body: '{"name":"Đức Hợp"}', length: 23 })
  const large = { names: 'x'.repeat(5_000) }
  expect(sentAnswer(large, true)).toEqual({ body: JSON.stringify(large), length: JSON.stringify(large).length })
})
