// A sealed bundle that somebody carried: opened, known by its device, and carried out as that device's person, with the
// rights that this person has today. Who carried it stands in the audit; only the device can read the results.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { Id } from '../../../../platform/contract/schemas.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import type { Person } from '../../../../platform/server/rights.ts'
import { openBundle, sealReceipt } from '../../contract/bundle.ts'
import { type BundleAnswer, FieldCommand, type PushAnswer } from '../../contract/push.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { expiryFrom } from '../../rules/device.ts'
import { findDevice } from '../devices/known.ts'
import { privateKey } from '../keys.ts'
import { carryCommands, type Door } from '../push/carry.ts'

const Body = z.object({
  id: Id,
  waiting: z._default(z.int().check(z.minimum(0)), 0),
  commands: z.array(FieldCommand).check(z.maxLength(20_000)),
})

export async function takeBundle(
  door: Door,
  carrier: Person,
  bytes: Uint8Array,
  language: Language,
): Promise<BundleAnswer> {
  const { db, clock } = door.parts
  const opened = await openBundle(bytes, {
    privateKey: (id) => privateKey(db, id),
    secretOf: async (id) => (await findDevice(db, id))?.secret,
  })
  const parsed = opened && z.safeParse(Body, opened.body)
  const device = opened && (await findDevice(db, opened.deviceId))
  if (!parsed?.success || !device) throw refuse(fieldRefusals.bundle_unreadable)
  const { id, commands } = parsed.data
  const person = await personOf(door, device.personId)
  const asPerson = { ...door.parts, authority: { ...door.parts.authority, personOf: async () => person } }
  const results = await carryCommands(
    { ...door, parts: asPerson },
    { device, headers: new Headers(), language },
    commands,
  )
  const now = clock.now()
  await door.parts.recordAudit(db, [
    {
      operation: 'field.bundle',
      subject: `field-device:${device.id}`,
      areaId: null,
      personId: carrier.id,
      actingForId: null,
      commandId: id,
      at: now,
      after: { commands: commands.length, of: device.personId },
    },
  ])
  // A bundle that another phone carried does not count as a contact: the copies on the device itself are no fresher for it.
  const receipt: PushAnswer & { bundleId: string } = {
    bundleId: id,
    serverTime: now.toISOString(),
    expiresAt: expiryFrom(new Date(device.seenAt)),
    order: device.wipeOrderedAt ? 'wipe' : 'stay',
    results,
  }
  const refused = results.filter((result) => 'problem' in result).length
  return {
    deviceId: device.id,
    bundleId: id,
    commands: commands.length,
    refused,
    receipt: await sealReceipt(device.secret, receipt),
  }
}

/** Who has left the service signs nothing any more, not even by a bundle made before. */
async function personOf({ parts }: Door, id: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select id, name, language from person
    where id = ${id} and (disabled_on is null or disabled_on > ${parts.clock.today()}::date)`.execute(parts.db)
  return rows[0]
}
