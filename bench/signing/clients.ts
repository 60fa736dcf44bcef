// The callers, on a thread of their own: so many at a time, each sending its next request when the last was answered.

import { Agent, request } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { v7 as uuidv7 } from 'uuid'
import { type Ink, inkToText } from '../../modules/commitments/contract/ink.ts'

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
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const texts = bodies.map((body) => JSON.stringify(body))
  const milliseconds: number[] = []
  let next = 0
  const client = async () => {
    while (next < texts.length) {
      const text = texts[next] as string
      next += 1
      const began = performance.now()
      await send(agent, method, new URL(path, url), cookie, text)
      milliseconds.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { seconds, milliseconds }
}

function send(agent: Agent, method: 'GET' | 'POST', url: URL, cookie: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': uuidv7(),
      origin: url.origin,
      cookie,
    }
    const headers = method === 'GET' ? { cookie } : command
    const call = request(url, { agent, method, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => {
        const good = answer.statusCode === 200 && !body.includes('"held"') && !body.includes('"refused"')
        if (good) resolve()
        else reject(new Error(`${url.pathname} answered ${answer.statusCode}: ${body.slice(0, 300)}`))
      })
    })
    call.once('error', reject)
    call.end(method === 'GET' ? undefined : text)
  })
}

if (!isMainThread) parentPort?.postMessage(await runClients(workerData as Work))
