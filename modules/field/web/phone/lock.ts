// Opening and closing the phone: first PIN, every later one, the ten wrong ones, five quiet minutes, seven days unseen.

import { v7 as uuidv7 } from 'uuid'
import { EnrolDevice, WithdrawDevice } from '../../contract/devices.ts'
import { isOver, seenAtContact, seenNow } from './age.ts'
import { byOwnClock } from './kept.ts'
import { markDevice, markedDevice } from './marker.ts'
import { changePhone, keepProfile, keepSeen, type Phone, phoneNow, readAll, setKey, waitingOf } from './phone.ts'
import { askPlaces } from './places.ts'
import { packId, store, wipeStore } from './store.ts'
import { takeTab } from './tab.ts'
import { changeLock, makeLock, mostWrongPins, newSecret, openLock, seal } from './vault.ts'
import { sayWiped } from './wiped.ts'
import { isSignedOut, isSilence, send } from './wire.ts'

const quietFor = 5 * 60_000

export async function startPhone(takeOver = false): Promise<void> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return changePhone({ stage: 'unsafe' })
  if (!(await takeTab(() => lockPhone('elsewhere'), takeOver))) return changePhone({ stage: 'elsewhere' })
  void sayWiped()
  const vault = await store.vault.get('vault')
  // Also a phone that was made known before there was a marker has one from now on.
  if (vault) markDevice(vault.deviceId)
  const lost = vault ? undefined : markedDevice()
  changePhone({ stage: vault ? 'locked' : 'welcome', wrongPins: vault?.wrong ?? 0, lost })
  if (!vault) await askWhoIsThere()
}

/** Before the first PIN: is somebody signed in here? */
export async function askWhoIsThere(): Promise<void> {
  try {
    const { places } = await askPlaces()
    changePhone({ signedIn: true, online: true, places })
  } catch (fault) {
    if (isSignedOut(fault)) changePhone({ signedIn: false, online: true })
    else changePhone({ online: !isSilence(fault), signedIn: isSilence(fault) ? undefined : true })
  }
}

/** The first PIN: the phone is made known to the office, and its store is made with the lock. */
export async function makePhone(pin: string, name: string): Promise<void> {
  const [deviceId, secret] = [uuidv7(), newSecret()]
  const { lost } = phoneNow()
  const answer = await send(EnrolDevice, { deviceId, name, secret, ...(lost ? { replacesId: lost } : {}) }, uuidv7())
  const { lock, key } = await makeLock(pin)
  const profile = {
    deviceId,
    secret,
    name,
    serverKey: answer.serverKey,
    clock: { server: answer.serverTime, device: new Date().toISOString() },
    expiresAt: byOwnClock(answer),
    lastSent: null,
  }
  const closed = await seal(key, profile)
  await store.transaction('rw', [store.vault, store.rows, store.outbox], async () => {
    await Promise.all([store.rows.clear(), store.outbox.clear()])
    await store.vault.put({ id: 'vault', lock, deviceId, wrong: 0 })
    await store.rows.put({ id: 'profile', ...closed })
  })
  setKey(key)
  await readAll()
  await keepProfile(profile)
  await keepSeen(seenAtContact(Date.now()))
  markDevice(deviceId)
  changePhone({ stage: 'open', wrongPins: 0, lost: undefined })
}

/** The count is written down before the try, so that closing the page does not give another one. */
export async function unlock(pin: string): Promise<'open' | 'wrong' | 'wiped'> {
  const vault = await store.vault.get('vault')
  if (!vault) return 'wiped'
  const wrong = vault.wrong + 1
  await store.vault.update('vault', { wrong })
  const key = await openLock(vault.lock, pin)
  if (!key) {
    changePhone({ wrongPins: wrong })
    if (wrong < mostWrongPins) return 'wrong'
    await wipeStore()
    changePhone({ stage: 'wiped' })
    return 'wiped'
  }
  await store.vault.update('vault', { wrong: 0 })
  setKey(key)
  await readAll()
  changePhone({ wrongPins: 0, stage: await stageOfAge(), lasting: await isLasting() })
  return 'open'
}

/** Has the browser promised to keep what lies here? Undefined where it does not say. */
const isLasting = (): Promise<boolean | undefined> =>
  navigator.storage?.persisted?.().catch(() => undefined) ?? Promise.resolve(undefined)

/** Asked for once a PIN is chosen: what is signed here is not to be thrown away by a phone that is short of room. */
export async function askToLast(): Promise<void> {
  const lasting = await (navigator.storage?.persist?.().catch(() => false) ?? Promise.resolve(undefined))
  changePhone({ lasting })
}

/** Copies that are too old go; where something waits, only sending it is left, and then they come anew. */
async function stageOfAge(): Promise<Phone['stage']> {
  await lookAtClock()
  const { profile, seen, packs, outbox } = phoneNow()
  if (!profile || !isOver(profile.expiresAt, seen)) return 'open'
  await store.rows.bulkDelete([...packs.keys()].map(packId))
  changePhone({ packs: new Map() })
  return waitingOf(outbox).length > 0 ? 'expired' : 'open'
}

/** Looked at when the phone is opened, and while it is: set back meanwhile, the clock tells no less than it did. */
export const lookAtClock = (): Promise<void> => keepSeen(seenNow(phoneNow().seen, Date.now()))

export function lockPhone(stage: 'locked' | 'wiped' | 'welcome' | 'elsewhere' = 'locked'): void {
  setKey(undefined)
  const nothing = { profile: undefined, packs: new Map(), outbox: [], driveId: undefined, places: [], said: undefined }
  changePhone({ stage, ...nothing })
}

export async function changePin(from: string, to: string): Promise<boolean> {
  const vault = await store.vault.get('vault')
  const lock = vault && (await changeLock(vault.lock, from, to))
  if (lock) await store.vault.update('vault', { lock })
  return lock !== undefined
}

/** Everything off this phone; only when nothing waits any more. */
export async function leavePhone(): Promise<void> {
  const profile = phoneNow().profile
  if (profile) await send(WithdrawDevice, { deviceId: profile.deviceId }, uuidv7()).catch(() => undefined)
  await wipeStore()
  lockPhone('welcome')
  await askWhoIsThere()
}

/** Nobody touched it for five minutes: it may lie on a table. */
export function lockWhenQuiet(): void {
  let touched = Date.now()
  for (const kind of ['pointerdown', 'keydown'] as const)
    window.addEventListener(kind, () => {
      touched = Date.now()
    })
  setInterval(() => {
    const { stage } = phoneNow()
    if ((stage === 'open' || stage === 'expired') && Date.now() - touched > quietFor) lockPhone()
  }, 5_000)
}
