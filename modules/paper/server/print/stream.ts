// A PDF that is drawn while it is read: a few sheets at a time, no more than the reader takes.

import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { SheetContent } from './content.ts'
import type { FromDrawer, ToDrawer } from './worker.ts'

/** `onDrawn` hears how many sheets are done. Giving up reading ends the drawing. */
export function streamPrint(
  title: string,
  batches: AsyncIterable<SheetContent[]>,
  onDrawn: (drawn: number) => Promise<void>,
): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { title } })
  worker.on('error', (fault) => out.destroy(fault instanceof Error ? fault : new Error(String(fault))))
  out.on('close', () => void worker.terminate())
  void feed(worker, out, batches, onDrawn).catch((fault: Error) => out.destroy(fault))
  return out
}

async function feed(
  worker: Worker,
  out: PassThrough,
  batches: AsyncIterable<SheetContent[]>,
  onDrawn: (drawn: number) => Promise<void>,
): Promise<void> {
  let drawnSoFar = (_: number): void => {}
  worker.on('message', (message: FromDrawer) => {
    if (message === 'end') out.end()
    else if ('bytes' in message) out.write(message.bytes)
    else drawnSoFar(message.drawn)
  })
  const say = (message: ToDrawer): void => worker.postMessage(message)
  for await (const sheets of batches) {
    const drawn = new Promise<number>((done) => {
      drawnSoFar = done
    })
    say({ sheets })
    await onDrawn(await drawn)
    if (out.writableNeedDrain) await once(out, 'drain')
  }
  say('end')
}
