// A device says that it has emptied itself. Only its secret proves it, which nobody else holds: not who knows its id, not who carries
// its bundle, not its person on another phone.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { isWipedProof, type WipedInput } from '../../contract/wiped.ts'
import { findDevice } from './known.ts'

/** Said once, however often it is sent; a device that is not there and a wrong proof read alike. */
export async function noteWiped({ db, clock, recordAudit }: Parts, said: WipedInput): Promise<void> {
  const device = await findDevice(db, said.deviceId)
  if (!device || !(await isWipedProof(said, device.secret))) throw refuse(fieldRefusals.device_unknown)
  const now = clock.now()
  await db.transaction().execute(async (inside) => {
    // Whoever took the order back meanwhile has to know it too: nothing is left on the phone.
    const noted = await sql`
      update field_device set wiped_at = ${now}, seen_at = ${now}
      where id = ${device.id} and wiped_at is null returning id`.execute(inside)
    if (noted.rows.length === 0) return
    await recordAudit(inside, [
      {
        operation: 'field.wiped',
        subject: `field-device:${device.id}`,
        areaId: null,
        personId: device.personId,
        actingForId: null,
        commandId: null,
        at: now,
        before: { ordered: device.wipeOrderedAt !== null },
        after: { wipedAt: now },
      },
    ])
  })
}
