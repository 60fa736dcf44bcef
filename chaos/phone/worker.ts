// One phone, on a thread of its own: it is told what to do (chaos/phones.ts), does it, and reports.

import { parentPort } from 'node:worker_threads'
import { chanceOf } from '../chance.ts'
import { becomeBrowser, type Conditions, type Heard } from './browser.ts'
import type { Deed } from './deeds.ts'
import { beginLife } from './life.ts'
import { type DeedOrder, doAll, type Owner } from './owner.ts'
import { idOf, type Row, readRows } from './rows.ts'

export type PhoneReport = {
  /** What was done on it since the last report. */
  deeds: Deed[]
  /** Of which the phone said that they are kept. */
  kept: string[]
  /** All that the office answered since the last report, whatever it was about and whether it arrived or not. */
  heard: Heard[]
  /** What lies in the store now. */
  rows: Row[]
}
export type Order =
  | { do: 'make'; url: string; cookie: string }
  | ({ do: 'deeds' } & DeedOrder)
  /** The network is good again. */
  | { do: 'calm' }
  | { do: 'report' }
  /** Loses a row behind the back of the application, for the test that asks whether it would be noticed. */
  | { do: 'lose'; id: string }

const pin = '271828'
const conditions: Conditions = { url: '', cookie: '', chance: chanceOf(0), calm: true, full: false, clockOff: 0 }
const nothing = (): Omit<PhoneReport, 'rows'> => ({ deeds: [], kept: [], heard: [] })
let since = nothing()
const { closePage } = becomeBrowser(conditions, (heard) => since.heard.push(...heard))
const owner: Owner = { app: await beginLife(), page: { open: true }, conditions, closeAndOpen }

async function make({ url, cookie }: Order & { do: 'make' }): Promise<void> {
  Object.assign(conditions, { url, cookie })
  await owner.app.startPhone()
  await owner.app.makePhone(pin, 'Máy thử')
}

/** In the middle of whatever was going on; then the page is opened again. */
async function closeAndOpen(): Promise<void> {
  owner.page.open = false
  closePage()
  owner.app.lockPhone()
  owner.app = await beginLife()
  await owner.app.startPhone()
  const opened = await owner.app.unlock(pin)
  if (opened !== 'open') throw new Error(`the phone did not open again: ${opened}`)
  owner.page = { open: true }
}

async function report(): Promise<PhoneReport> {
  const rows = await readRows(owner.app)
  const told = { ...since, rows }
  since = nothing()
  return told
}

async function lose(id: string): Promise<void> {
  const row = owner.app.phoneNow().outbox.find((item) => idOf(item) === id)
  if (row) await owner.app.store.outbox.delete(row.id)
}

async function obey(order: Order): Promise<PhoneReport | undefined> {
  if (order.do === 'make') return void (await make(order))
  if (order.do === 'deeds') await doAll(owner, order, since)
  if (order.do === 'lose') await lose(order.id)
  return report()
}

parentPort?.on('message', (order: Order) => {
  if (order.do === 'calm') {
    conditions.calm = true
    return
  }
  obey(order).then(
    (told) => parentPort?.postMessage({ report: told }),
    (fault: unknown) =>
      parentPort?.postMessage({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  )
})
