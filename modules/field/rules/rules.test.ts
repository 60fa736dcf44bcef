// The pure rules of field work: clocks that are off, cursors, where a device stands.

import { expect, test } from 'vitest'
import { setRight } from './clock.ts'
import { cursorText, judgeCursor } from './cursor.ts'
import { stateOf } from './device.ts'

const server = '2024-11-10T02:00:00.000Z'
const claimed = '2024-11-12T03:00:00.000Z'

test('a clock that runs right is believed, also when the contact took a while', () => {
  expect(setRight('2024-11-10T03:00:00.000Z', { server, device: '2024-11-10T02:01:30.000Z' })).toEqual({
    at: '2024-11-10T03:00:00.000Z',
    reason: 'as_claimed',
  })
  expect(setRight(claimed, undefined)).toEqual({ at: claimed, reason: 'as_claimed' })
  expect(setRight('no instant', { server, device: server }).at).toBe('no instant')
})

test('a clock two days ahead or behind is set right by the last contact', () => {
  expect(setRight(claimed, { server, device: '2024-11-12T02:00:00.000Z' })).toEqual({
    at: '2024-11-10T03:00:00.000Z',
    reason: 'clock_was_off',
  })
  expect(setRight('2024-11-08T03:00:00.000Z', { server, device: '2024-11-08T02:00:00.000Z' })).toEqual({
    at: '2024-11-10T03:00:00.000Z',
    reason: 'clock_was_off',
  })
})

test('nothing was signed before the contact that the device had already had', () => {
  expect(setRight('2024-11-09T03:00:00.000Z', { server, device: server })).toEqual({
    at: server,
    reason: 'before_last_contact',
  })
})

test('the same command sent twice says the same moment', () => {
  const clock = { server, device: '2024-11-12T02:00:00.000Z' }
  expect(setRight(claimed, clock)).toEqual(setRight(claimed, clock))
})

test('a cursor is good for thirty days, and only in the database it came from', () => {
  const now = new Date('2024-11-15T00:00:00Z')
  expect(judgeCursor(cursorText('900', now), '1000', now)).toEqual({ good: true, xid: '900' })
  expect(judgeCursor(cursorText('1001', now), '1000', now)).toEqual({ good: false, reason: 'cursor_unknown' })
  expect(judgeCursor('1; drop table', '1000', now)).toEqual({ good: false, reason: 'cursor_unknown' })
  const later = new Date('2024-12-16T00:00:00Z')
  expect(judgeCursor(cursorText('900', now), '1000', later)).toEqual({ good: false, reason: 'cursor_too_old' })
})

test('a device is silent after three days, its copies expire after seven', () => {
  const device = {
    seenAt: '2024-11-01T00:00:00Z',
    wipeOrderedAt: null,
    wipedAt: null,
    withdrawnAt: null,
    replacedBy: null,
  }
  const on = (day: string) => stateOf(device, new Date(`${day}T00:00:00Z`))
  expect([on('2024-11-03'), on('2024-11-05'), on('2024-11-09')]).toEqual(['active', 'silent', 'expired'])
  expect(stateOf({ ...device, wipeOrderedAt: '2024-11-02T00:00:00Z' }, new Date())).toBe('wipe-ordered')
  expect(stateOf({ ...device, wipedAt: '2024-11-02T00:00:00Z' }, new Date())).toBe('wiped')
  expect(stateOf({ ...device, replacedBy: 'another' }, new Date())).toBe('replaced')
})
