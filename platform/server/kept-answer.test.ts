import { expect, test } from 'vitest'
import { checkedAnswer, keepAsAnswer, writtenAnswer } from './kept-answer.ts'

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
