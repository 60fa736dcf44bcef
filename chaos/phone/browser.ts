// What a browser gives the phone application, as far as keeping and sending go: a store (fake-indexeddb) that can be full and
// whose open transactions end with the page, a network that loses, doubles and delays, and a clock that may be days off.

import 'fake-indexeddb/auto'
import { setTimeout as pause } from 'node:timers/promises'
import { pushPath } from '../../modules/field/contract.ts'
import type { Chance } from '../chance.ts'

const lost = 0.3
const doubled = 0.2
/** A second copy may come long after those that were sent later. */
const latest = 150

export type Conditions = { url: string; cookie: string; chance: Chance; calm: boolean; full: boolean; clockOff: number }
export type Said = { signatureId: string; outcome: string }

/** A page can only abort without a reason; the store itself says why. */
type Abortable = IDBTransaction & { _abort(reason: string): void }
const noRoom = 'QuotaExceededError'

const RealDate = Date
const realFetch = globalThis.fetch

/** Makes a browser of this thread. `heard` is told all that the office answered, delivered or not. */
export function becomeBrowser(conditions: Conditions, heard: (said: Said) => void): { closePage(): void } {
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [string | number]) {
      if (given.length === 0) super(RealDate.now() + conditions.clockOff)
      else super(given[0])
    }
    static override now = (): number => RealDate.now() + conditions.clockOff
  } as DateConstructor
  const page = { location: { search: '', hash: '' }, addEventListener: () => undefined }
  Object.assign(globalThis, {
    window: page,
    document: { documentElement: {}, addEventListener: () => undefined },
    localStorage: { getItem: () => null, setItem: () => undefined },
  })
  let life = 0
  const open = new Set<IDBTransaction>()
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = begin.apply(this, given)
    open.add(transaction)
    for (const last of ['complete', 'abort']) transaction.addEventListener(last, () => open.delete(transaction))
    return transaction
  }
  // As browsers do: the request succeeds, and what it wrote finds no room when its transaction is to be completed.
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given)
    if (conditions.full) request.addEventListener('success', () => (this.transaction as Abortable)._abort(noRoom))
    return request
  }
  globalThis.fetch = async (address, init) => {
    const began = life
    const answer = await overBadNetwork(conditions, String(address), init, heard).catch((fault: unknown) => {
      if (began === life) throw fault
      return undefined
    })
    // Whoever asked is no more.
    return began === life && answer ? answer : new Promise<never>(() => undefined)
  }
  return {
    closePage: () => {
      life += 1
      for (const transaction of open) end(transaction)
    },
  }
}

/** What was all but written stays written. */
function end(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch (fault) {
    if (!(fault instanceof DOMException) || fault.name !== 'InvalidStateError') throw fault
  }
}

async function overBadNetwork(
  { url, cookie, chance, calm }: Conditions,
  address: string,
  init: RequestInit = {},
  heard: (said: Said) => void,
): Promise<Response> {
  const go = async (): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: url }
    const answer = await realFetch(url + address, { ...init, headers })
    if (address === pushPath && answer.ok) listen(await answer.clone().json(), heard)
    return answer
  }
  if (calm) return go()
  if (chance.happens(lost / 2)) throw new TypeError('the request was lost')
  if (chance.happens(doubled))
    void pause(chance.under(latest))
      .then(go, () => undefined)
      .catch(() => undefined)
  const answer = await go()
  // The office did it, and the phone does not hear of it.
  if (chance.happens(lost / 2)) throw new TypeError('the answer was lost')
  return answer
}

type Pushed = { results: { answer?: { results?: { id: string; outcome: string }[] } }[] }

function listen({ results }: Pushed, heard: (said: Said) => void): void {
  for (const { answer } of results)
    for (const { id, outcome } of answer?.results ?? []) heard({ signatureId: id, outcome })
}
