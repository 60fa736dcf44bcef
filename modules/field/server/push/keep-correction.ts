// What a wiped or withdrawn device had set right at a door: nothing of it is taken by itself. Each fact waits beside the record, as
// one that was said in two ways does, until a person of the office chooses.

import type * as z from 'zod/mini'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import type { Correct, CorrectedField } from '../../contract/correct.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { sameFact } from '../../rules/merging.ts'
import { keepConflict } from '../correct/correct.ts'
import { entryForChange, refuseReplaced } from '../correct/entry.ts'
import type { Device } from '../devices/known.ts'

type Input = z.output<typeof Correct.input>
type Kept = { fields: { field: CorrectedField; outcome: 'same' | 'conflict' }[] }

export async function keepCorrection(
  parts: Parts,
  device: Device,
  reason: 'device_wiped' | 'device_withdrawn',
  { communeId, hamletId, entryId, changes, at }: Input,
  commandId: string,
): Promise<Kept> {
  const now = parts.clock.now()
  return parts.db.transaction().execute(async (db) => {
    const entry = await entryForChange(db, communeId, entryId)
    if (!entry || entry.hamletId !== hamletId) throw refuse(fieldRefusals.entry_unknown)
    refuseReplaced(entry)
    const said = {
      at: at && new Date(at) < now ? at : device.seenAt,
      deviceId: device.id,
      personId: device.personId,
      reason,
    }
    const fields: Kept['fields'] = []
    let isNew = false
    for (const change of changes) {
      const { field, value } = change
      const same = sameFact(entry.facts[field], value)
      if (!same && (await keepConflict(db, entry, change, said))) isNew = true
      fields.push({ field, outcome: same ? 'same' : 'conflict' })
    }
    if (isNew)
      await parts.recordAudit(db, [
        {
          operation: 'field.push',
          subject: `roster-entry:${entryId}`,
          areaId: entry.placeId,
          personId: device.personId,
          actingForId: null,
          commandId,
          at: now,
          after: { kept: fields.map(({ field }) => field), reason },
        },
      ])
    return { fields }
  })
}
