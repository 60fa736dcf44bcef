// Phones that sign and send over a bad network: a third is lost on the way there or back, some is sent twice, nothing keeps its
// order, and every clock may be two days off.

import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { type Ink, inkToText } from '../modules/commitments/contract.ts'
import type { CommandResult, PushAnswer } from '../modules/field/contract.ts'
import { type Chance, shuffled } from './chance.ts'
import type { Run } from './ground.ts'

const lost = 0.3
const doubled = 0.2
const twoDays = 2 * 86_400_000
const ink: Ink = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]

type Command = { id: string; operation: string; input: object; clock: { server: string; device: string } }
export type Phone = {
  deviceId: string
  cookie: string
  waiting: Map<string, { command: Command; signatureId: string }>
  /** Every answer that ever came, by signature: what was once acknowledged must stand. */
  heard: Map<string, string[]>
}

export async function enrolPhone(url: string, cookie: string): Promise<Phone> {
  const deviceId = uuidv7()
  const answer = await fetch(`${url}/api/field/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7(), origin: url, cookie },
    body: JSON.stringify({ deviceId, name: 'Máy thử', secret: randomBytes(32).toString('base64') }),
  })
  if (!answer.ok) throw new Error(`enrolling answered ${answer.status}`)
  return { deviceId, cookie, waiting: new Map(), heard: new Map() }
}

/** Households that this phone signs in its commune; some of them another phone signs too. */
export function signOn(phone: Phone, run: Run, communeId: string, count: number, chance: Chance): void {
  phone.waiting.clear()
  phone.heard.clear()
  const place = run.places.find((each) => each.communeId === communeId)
  const off = Math.round((chance.next() * 2 - 1) * twoDays)
  for (let at = 0; at < count; at += 1) {
    const [id, signatureId] = [uuidv7(), uuidv7()]
    const now = Date.now()
    const device = new Date(now + off).toISOString()
    const signature = {
      id: signatureId,
      entryId: chance.pick(place?.entries ?? []),
      textNumber: 1,
      way: 'ink',
      signedAt: device,
      ink: inkToText(ink),
      deviceId: phone.deviceId,
    }
    phone.waiting.set(id, {
      signatureId,
      command: {
        id,
        operation: 'commitments.sign',
        input: { driveId: run.driveId, communeId, hamletId: null, signatures: [signature] },
        clock: { server: new Date(now).toISOString(), device },
      },
    })
  }
}

/** Sends until nothing waits, however long the office is away. `calm`: the network is good again. */
export async function sendAll(phone: Phone, url: string, chance: Chance, calm: () => boolean): Promise<void> {
  for (let tries = 0; phone.waiting.size > 0; tries += 1) {
    if (tries > 2_000) throw new Error('a phone never got through')
    const some = shuffled([...phone.waiting.values()], chance).slice(0, 1 + chance.under(8))
    const bad = !calm()
    if (bad && chance.happens(lost / 2)) continue
    const sendings = bad && chance.happens(doubled) ? 2 : 1
    const answers = await Promise.all(
      Array.from({ length: sendings }, () =>
        push(
          phone,
          url,
          some.map(({ command }) => command),
        ),
      ),
    )
    // The answer is lost: the phone sends again, and does not know that it was heard.
    if (bad && chance.happens(lost / 2)) continue
    for (const answer of answers) note(phone, answer)
    if (answers.every((answer) => answer === undefined)) await pause(30)
  }
}

async function push(phone: Phone, url: string, commands: Command[]): Promise<CommandResult[] | undefined> {
  try {
    const answer = await fetch(`${url}/api/field/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: phone.cookie },
      body: JSON.stringify({ deviceId: phone.deviceId, waiting: 0, commands }),
      signal: AbortSignal.timeout(10_000),
    })
    return answer.ok ? ((await answer.json()) as PushAnswer).results : undefined
  } catch {
    return undefined
  }
}

type Signed = { results: { id: string; outcome: string }[] }

function note(phone: Phone, results: CommandResult[] | undefined): void {
  for (const result of results ?? []) {
    const sent = phone.waiting.get(result.id)
    if ('problem' in result) {
      if (result.problem.status < 500) throw new Error(`a phone was refused: ${result.problem.code}`)
      continue
    }
    for (const { id, outcome } of (result.answer as Signed).results)
      phone.heard.set(id, [...(phone.heard.get(id) ?? []), outcome])
    if (sent) phone.waiting.delete(result.id)
  }
}
