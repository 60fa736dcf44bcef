// A wait is told to a person as people tell it, and to a program in seconds.
import { expect, test } from 'vitest'
import { sentenceOf } from '../contract/refusal.ts'
import { tooMany } from './too-many.ts'

const told = (seconds: number) => {
  const { kind, values } = tooMany(seconds)
  return [sentenceOf(kind, values, 'vi'), sentenceOf(kind, values, 'en')]
}

test('in minutes, rounded up, and in seconds below one minute', () => {
  expect(told(894)).toEqual(['Gửi quá nhanh. Thử lại sau 15 phút.', 'Too many requests. Try again in 15 minutes.'])
  expect(told(61)).toEqual(['Gửi quá nhanh. Thử lại sau 2 phút.', 'Too many requests. Try again in 2 minutes.'])
  expect(told(60)).toEqual(['Gửi quá nhanh. Thử lại sau 1 phút.', 'Too many requests. Try again in 1 minute.'])
  expect(told(59)).toEqual(['Gửi quá nhanh. Thử lại sau 59 giây.', 'Too many requests. Try again in 59 seconds.'])
  expect(told(1)).toEqual(['Gửi quá nhanh. Thử lại sau 1 giây.', 'Too many requests. Try again in 1 second.'])
})

test('the seconds stay for programs', () => {
  expect(tooMany(894).values.seconds).toBe(894)
})
