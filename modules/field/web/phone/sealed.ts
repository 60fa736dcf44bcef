// The outbox as bytes that anybody may carry and only the office can open.

import { v7 as uuidv7 } from 'uuid'
import { sealBundle } from '../../contract/bundle.ts'
import type { Item, Profile } from './kept.ts'

export function sealOutbox(profile: Profile, items: readonly Item[]): Promise<Uint8Array<ArrayBuffer>> {
  return sealBundle(
    profile.serverKey,
    { id: profile.deviceId, secret: profile.secret },
    { id: uuidv7(), madeAt: new Date().toISOString(), waiting: 0, commands: items.map(({ command }) => command) },
  ).then((bytes) => Uint8Array.from(bytes))
}
