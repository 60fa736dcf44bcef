// What a note why one has not signed becomes on the phone: its row of the outbox, and the command that will carry it.

import { v7 as uuidv7 } from 'uuid'
import type { Household, Item, Pack } from './kept.ts'
import { phoneNow } from './phone.ts'

type New = {
  pack: Pick<Pack, 'hamlet'>
  household: Pick<Household, 'id' | 'home'>
  driveId: string
  /** null: the note that is there is taken away. */
  note: NonNullable<Item['note']> | null
  label: string
  place: string
}

export function notedItem({ pack, household, driveId, note, label, place }: New): Item {
  const [id, at, { profile }] = [uuidv7(), new Date().toISOString(), phoneNow()]
  return {
    id,
    at,
    kind: 'unsigned',
    placeId: pack.hamlet.id,
    entryId: household.id,
    driveId,
    label,
    place,
    state: 'waiting',
    note,
    command: {
      id: uuidv7(),
      operation: 'commitments.unsigned',
      input: {
        driveId,
        ...household.home,
        entryId: household.id,
        reason: note?.reason ?? null,
        ...(note?.visitAgainOn ? { visitAgainOn: note.visitAgainOn } : {}),
        at,
      },
      ...(profile ? { clock: profile.clock } : {}),
    },
  }
}
