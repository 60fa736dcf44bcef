// Who looks through the parts: threads beside this one when the chain is long, else this one.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Looked, lookThrough } from './look-through.ts'

export type Lookers = {
  /** Memory for the next part, so many bytes or more: that of one that was looked through. To collect it as garbage would take long. */
  memory(bytes: number): Buffer<ArrayBuffer>
  /** Takes a part and comes back as soon as another one may be brought; parts are looked through in any order. */
  take(part: Uint8Array<ArrayBuffer>): Promise<{ looked: Promise<Looked> }>
  close(): Promise<void>
}

/** What a thread answers: the part comes back for its memory. */
export type LookedThrough = { looked: Looked; part: Uint8Array<ArrayBuffer> }

/** Looked through sooner than a thread begins. */
const short = 20_000
const mostThreads = 4
/** Parts that wait for each thread, besides the one it has. */
const waitingEach = 2

/** One core is left to the database and to whoever asks it; where there is but one, nobody waits for us all the same. */
export const threadsFor = (entries: number): number =>
  entries < short ? 0 : Math.min(mostThreads, Math.max(1, availableParallelism() - 1))

export function openLookers(heads: readonly number[], threads: number): Lookers {
  const spare: ArrayBuffer[] = []
  const memory = (bytes: number) => {
    const place = spare.findIndex(({ byteLength }) => byteLength >= bytes)
    return place < 0 ? Buffer.allocUnsafeSlow(bytes) : Buffer.from(spare.splice(place, 1)[0]!)
  }
  if (threads === 0) {
    const known = new Set(heads)
    const look = async (part: Uint8Array<ArrayBuffer>) => {
      const looked = lookThrough(part, known)
      spare.push(part.buffer)
      return looked
    }
    return { memory, take: async (part) => ({ looked: look(part) }), close: async () => undefined }
  }
  const lookers = Array.from({ length: threads }, () => openThread(heads, (freed) => spare.push(freed)))
  const leastBusy = () => lookers.reduce((one, other) => (other.waiting.length < one.waiting.length ? other : one))
  return {
    memory,
    take: async (part) => {
      const looked = leastBusy().look(part)
      const { waiting } = leastBusy()
      // Whether it failed is told to whoever waits for the part itself.
      if (waiting.length > waitingEach) await waiting[0]!.promise.catch(() => undefined)
      return { looked }
    },
    close: async () => {
      await Promise.all(lookers.map(({ close }) => close()))
    },
  }
}

function openThread(heads: readonly number[], onFreed: (memory: ArrayBuffer) => void) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: heads })
  const waiting: PromiseWithResolvers<Looked>[] = []
  let broken: Error | undefined
  const breakOff = (fault: Error) => {
    broken ??= fault
    for (const part of waiting.splice(0)) part.reject(broken)
  }
  worker.on('message', ({ looked, part }: LookedThrough) => {
    onFreed(part.buffer)
    waiting.shift()?.resolve(looked)
  })
  worker.on('error', breakOff)
  worker.on('exit', () => breakOff(new Error('the thread that checks the audit ended')))
  return {
    waiting,
    look: (part: Uint8Array<ArrayBuffer>): Promise<Looked> => {
      const answer = Promise.withResolvers<Looked>()
      // Awaited later, and may fail before that.
      answer.promise.catch(() => undefined)
      if (broken) answer.reject(broken)
      else {
        waiting.push(answer)
        worker.postMessage(part, [part.buffer])
      }
      return answer.promise
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
