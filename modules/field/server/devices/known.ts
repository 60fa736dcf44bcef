// The device that calls: whose it is, and whether it may. Every contact is noted.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { expiryFrom } from '../../rules/device.ts'

export type Device = {
  id: string
  personId: string
  name: string
  secret: Buffer
  enrolledAt: string
  seenAt: string
  waiting: number
  wipeOrderedAt: string | null
  wipedAt: string | null
  withdrawnAt: string | null
  replacedBy: string | null
}

export const deviceColumns = sql`device.id, device.person_id as "personId", device.name, device.secret,
  device.enrolled_at as "enrolledAt", device.seen_at as "seenAt", device.waiting, device.wipe_ordered_at as "wipeOrderedAt",
  device.wiped_at as "wipedAt", device.withdrawn_at as "withdrawnAt",
  (select later.id from field_device later where later.replaces_id = device.id) as "replacedBy"`

export async function findDevice(db: Db, id: string): Promise<Device | undefined> {
  const { rows } = await sql<Device>`select ${deviceColumns} from field_device device where id = ${id}`.execute(db)
  return rows[0]
}

/** Somebody else's device reads as unknown. */
export async function ownDevice(db: Db, id: string, personId: string): Promise<Device> {
  const device = await findDevice(db, id)
  if (device?.personId !== personId) throw refuse(fieldRefusals.device_unknown)
  return device
}

/** Refuses a device that may hold nothing any more. Whether it hears the refusal only the device itself can say (wiped.ts). */
export function refuseOrdered(device: Device): void {
  if (device.wipeOrderedAt || device.wipedAt) throw refuse(fieldRefusals.device_wiped)
  if (device.withdrawnAt) throw refuse(fieldRefusals.device_withdrawn)
}

export async function noteSeen(db: Db, id: string, now: Date, waiting: number) {
  await sql`update field_device set seen_at = ${now}, waiting = ${waiting} where id = ${id}`.execute(db)
  return { serverTime: now.toISOString(), expiresAt: expiryFrom(now) }
}
