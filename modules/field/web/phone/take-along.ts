// Another phone's sealed bundle comes along: kept until there is a network, read by nobody here.

import { v7 as uuidv7 } from 'uuid'
import { store } from './store.ts'
import { syncNow } from './sync.ts'

export const isSealed = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 4)) === 'BYB1'

/** False for what is no bundle of ours; nothing is kept of it. */
export async function takeAlong(bytes: Uint8Array): Promise<boolean> {
  if (!isSealed(bytes)) return false
  await store.carried.put({ id: uuidv7(), bytes: Uint8Array.from(bytes), own: false, count: 0 })
  void syncNow()
  return true
}
