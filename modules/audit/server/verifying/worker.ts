// A thread that looks through the parts of the chain that it is sent, so that nobody else waits for it.

import { parentPort, workerData } from 'node:worker_threads'
import { lookThrough } from './look-through.ts'
import type { LookedThrough } from './lookers.ts'

const port = parentPort
if (!port) throw new Error('this file is a thread of its own')
const heads = new Set(workerData as number[])
port.on('message', (part: Uint8Array<ArrayBuffer>) => {
  const looked = lookThrough(part, heads)
  port.postMessage({ looked, part } satisfies LookedThrough, [part.buffer])
})
