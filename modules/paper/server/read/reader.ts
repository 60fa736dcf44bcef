// Asks the reading thread. A page that takes too long, or brings the thread down, is broken; the next one gets a new thread.

import { Worker } from 'node:worker_threads'
import type { FileKind, FromReader, ToReader } from './worker.ts'

/** No honest page takes a tenth of this, even on a slow machine that has much to do. */
const patience = 120_000
/** A thread that wants more is reading something that nobody photographed. */
const mostMegabytes = 1024

export type Reader = {
  open(bytes: Uint8Array, kind: FileKind): Promise<FromReader>
  page(index: number): Promise<FromReader>
  close(): Promise<void>
}

export function openReader(): Reader {
  let worker: Worker | undefined
  let opened: ToReader | undefined
  const start = (): Worker =>
    new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })

  const say = (message: ToReader): Promise<FromReader> =>
    new Promise((settle) => {
      worker ??= start()
      const asked = worker
      const heard = (said: FromReader) => finish(said)
      const lost = () => finish(undefined)
      const finish = (said: FromReader | undefined) => {
        clearTimeout(timer)
        asked.off('message', heard).off('error', lost).off('exit', lost)
        // Whatever comes after it was given up is nobody's concern.
        if (!said) asked.on('error', () => {})
        if (!said && worker === asked) worker = undefined
        if (!said) void asked.terminate()
        settle(said ?? { unreadable: 'broken_file' })
      }
      const timer = setTimeout(lost, patience)
      asked.on('message', heard).on('error', lost).on('exit', lost)
      asked.postMessage(message)
    })

  return {
    open: (bytes, kind) => {
      opened = { open: { bytes, kind } }
      return say(opened)
    },
    page: async (index) => {
      // The thread was lost with the page before: the file is opened again for the pages after it.
      if (!worker && opened) await say(opened)
      return say({ page: index })
    },
    close: async () => {
      const last = worker
      worker = undefined
      await last?.terminate()
    },
  }
}
