// However a browser says that there is no room, the phone understands it.

import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { isFull } from './store.ts'

const noRoom = new DOMException('no room', 'QuotaExceededError')

test('no room is understood of the request, of one row among many, and of the transaction', () => {
  expect(isFull(noRoom)).toBe(true)
  expect(isFull(new Dexie.BulkError('outbox.bulkPut()', [noRoom]))).toBe(true)
  expect(isFull(new Dexie.AbortError(noRoom as never))).toBe(true)
})

test('any other fault is one of the phone', () => {
  expect(isFull(new DOMException('', 'InvalidStateError'))).toBe(false)
  expect(isFull(new Error('the phone is locked'))).toBe(false)
  expect(isFull(undefined)).toBe(false)
})
