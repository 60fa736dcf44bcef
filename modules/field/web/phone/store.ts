// What lies on the phone: the lock, closed rows, and the outbox. Indexes hold random ids and states, never a word of anybody.

import { Dexie, type EntityTable } from 'dexie'
import { v7 as uuidv7 } from 'uuid'
import type { WipedInput } from '../../contract/wiped.ts'
import { unmarkDevice } from './marker.ts'
import type { Lock, Sealed } from './vault.ts'

export type VaultRow = {
  id: 'vault'
  lock: Lock
  deviceId: string
  wrong: number
}
type Row = { id: string } & Sealed
type OutboxRow = { id: string; state: 'waiting' | 'settled' | 'attention' } & Sealed
/** Sealed for the server alone: what another phone asked to have carried, or what was left of a wiped one. */
type CarriedRow = { id: string; bytes: Uint8Array; own: boolean; count: number }

export const store = new Dexie('binh-yen-field') as Dexie & {
  vault: EntityTable<VaultRow, 'id'>
  rows: EntityTable<Row, 'id'>
  outbox: EntityTable<OutboxRow, 'id'>
  carried: EntityTable<CarriedRow, 'id'>
  /** What a device that lay here has to tell the office once it is emptied; it opens nothing, and says nothing of anybody. */
  wiped: EntityTable<WipedInput, 'deviceId'>
}
store.version(1).stores({ vault: 'id', rows: 'id', outbox: 'id, state', carried: 'id' })
store.version(2).stores({ wiped: 'deviceId' })

export const profileId = 'profile'
/** The outbox of this phone, sealed for the office. */
export const sealedOutboxId = 'own'
export const packId = (placeId: string): string => `pack ${placeId}`

/** Everything that could be read with the key; what is sealed for the server stays, to be carried. `said` is there only with the rest gone. */
export async function wipeStore(said?: WipedInput): Promise<void> {
  // Erased on purpose: nobody is to be told that it went by itself.
  unmarkDevice()
  const tables = [store.vault, store.rows, store.outbox, store.carried, store.wiped]
  await store.transaction('rw', tables, async () => {
    await Promise.all([store.vault.clear(), store.rows.clear(), store.outbox.clear()])
    if (said) await store.wiped.put(said)
    // From now on it is sent like any other that is carried.
    const sealed = await store.carried.get(sealedOutboxId)
    if (!sealed) return
    await store.carried.put({ ...sealed, id: uuidv7() })
    await store.carried.delete(sealedOutboxId)
  })
}

type Fault = { name?: string; inner?: Fault; failures?: readonly Fault[] }

/** The phone has no room left; nothing was written. Browsers say so of one row, or only when all of it is to be completed. */
export const isFull = (fault: unknown): boolean => {
  const { name, inner, failures = [] } = (fault ?? {}) as Fault
  return name === 'QuotaExceededError' || (inner !== undefined && isFull(inner)) || failures.some(isFull)
}
