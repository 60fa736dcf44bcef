// Refused beyond the bucket, back after the wait; nobody takes from another's bucket, and no cookie makes a person.
import { expect, test } from 'vitest'
import { networkOf, requestLimit } from './request-limit.ts'
import type { Authority } from './slice.ts'

const cookie = (token: string) => new Headers({ cookie: `a=b; binhyen.session_token=${token}` })
const own = cookie('signed-token-of-an-official')
const made = cookie('made-up-token-of-nobody-at-all')
const nobody = new Headers()

const authority: Authority = {
  personOf: async (headers) =>
    headers.get('cookie') === own.get('cookie') ? { id: 'an', name: 'An', language: 'vi' } : undefined,
  rightsOf: async () => [],
}

function clocked(limits = { perPerson: 10, perAddress: 2 }) {
  let milliseconds = 0
  const limit = requestLimit(limits, () => milliseconds)
  const takeMany = (count: number, headers: Headers, address: string) =>
    Array.from({ length: count }, () => limit.take(headers, address)).filter((wait) => wait === 0).length
  return { limit, takeMany, wait: (seconds: number) => (milliseconds += seconds * 1000) }
}

test('an address is refused beyond its burst, told when to come again, and let in then', () => {
  const { limit, takeMany, wait } = clocked()
  expect(takeMany(20, nobody, '198.51.100.9')).toBe(8)
  expect(limit.take(nobody, '198.51.100.9')).toBe(1)
  expect(limit.take(nobody, '198.51.100.10')).toBe(0)
  wait(1)
  expect(takeMany(20, nobody, '198.51.100.9')).toBe(2)
  wait(3600)
  expect(takeMany(20, nobody, '198.51.100.9')).toBe(8)
})

test('a cookie nobody stands behind counts for the address', async () => {
  const { limit, takeMany } = clocked()
  const noticing = limit.noticing(authority)
  await noticing.personOf(made)
  expect(takeMany(20, made, '198.51.100.9')).toBe(8)
  expect(takeMany(20, cookie('another-made-up-token-here'), '198.51.100.9')).toBe(0)
})

test('a person has a bucket of their own from any address, until signed out', async () => {
  const { limit, takeMany } = clocked()
  takeMany(20, nobody, '198.51.100.9')
  expect(limit.take(own, '198.51.100.9')).toBe(1)
  await limit.noticing(authority).personOf(own)
  expect(takeMany(30, own, '198.51.100.9') + takeMany(30, own, '203.0.113.1')).toBe(40)
  await limit.noticing({ ...authority, personOf: async () => undefined }).personOf(own)
  expect(limit.take(own, '198.51.100.9')).toBe(1)
})

test('0 is no limit, and no socket is no caller', () => {
  const { takeMany } = clocked({ perPerson: 0, perAddress: 0 })
  expect(takeMany(1000, nobody, '198.51.100.9')).toBe(1000)
  expect(clocked().takeMany(1000, nobody, '')).toBe(1000)
})

test('an IPv6 network is one caller', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('198.51.100.9')).toBe('198.51.100.9')
})

test('memory stays bounded, and who is over the limit stays so', () => {
  const { limit, takeMany } = clocked()
  for (let at = 0; at < 60_000; at += 1) limit.take(nobody, `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`)
  expect(takeMany(20, nobody, '10.0.234.95')).toBe(7)
})
