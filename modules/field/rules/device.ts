// Where a device stands, from when it was last seen and what it was ordered.

import { copyDays, type deviceStates, silentDays } from '../contract/devices.ts'

const day = 86_400_000

export type DeviceFacts = {
  seenAt: string
  wipeOrderedAt: string | null
  wipedAt: string | null
  withdrawnAt: string | null
  replacedBy: string | null
}
export type DeviceState = (typeof deviceStates)[number]

export function stateOf(device: DeviceFacts, now: Date): DeviceState {
  if (device.wipedAt) return 'wiped'
  if (device.wipeOrderedAt) return 'wipe-ordered'
  if (device.withdrawnAt) return 'withdrawn'
  if (device.replacedBy) return 'replaced'
  const unseen = now.getTime() - new Date(device.seenAt).getTime()
  if (unseen > copyDays * day) return 'expired'
  return unseen > silentDays * day ? 'silent' : 'active'
}

/** Until when a copy may be opened by a device that is seen now. */
export const expiryFrom = (now: Date): string => new Date(now.getTime() + copyDays * day).toISOString()
