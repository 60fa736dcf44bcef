// The callers, on a thread of their own: so many at a time, each sending its next request when the last was answered.

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { v7 as uuidv7 } from 'uuid'
import { type Ink, inkToText } from '../../modules/commitments/contract/ink.ts'
import { type Caller, openCaller } from './caller.ts'

export type Work = {
  url: string
  path: string
  cookie: string
  clients: number
  /** What is asked for: one body each. */
  bodies: readonly unknown[]
  /** Questions instead of commands: no body goes along. */
  method?: 'GET' | 'POST'
}
export type Measured = { seconds: number; milliseconds: number[] }

/** Signatures of one call: `commitments.sign` for one drive and commune. */
export const callFor = (driveId: string, communeId: string, entries: readonly string[]) => ({
  driveId,
  communeId,
  hamletId: null,
  signatures: entries.map((entryId) => ({
    id: uuidv7(),
    entryId,
    textNumber: 1,
    way: 'ink' as const,
    signedAt: new Date().toISOString(),
    ink,
  })),
})

/** A signature as the pad keeps one: three strokes, 24 points each. */
const strokes: Ink = [0, 1, 2].map((stroke) =>
  Array.from({ length: 24 }, (_, at): [number, number] => [
    100 + stroke * 220 + at * 10,
    Math.round(300 + 120 * Math.sin(at / 2 + stroke)),
  ]),
)
const ink = inkToText(strokes)

export function sendAll(work: Work): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function runClients({ url, path, cookie, clients, bodies, method = 'POST' }: Work): Promise<Measured> {
  const address = new URL(path, url)
  const callers = await Promise.all(Array.from({ length: clients }, () => openCaller(address)))
  const texts = bodies.map((body) => (method === 'GET' ? '' : JSON.stringify(body)))
  const first = `${method} ${address.pathname}${address.search} HTTP/1.1\r\nhost: ${address.host}\r\ncookie: ${cookie}\r\n`
  // What every browser says with a question.
  const question = `${first}accept-encoding: gzip, deflate, br, zstd\r\n`
  const command = `${first}content-type: application/json\r\norigin: ${address.origin}\r\n`
  const milliseconds: number[] = []
  let next = 0
  const call = async (caller: Caller) => {
    while (next < texts.length) {
      const text = texts[next] as string
      next += 1
      const began = performance.now()
      const { status, body } = await caller.ask(
        method === 'GET' ? question : `${command}idempotency-key: ${uuidv7()}\r\n`,
        text,
      )
      milliseconds.push(performance.now() - began)
      if (status !== 200 || body.includes('"held"') || body.includes('"refused"'))
        throw new Error(`${address.pathname} answered ${status}: ${body.slice(0, 300)}`)
    }
  }
  const began = performance.now()
  await Promise.all(callers.map(call))
  const seconds = (performance.now() - began) / 1000
  for (const caller of callers) caller.close()
  return { seconds, milliseconds }
}

if (!isMainThread) parentPort?.postMessage(await runClients(workerData as Work))
