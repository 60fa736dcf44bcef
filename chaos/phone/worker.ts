// One phone, on a thread of its own: the product's phone application signs and sends; the store fills up, the page is closed.

import { setTimeout as pause } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { type Ink, inkToText } from '../../modules/commitments/contract.ts'
import type { Item } from '../../modules/field/web/phone/kept.ts'
import { chanceOf } from '../chance.ts'
import { becomeBrowser, type Conditions, type Said } from './browser.ts'
import { beginLife } from './life.ts'

export type Trouble = 'none' | 'store full' | 'app closed'
export type Order =
  | { do: 'make'; url: string; cookie: string }
  | { do: 'sign'; seed: number; driveId: string; communeId: string; entries: string[]; count: number; trouble: Trouble }
  | { do: 'calm' }
export type PhoneReport = {
  /** What the phone said was kept: by signature, what became of it on the phone. */
  kept: {
    signatureId: string
    state: Item['state'] | 'gone'
    outcome: string | undefined
    reason: string | undefined
  }[]
  /** All that the office ever answered, whether it arrived or not. */
  said: Said[]
  /** So often the phone said that it has no room. */
  full: number
  closed: number
}

const pin = '271828'
const twoDays = 2 * 86_400_000
/** So often a phone asks an office that may need minutes to come up again on a busy machine. */
const patience = 2_000
const ink: Ink = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]

const conditions: Conditions = { url: '', cookie: '', chance: chanceOf(0), calm: true, full: false, clockOff: 0 }
let said: Said[] = []
const { closePage } = becomeBrowser(conditions, (one) => said.push(one))
let phone = await beginLife()
let page = { open: true }

async function make({ url, cookie }: Order & { do: 'make' }): Promise<void> {
  Object.assign(conditions, { url, cookie })
  await phone.startPhone()
  await phone.makePhone(pin, 'Máy thử')
}

/** In the middle of whatever was going on; then the page is opened again. */
async function closeAndOpen(): Promise<void> {
  page.open = false
  closePage()
  phone.lockPhone()
  phone = await beginLife()
  await phone.startPhone()
  const opened = await phone.unlock(pin)
  if (opened !== 'open') throw new Error(`the phone did not open again: ${opened}`)
  page = { open: true }
}

async function sign(order: Order & { do: 'sign' }): Promise<PhoneReport> {
  const chance = chanceOf(order.seed)
  said = []
  Object.assign(conditions, { chance: chanceOf(chance.under(2 ** 31)), calm: false })
  conditions.clockOff = Math.round((chance.next() * 2 - 1) * twoDays)
  const kept: string[] = []
  const signed = new Set<string>()
  let [full, closed] = [0, 0]
  const trouble = runTrouble()
  for (let at = 0; at < order.count; ) {
    const done = await signOne(chance.pick(order.entries))
    if (done) at += 1
    else {
      full += 1
      await pause(5)
    }
    if (chance.happens(0.4)) void phone.syncNow()
    await pause(chance.under(10))
  }
  await trouble
  for (let tries = 0; phone.waitingOf(phone.phoneNow().outbox).length > 0; tries += 1) {
    if (tries > patience) throw new Error(`a phone never got through: ${JSON.stringify(phone.phoneNow().said)}`)
    await phone.syncNow()
    // While the office is away there is no use in asking all the time.
    await pause(Math.min(10 * (tries + 1), 250))
  }
  const items = new Map(phone.phoneNow().outbox.map((item) => [item.id, item]))
  return {
    kept: kept.map((id) => {
      const item = items.get(id)
      return { signatureId: id, state: item?.state ?? 'gone', outcome: item?.outcome, reason: item?.reason }
    }),
    // What a phone without room could not write down before it was closed is sent again later, in another run: not of this one.
    said: said.filter(({ signatureId }) => signed.has(signatureId)),
    full,
    closed,
  }

  /** True when the phone said that it is kept. */
  async function signOne(entryId: string): Promise<boolean> {
    while (!page.open) await pause(5)
    const own = page
    const { driveId, communeId } = order
    const place = { id: communeId, name: 'Xã thử', type: 'commune', kind: 'commune' as const }
    const item = phone.signedItem({
      pack: { hamlet: place },
      household: { id: entryId, home: { communeId, hamletId: null } },
      driveId,
      textNumber: 1,
      ink: inkToText(ink),
      label: 'Hộ',
      place: place.name,
    })
    signed.add(item.id)
    let isKept = false
    const keeping = phone.keepOrSay(item, '', '', () => {
      isKept = true
    })
    // A page that was closed says nothing more; any other fault is one of the phone.
    await keeping.catch((fault: unknown) => {
      if (own.open) throw fault
    })
    if (isKept) kept.push(item.id)
    return isKept
  }

  async function runTrouble(): Promise<void> {
    if (order.trouble === 'none') return
    await pause(chance.under(120))
    if (order.trouble === 'app closed') {
      closed += 1
      return closeAndOpen()
    }
    conditions.full = true
    await pause(30 + chance.under(120))
    conditions.full = false
  }
}

parentPort?.on('message', (order: Order) => {
  if (order.do === 'calm') {
    conditions.calm = true
    return
  }
  const work = order.do === 'make' ? make(order) : sign(order)
  work.then(
    (report) => parentPort?.postMessage({ report }),
    (fault: unknown) =>
      parentPort?.postMessage({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  )
})
