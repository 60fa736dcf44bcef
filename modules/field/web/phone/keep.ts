// Keeping what was just done at a door, with the way back from it.

import { goInstead } from './address.ts'
import type { Item } from './kept.ts'
import { changePhone, dropItems, keepDrive, keepItems, phoneNow, waitingOf } from './phone.ts'
import { sealForLoss } from './safety.ts'
import { isFull } from './store.ts'
import { syncNow } from './sync.ts'

/** Kept on the phone before anything else is said; what does not fit is not said to be kept. */
export async function keepOrSay(item: Item, text: string, more: string, onward: () => void): Promise<void> {
  try {
    await keepItems([item])
  } catch (fault) {
    if (!isFull(fault)) throw fault
    changePhone({ full: true })
    return
  }
  void sealForLoss()
  const undo = () => {
    const still = waitingOf(phoneNow().outbox).some(({ id }) => id === item.id)
    changePhone({ said: undefined })
    if (!still || phoneNow().syncing) return
    void dropItems([item.id])
      .then(sealForLoss)
      // Another one may have been chosen meanwhile.
      .then(() => (item.driveId ? keepDrive(item.driveId) : undefined))
      .then(() => goInstead('h', item.placeId, item.entryId))
  }
  changePhone({ said: { text: more ? `${text}. ${more}` : text, undo } })
  onward()
  // Not before the six seconds in which it can be taken back.
  setTimeout(() => void syncNow(), 6_500)
}
