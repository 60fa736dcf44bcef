// A phone that was ordered to empty itself does so, and only then says it to the office: until that is heard, however often it takes.

import { wipedPath, wipedProof } from '../../contract/wiped.ts'
import { phoneNow } from './phone.ts'
import { isFull, store, wipeStore } from './store.ts'
import { post, problemOf } from './wire.ts'

/** What is said is worked out first, while the secret is there, and is kept in the same moment in which all else goes. */
export async function emptyPhone(): Promise<void> {
  const { profile } = phoneNow()
  const said = profile && (await wipedProof(profile))
  try {
    await wipeStore(said)
  } catch (fault) {
    if (!said || !isFull(fault)) throw fault
    // No room even for that: the phone is emptied all the same. The office goes on seeing that it has not heard of it.
    await wipeStore()
  }
}

/** Nothing is let go of until the office has it, or says that it knows no such device. */
export async function sayWiped(): Promise<void> {
  for (const said of await store.wiped.toArray()) {
    try {
      await post(wipedPath, said)
    } catch (fault) {
      if (problemOf(fault)?.code !== 'field.device_unknown') return
    }
    await store.wiped.delete(said.deviceId)
  }
}
