// What a browser gives the phone application, as far as keeping and sending go: a store (fake-indexeddb) that can be full and
// whose open transactions end with the page, a network that loses, doubles and delays, and a clock that may be days off.

import 'fake-indexeddb/auto'
import { setTimeout as pause } from 'node:timers/promises'
import { type BundleAnswer, type CommandResult, type FieldCommand, pushPath } from '../../modules/field/contract.ts'
import type { Chance } from '../chance.ts'

const lost = 0.3
const doubled = 0.2
/** A second copy may come long after those that were sent later. */
export const latest = 150

export type Conditions = { url: string; cookie: string; chance: Chance; calm: boolean; full: boolean; clockOff: number }
/** An answer of the office about one deed; `arrived`: the page has it, and it was not lost on the way. */
export type Heard = { id: string; outcome: string; reason: string | undefined; arrived: boolean }

/** A page can only abort without a reason; the store itself says why. */
type Abortable = IDBTransaction & { _abort(reason: string): void }
const noRoom = 'QuotaExceededError'

const RealDate = Date
const realFetch = globalThis.fetch

/** Makes a browser of this thread. `hear` is told all that the office answered, and again what of it reached the page. */
export function becomeBrowser(conditions: Conditions, hear: (heard: Heard[]) => void): { closePage(): void } {
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [string | number]) {
      if (given.length === 0) super(RealDate.now() + conditions.clockOff)
      else super(given[0])
    }
    static override now = (): number => RealDate.now() + conditions.clockOff
  } as DateConstructor
  const page = { location: { search: '', hash: '', protocol: 'http:' }, addEventListener: () => undefined }
  Object.assign(globalThis, {
    window: page,
    document: { cookie: '', documentElement: {}, addEventListener: () => undefined },
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
  quickenPins()
  globalThis.fetch = async (address, init) => {
    const began = life
    const answer = await overBadNetwork(conditions, String(address), init, hear).catch((fault: unknown) => {
      if (began === life) throw fault
      return undefined
    })
    const arrived = answer ? await answersIn(answer, String(address), init, true) : []
    // Whoever asked is no more.
    if (began !== life || !answer) return new Promise<never>(() => undefined)
    hear(arrived)
    return answer
  }
  return {
    closePage: () => {
      life += 1
      for (const transaction of open) end(transaction)
    },
  }
}

/** How long it takes to guess at a PIN is not what is shaken, and most of the time would go there. */
function quickenPins(): void {
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle)
  crypto.subtle.deriveKey = (how, ...rest) =>
    derive(typeof how === 'object' && 'iterations' in how ? { ...how, iterations: 1_000 } : how, ...rest)
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
  hear: (heard: Heard[]) => void,
): Promise<Response> {
  const go = async (): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: url }
    const answer = await realFetch(url + address, { ...init, headers })
    hear(await answersIn(answer, address, init, false))
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

/** From a desk in the office, until it is answered. */
export async function overGoodNetwork(
  { url, cookie }: Conditions,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  patience: number,
): Promise<BundleAnswer> {
  for (let tries = 0; tries < patience; tries += 1) {
    const headers = { cookie, origin: url, 'content-type': 'application/octet-stream' }
    const answer = await wholeAnswer(url + path, { method: 'POST', headers, body: bytes })
    if (answer?.ok) return JSON.parse(answer.text) as BundleAnswer
    if (answer && answer.status < 500) throw new Error(`${path} answered ${answer.status}: ${answer.text}`)
    await pause(Math.min(10 * (tries + 1), 250))
  }
  throw new Error(`${path} was never answered`)
}

/** Undefined where none came, or only its beginning, since the server died over it. */
async function wholeAnswer(address: string, init: RequestInit) {
  try {
    const answer = await realFetch(address, init)
    return { ok: answer.ok, status: answer.status, text: await answer.text() }
  } catch {
    return undefined
  }
}

/** What the office says in this answer of what was sent to it. */
async function answersIn(
  answer: Response,
  address: string,
  init: RequestInit | undefined,
  arrived: boolean,
): Promise<Heard[]> {
  if (address !== pushPath || !answer.ok) return []
  const { commands } = JSON.parse(String(init?.body)) as { commands: FieldCommand[] }
  const { results } = (await answer.clone().json()) as { results: CommandResult[] }
  return heardFrom(commands, results, arrived)
}

/** Of signatures, of a correction, of a note. */
type Answered = { results?: Omit<Heard, 'arrived'>[]; fields?: { outcome: string }[]; outcome?: string }

/** A problem of the office's own is no answer: the phone sends again. */
export function heardFrom(
  commands: readonly FieldCommand[],
  results: readonly CommandResult[],
  arrived: boolean,
): Heard[] {
  const byCommand = new Map(commands.map((command) => [command.id, command]))
  return results.flatMap((result): Heard[] => {
    if ('problem' in result) {
      const { status, code } = result.problem
      const { signatures = [result] } = (byCommand.get(result.id)?.input ?? {}) as { signatures?: { id: string }[] }
      if (status >= 500 || status === 429) return []
      return signatures.map(({ id }) => ({ id, outcome: 'refused', reason: code, arrived }))
    }
    const { results: own, fields, outcome: noted } = result.answer as Answered
    const [field] = fields ?? []
    if (!own) return [{ id: result.id, outcome: field?.outcome ?? noted ?? '', reason: undefined, arrived }]
    return own.map(({ id, outcome, reason }) => ({ id, outcome, reason, arrived }))
  })
}
