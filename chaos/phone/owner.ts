// Whoever holds a phone: takes signatures, notes, corrects and sends, while the store fills up, the page is closed, the outbox is
// carried by hand.

import { setTimeout as pause } from 'node:timers/promises'
import { bundlePath, openReceipt, type PushAnswer } from '../../modules/field/contract.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { type Conditions, heardFrom, overGoodNetwork } from './browser.ts'
import { nextDeed } from './deeds.ts'
import type { PhoneModules } from './life.ts'
import type { PhoneReport } from './worker.ts'

export type Trouble = 'none' | 'store full' | 'app closed' | 'carried by hand'
export type DeedOrder = {
  seed: number
  driveId: string
  communeId: string
  entries: string[]
  count: number
  trouble: Trouble
}
export type Owner = {
  /** The application as it is open now. */
  app: PhoneModules
  page: { open: boolean }
  conditions: Conditions
  closeAndOpen(): Promise<void>
}
type Told = Omit<PhoneReport, 'rows'>

const twoDays = 2 * 86_400_000
/** So often a phone asks an office that may need minutes to come up again on a busy machine. */
const patience = 2_000

/** Until nothing waits any more. */
export async function doAll(owner: Owner, order: DeedOrder, told: Told): Promise<void> {
  const chance = chanceOf(order.seed)
  const { conditions } = owner
  Object.assign(conditions, { chance: chanceOf(chance.under(2 ** 31)), calm: false })
  conditions.clockOff = Math.round((chance.next() * 2 - 1) * twoDays)
  const trouble = haveTrouble(owner, order.trouble, chance, told)
  const lastSaid = new Map<string, number>()
  for (let at = 0; at < order.count; ) {
    const done = await doOne(owner, order, chance, lastSaid, told)
    if (done) at += 1
    else await pause(5)
    if (chance.happens(0.4)) void owner.app.syncNow()
    await pause(chance.under(10))
  }
  await trouble
  for (let tries = 0; ; tries += 1) {
    const { outbox, said } = owner.app.phoneNow()
    if (owner.app.waitingOf(outbox).length === 0) return
    if (tries > patience) throw new Error(`a phone never got through: ${JSON.stringify(said)}`)
    await owner.app.syncNow()
    // While the office is away there is no use in asking all the time.
    await pause(Math.min(10 * (tries + 1), 250))
  }
}

/** True when the phone said that it is kept. */
async function doOne(
  owner: Owner,
  order: DeedOrder,
  chance: Chance,
  lastSaid: Map<string, number>,
  told: Told,
): Promise<boolean> {
  while (!owner.page.open) await pause(5)
  const { app, page, conditions } = owner
  const { item, deed } = nextDeed(app, order, chance, { lastSaid, realNow: Date.now() - conditions.clockOff })
  told.deeds.push(deed)
  let isKept = false
  const keeping = app.keepOrSay(item, '', '', () => {
    isKept = true
  })
  // A page that was closed says nothing more; any other fault is one of the phone.
  await keeping.catch((fault: unknown) => {
    if (page.open) throw fault
  })
  if (isKept) told.kept.push(deed.id)
  return isKept
}

async function haveTrouble(owner: Owner, trouble: Trouble, chance: Chance, told: Told): Promise<void> {
  if (trouble === 'none') return
  await pause(chance.under(120))
  if (trouble === 'app closed') return owner.closeAndOpen()
  if (trouble === 'carried by hand') return carryByHand(owner, told)
  owner.conditions.full = true
  await pause(30 + chance.under(120))
  owner.conditions.full = false
}

/** What waits goes to the office as a sealed file, while the phone sends the same by itself. */
async function carryByHand({ app, conditions }: Owner, told: Told): Promise<void> {
  const { profile, outbox } = app.phoneNow()
  if (!profile) throw new Error('the phone is locked')
  const waiting = app.waitingOf(outbox)
  const bytes = await app.sealOutbox(profile, waiting)
  const answer = await overGoodNetwork(conditions, bundlePath, bytes, patience)
  const receipt = (await openReceipt(profile.secret, answer.receipt)) as PushAnswer
  const commands = waiting.map(({ command }) => command)
  told.heard.push(...heardFrom(commands, receipt.results, false))
}
