// The phones, each on its own thread (chaos/phone): told what to do, and asked what became of it.

import { Worker } from 'node:worker_threads'
import type { DeedOrder } from './phone/owner.ts'
import type { Order, PhoneReport } from './phone/worker.ts'

export type Phone = {
  doAll(order: DeedOrder): Promise<PhoneReport>
  report(): Promise<PhoneReport>
  lose(id: string): Promise<PhoneReport>
  /** The network is good again. */
  calm(): void
  throwAway(): Promise<unknown>
}

type Answer = { report?: PhoneReport; fault?: string }

export async function enrolPhone(url: string, cookie: string): Promise<Phone> {
  const worker = new Worker(new URL('./phone/worker.ts', import.meta.url))
  const tell = (order: Order): Promise<PhoneReport | undefined> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', ({ report, fault }: Answer) => {
        worker.off('error', reject)
        if (fault) reject(new Error(fault))
        else resolve(report)
      })
      worker.postMessage(order)
    })
  await tell({ do: 'make', url, cookie })
  return {
    doAll: (order) => tell({ do: 'deeds', ...order }) as Promise<PhoneReport>,
    report: () => tell({ do: 'report' }) as Promise<PhoneReport>,
    lose: (id) => tell({ do: 'lose', id }) as Promise<PhoneReport>,
    calm: () => worker.postMessage({ do: 'calm' } satisfies Order),
    throwAway: () => worker.terminate(),
  }
}
