// Sending what waits, and hearing what changed. Safe to begin at any moment and to break off at any: each command keeps its
// id for ever, so the office counts it once however often it comes.

import { v7 as uuidv7 } from 'uuid'
import { currentLanguage } from '../../../../platform/web/language.ts'
import { AskOrder } from '../../contract/devices.ts'
import { PullChanges, PullOwnChanges, PullOwnPack, PullPack } from '../../contract/pack.ts'
import { type PushAnswer, pushPath } from '../../contract/push.ts'
import { seenAtContact } from './age.ts'
import { byOwnClock, type Item, merged, type Pack, type Profile, packOf, settledBy } from './kept.ts'
import { lockPhone, lookAtClock } from './lock.ts'
import {
  changePhone,
  dropItems,
  dropPack,
  isOpen,
  keepItems,
  keepPack,
  keepPlaces,
  keepProfile,
  keepSeen,
  phoneNow,
  waitingOf,
} from './phone.ts'
import { askPlaces } from './places.ts'
import { sealForLoss } from './safety.ts'
import { isFull, sealedOutboxId, store } from './store.ts'
import { emptyPhone, sayWiped } from './wiped.ts'
import { ask, carryIn, isSignedOut, isSilence, post, problemOf } from './wire.ts'

const batch = 100
/** What was settled is still shown for a day: "2 mục đã xử lý hôm nay". */
const shownFor = 86_400_000

let running: Promise<void> | undefined

/** One at a time; who asks while it runs waits for the same. */
export function syncNow(): Promise<void> {
  running ??= sync().finally(() => {
    running = undefined
    changePhone({ syncing: false })
  })
  return running
}

async function sync(): Promise<void> {
  if (!isOpen() || !phoneNow().profile) return
  changePhone({ syncing: true })
  try {
    const order = await ask(AskOrder, { deviceId: deviceId() })
    changePhone({ online: true })
    if (order.order === 'wipe') return await obeyWipe()
    await sendWaiting()
    await sendCarried()
    const told = await askPlaces()
    changePhone({ signedIn: true, mayDecide: told.may.decide, maySettle: told.may.settle })
    await keepPlaces(told.places)
    for (const pack of phoneNow().packs.values()) await pullChangesOf(pack)
    await forgetSettled()
    await sealForLoss()
    changePhone({ full: false })
    if (phoneNow().stage === 'expired') changePhone({ stage: 'open' })
  } catch (fault) {
    if (isSignedOut(fault)) changePhone({ signedIn: false })
    else if (problemOf(fault)?.code === 'field.device_wiped') await obeyWipe()
    else if (isFull(fault)) changePhone({ full: true })
    else if (isSilence(fault)) changePhone({ online: problemOf(fault)?.status !== 0 })
    else changePhone({ said: { text: problemOf(fault)?.title ?? String(fault) } })
  }
}

const deviceId = (): string => (phoneNow().profile as Profile).deviceId

/** In the order they were made, so that what comes later finds what came before. */
async function sendWaiting(): Promise<void> {
  for (;;) {
    const waiting = waitingOf(phoneNow().outbox)
    const some = waiting.slice(0, batch)
    if (some.length === 0) return
    const answer = (await post(pushPath, {
      deviceId: deviceId(),
      waiting: waiting.length - some.length,
      commands: some.map(({ command }) => command),
    })) as PushAnswer
    const results = new Map(answer.results.map((result) => [result.id, result]))
    const settled = some.map((item) => settledBy(item, results.get(item.command.id)))
    await keepSettled(settled)
    await noteContact(answer, true)
    if (answer.order === 'wipe') return
    // Something the office could not take just now stays; asking again at once would change nothing.
    if (settled.every(({ state }) => state === 'waiting')) return
  }
}

/** On a full phone what the office has counted goes first, and makes room for what a person has to look at. */
async function keepSettled(items: readonly Item[]): Promise<void> {
  try {
    await keepItems(items)
  } catch (fault) {
    if (!isFull(fault)) throw fault
    await dropItems(items.filter(({ state }) => state === 'settled').map(({ id }) => id))
    await keepItems(items.filter(({ state }) => state === 'attention'))
  }
}

/** Asks again what became of a signature that the office holds: the same signature under a new command. */
export async function askAgain(item: Item): Promise<void> {
  await keepItems([{ ...item, state: 'waiting', command: { ...item.command, id: uuidv7() } }])
  await syncNow()
}

async function noteContact(contact: { serverTime: string; expiresAt: string }, sent: boolean): Promise<void> {
  const profile = phoneNow().profile
  if (!profile) return
  const now = new Date().toISOString()
  const clock = { server: contact.serverTime, device: now }
  await keepProfile({ ...profile, clock, expiresAt: byOwnClock(contact), ...(sent ? { lastSent: now } : {}) })
  await keepSeen(seenAtContact(Date.now()))
}

export async function pullPlace(placeId: string, own = false): Promise<void> {
  const waiting = waitingOf(phoneNow().outbox).length
  const answer = await ask(own ? PullOwnPack : PullPack, { hamletId: placeId, deviceId: deviceId(), waiting })
  const profile = phoneNow().profile as Profile
  await keepProfile({ ...profile, serverKey: answer.serverKey })
  await noteContact(answer, false)
  await keepPack({ ...packOf(answer, new Date().toISOString()), own })
}

async function pullChangesOf(pack: Pack): Promise<void> {
  const waiting = waitingOf(phoneNow().outbox).length
  const { id } = pack.hamlet
  const question = { hamletId: id, deviceId: deviceId(), waiting, cursor: pack.cursor, drivesTag: pack.drivesTag }
  try {
    const answer = await ask(pack.own ? PullOwnChanges : PullChanges, question)
    await noteContact(answer, false)
    if (!answer.reset) return await keepPack(merged(pack, answer, new Date().toISOString()))
    if (answer.reset.reason === 'hamlet_merged') return await keepPack({ ...pack, successors: answer.reset.successors })
    await pullPlace(id, pack.own)
  } catch (fault) {
    // No longer theirs to see: the copy goes, as the office wants it.
    if (problemOf(fault)?.status === 404) await dropPack(id)
    else throw fault
  }
}

async function sendCarried(): Promise<void> {
  for (const { id, bytes, own } of await store.carried.toArray()) {
    // The own outbox goes by itself as long as it can be opened.
    if (id === sealedOutboxId) continue
    try {
      await carryIn(bytes)
    } catch (fault) {
      // One that nobody can open would come again for ever; one that the office cannot take now stays.
      if (isSilence(fault) || isSignedOut(fault)) throw fault
      if (!own) changePhone({ said: { text: problemOf(fault)?.title ?? '' } })
    }
    await store.carried.delete(id)
  }
}

async function forgetSettled(): Promise<void> {
  const before = Date.now() - shownFor
  await dropItems(
    phoneNow().outbox.flatMap(({ id, state, settledAt }) =>
      state === 'settled' && settledAt && Date.parse(settledAt) < before ? id : [],
    ),
  )
}

/** What was signed is sealed for the office first: a lost phone is emptied, and nothing that was signed is lost. */
async function obeyWipe(): Promise<void> {
  await sealForLoss()
  await emptyPhone()
  // However long the network takes: nothing is left on the screen either.
  lockPhone('wiped')
  await sendCarried().catch(() => undefined)
  await sayWiped()
}

let timer: ReturnType<typeof setInterval> | undefined

/** Whenever the network comes back, the page is looked at again, and once a minute. */
export function keepSyncing(): void {
  if (timer) return
  const go = () => {
    if (phoneNow().stage !== 'unsafe') void sayWiped()
    if (!isOpen()) return
    void lookAtClock()
    void syncNow()
  }
  timer = setInterval(go, 60_000)
  window.addEventListener('online', () => {
    changePhone({ online: true })
    go()
  })
  window.addEventListener('offline', () => changePhone({ online: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') go()
  })
  document.documentElement.lang = currentLanguage()
}
