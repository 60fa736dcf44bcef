// So that nothing signed is lost with the phone's lock: whatever waits also lies here sealed for the office, which nobody with
// the phone in hand can open, and stays when the rest is erased.

import { phoneNow, waitingOf } from './phone.ts'
import { sealOutbox } from './sealed.ts'
import { sealedOutboxId, store } from './store.ts'

let asked = 0

/** After each change of what waits; the last one asked for counts. */
export async function sealForLoss(): Promise<void> {
  asked += 1
  const own = asked
  const { profile, outbox } = phoneNow()
  if (!profile) return
  const waiting = waitingOf(outbox)
  const bytes = waiting.length > 0 ? await sealOutbox(profile, waiting) : undefined
  if (own !== asked) return
  try {
    if (bytes) await store.carried.put({ id: sealedOutboxId, bytes, own: true, count: waiting.length })
    else await store.carried.delete(sealedOutboxId)
  } catch {
    // No room, or the page is being closed: what was signed lies in its own row, and this second copy comes with the next change.
  }
}
