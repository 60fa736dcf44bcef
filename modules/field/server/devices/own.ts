// What a person does with the own device: enrol it, ask what it was ordered, withdraw it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { AskOrder, EnrolDevice, WithdrawDevice } from '../../contract/devices.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { serverKey } from '../keys.ts'
import { findDevice, noteSeen, ownDevice, refuseOrdered } from './known.ts'

export const enrolDevice: Handler = carriesOut(EnrolDevice, async ({ db, person, now }, input) => {
  const { deviceId, name } = input
  const replaced = input.replacesId ? await replaceable(db, input.replacesId, person.id) : null
  const secret = Buffer.from(input.secret, 'base64')
  await sql`
    insert into field_device (id, person_id, name, secret, enrolled_at, seen_at, replaces_id)
    values (${deviceId}, ${person.id}, ${name}, ${secret}, ${now}, ${now}, ${replaced}) on conflict (id) do nothing`.execute(
    db,
  )
  const device = await ownDevice(db, deviceId, person.id)
  refuseOrdered(device)
  // The same id with another secret is another device; its bundles could not be told apart.
  if (!device.secret.equals(secret)) throw refuse(fieldRefusals.device_unknown)
  return {
    answer: { deviceId, serverKey: await serverKey(db), ...(await noteSeen(db, deviceId, now, device.waiting)) },
    audit: { subject: `field-device:${deviceId}`, after: { name, ...(replaced ? { replaces: replaced } : {}) } },
  }
})

/** Somebody else's device, or one that began anew before, is not named: whoever holds the phone now goes on all the same. */
async function replaceable(db: Db, id: string, personId: string): Promise<string | null> {
  const mine = await sql`select 1 from field_device where id = ${id} and person_id = ${personId} for update`.execute(db)
  if (mine.rows.length === 0) return null
  // Asked only with the device held: of two who name it at once, the second sees what the first has written.
  const later = await sql`select 1 from field_device where replaces_id = ${id}`.execute(db)
  return later.rows.length === 0 ? id : null
}

export const askOrder: Handler = answers(AskOrder, async ({ db, now }, { deviceId }) => {
  const device = await findDevice(db, deviceId)
  const order = !device ? 'unknown' : device.wipeOrderedAt ? 'wipe' : 'stay'
  return { order, serverTime: now.toISOString() } as const
})

export const withdrawDevice: Handler = carriesOut(WithdrawDevice, async ({ db, person, now }, { deviceId }) => {
  const device = await ownDevice(db, deviceId, person.id)
  await sql`
    update field_device set withdrawn_at = coalesce(withdrawn_at, ${now}) where id = ${deviceId}`.execute(db)
  await sql`delete from field_copy where device_id = ${deviceId}`.execute(db)
  return {
    answer: { deviceId },
    audit: {
      subject: `field-device:${deviceId}`,
      before: { withdrawnAt: device.withdrawnAt },
      after: { withdrawnAt: now },
    },
  }
})
