// What one signature becomes on the phone: its row of the outbox, and the command that will carry it.

import { v7 as uuidv7 } from 'uuid'
import type { Household, Item, Pack } from './kept.ts'
import { phoneNow } from './phone.ts'

type New = {
  pack: Pick<Pack, 'hamlet' | 'own'>
  household: Pick<Household, 'id' | 'home'>
  driveId: string
  textNumber: number
  ink: string
  label: string
  place: string
}

export function signedItem({ pack, household, driveId, textNumber, ink, label, place }: New): Item {
  const id = uuidv7()
  const at = new Date().toISOString()
  const { profile } = phoneNow()
  const signature = {
    id,
    entryId: household.id,
    textNumber,
    way: 'ink',
    signedAt: at,
    ink,
    deviceId: profile?.deviceId,
  }
  return {
    id,
    at,
    kind: 'sign',
    placeId: pack.hamlet.id,
    entryId: household.id,
    driveId,
    label,
    place,
    state: 'waiting',
    command: {
      id: uuidv7(),
      ...(pack.own
        ? {
            operation: 'commitments.signOwnBody',
            input: { driveId, communeId: household.home.communeId, bodyId: pack.hamlet.id, signatures: [signature] },
          }
        : { operation: 'commitments.sign', input: { driveId, ...household.home, signatures: [signature] } }),
      ...(profile ? { clock: profile.clock } : {}),
    },
  }
}
