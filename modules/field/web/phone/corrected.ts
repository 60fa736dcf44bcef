// What a correction becomes on the phone: its row of the outbox, and the command that will carry it.

import { v7 as uuidv7 } from 'uuid'
import type { Change } from '../../contract/correct.ts'
import type { Household, Item, Pack } from './kept.ts'
import { phoneNow } from './phone.ts'

type New = {
  pack: Pick<Pack, 'hamlet'>
  household: Pick<Household, 'id' | 'home'>
  changes: Change[]
  label: string
  place: string
}

export function correctedItem({ pack, household, changes, label, place }: New): Item {
  const [id, at, { profile }] = [uuidv7(), new Date().toISOString(), phoneNow()]
  return {
    id,
    at,
    kind: 'correct',
    placeId: pack.hamlet.id,
    entryId: household.id,
    driveId: '',
    label,
    place,
    state: 'waiting',
    changes,
    command: {
      id: uuidv7(),
      operation: 'field.correct',
      input: { ...household.home, entryId: household.id, changes, at },
      ...(profile ? { clock: profile.clock } : {}),
    },
  }
}
