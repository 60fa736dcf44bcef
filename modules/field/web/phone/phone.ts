// The state of the phone: one object that screens look at, and the few ways in which it changes.

import { useSyncExternalStore } from 'react'
import { type Seen, seenAtContact } from './age.ts'
import type { Item, Pack, Profile } from './kept.ts'
import type { Place } from './places.ts'
import { isFull, packId, profileId, store } from './store.ts'
import { seal, unseal } from './vault.ts'

export type Phone = {
  /** `unsafe`: the browser has no WebCrypto here. `expired`: unseen for too long, something waits to be sent. `elsewhere`: open in another tab. */
  stage: 'starting' | 'unsafe' | 'elsewhere' | 'welcome' | 'locked' | 'open' | 'expired' | 'wiped'
  online: boolean
  /** undefined: not asked yet. */
  signedIn: boolean | undefined
  syncing: boolean
  profile: Profile | undefined
  /** How far time has come on this phone, wherever its clock stands. */
  seen: Seen
  packs: ReadonlyMap<string, Pack>
  outbox: readonly Item[]
  /** The drive that was chosen on this phone, where several are open. */
  driveId: string | undefined
  /** Hamlets that may be pulled, as last told by the server. */
  places: readonly Place[]
  mayDecide: boolean
  maySettle: boolean
  wrongPins: number
  /** A sentence for whoever holds the phone, with what can be taken back. */
  said: { text: string; undo?: () => void } | undefined
  full: boolean
  /** The device that was here, when the browser has thrown its store away. */
  lost: string | undefined
  /** false: the browser may throw away what lies here when the phone runs short of room. */
  lasting: boolean | undefined
  /** Whether the application itself lies on the phone and opens with no network; undefined: it is being put there. */
  opensOffline: boolean | undefined
}

let phone: Phone = {
  stage: 'starting',
  online: navigator.onLine,
  signedIn: undefined,
  syncing: false,
  profile: undefined,
  seen: { latest: 0, behind: 0 },
  packs: new Map(),
  outbox: [],
  driveId: undefined,
  places: [],
  mayDecide: false,
  maySettle: false,
  wrongPins: 0,
  said: undefined,
  full: false,
  lost: undefined,
  lasting: undefined,
  opensOffline: undefined,
}
const listeners = new Set<() => void>()

export const phoneNow = (): Phone => phone
export function changePhone(part: Partial<Phone>): void {
  phone = { ...phone, ...part }
  for (const listener of listeners) listener()
}
export const usePhone = (): Phone =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => phone,
  )

/** Held in memory while the phone is open, and nowhere else. */
let key: CryptoKey | undefined
export const setKey = (own: CryptoKey | undefined): void => {
  key = own
}
export function keyInHand(): CryptoKey {
  if (!key) throw new Error('the phone is locked')
  return key
}
export const isOpen = (): boolean => key !== undefined

export async function readAll(): Promise<void> {
  const own = keyInHand()
  const [rows, closed] = await Promise.all([store.rows.toArray(), store.outbox.orderBy('id').toArray()])
  const packs = new Map<string, Pack>()
  let profile: Profile | undefined
  let places: readonly Place[] = []
  let driveId: string | undefined
  let seen: Seen | undefined
  for (const row of rows) {
    if (row.id === profileId) profile = await unseal<Profile>(own, row)
    else if (row.id === 'places') places = await unseal<Place[]>(own, row)
    else if (row.id === 'drive') driveId = await unseal<string>(own, row)
    else if (row.id === 'seen') seen = await unseal<Seen>(own, row)
    else {
      const pack = await unseal<Pack>(own, row)
      packs.set(pack.hamlet.id, pack)
    }
  }
  const outbox = await Promise.all(closed.map((row) => unseal<Item>(own, row)))
  // A phone that was made known before time was kept: since its last contact.
  seen ??= seenAtContact(profile ? Date.parse(profile.clock.device) : Date.now())
  changePhone({ profile, seen, packs, outbox, places, driveId })
}

export async function keepProfile(profile: Profile): Promise<void> {
  await store.rows.put({ id: profileId, ...(await seal(keyInHand(), profile)) })
  changePhone({ profile })
}

export async function keepPlaces(places: readonly Place[]): Promise<void> {
  await store.rows.put({ id: 'places', ...(await seal(keyInHand(), places)) })
  changePhone({ places })
}

/** Shown at once; kept for the next time. */
export async function keepDrive(driveId: string): Promise<void> {
  changePhone({ driveId })
  await keepIfRoom('drive', driveId)
}

export async function keepSeen(seen: Seen): Promise<void> {
  changePhone({ seen })
  await keepIfRoom('seen', seen)
}

/** A phone with no room left is not held up by this: it is written down the next time. */
async function keepIfRoom(id: string, value: unknown): Promise<void> {
  try {
    await store.rows.put({ id, ...(await seal(keyInHand(), value)) })
  } catch (fault) {
    if (!isFull(fault)) throw fault
  }
}

export async function keepPack(pack: Pack): Promise<void> {
  await store.rows.put({ id: packId(pack.hamlet.id), ...(await seal(keyInHand(), pack)) })
  changePhone({ packs: new Map(phone.packs).set(pack.hamlet.id, pack) })
}

export async function dropPack(placeId: string): Promise<void> {
  await store.rows.delete(packId(placeId))
  const packs = new Map(phone.packs)
  packs.delete(placeId)
  changePhone({ packs })
}

/** Command, ink and what the list shows are one row: either all of it is on the phone, or none. */
export async function keepItems(items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  const own = keyInHand()
  const closed = await Promise.all(
    items.map(async (item) => ({ id: item.id, state: item.state, ...(await seal(own, item)) })),
  )
  await store.outbox.bulkPut(closed)
  const byId = new Map([...phone.outbox, ...items].map((item) => [item.id, item]))
  changePhone({ outbox: [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1)), full: false })
}

export async function dropItems(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await store.outbox.bulkDelete([...ids])
  const gone = new Set(ids)
  changePhone({ outbox: phone.outbox.filter(({ id }) => !gone.has(id)) })
}

export const waitingOf = (outbox: readonly Item[]): Item[] => outbox.filter(({ state }) => state === 'waiting')
export const attentionOf = (outbox: readonly Item[]): Item[] => outbox.filter(({ state }) => state === 'attention')
