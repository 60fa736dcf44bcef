// Signatures that cannot go through the door, and must not be lost: from a device that was wiped or withdrawn, or for a
// hamlet that has been merged since its pack was pulled. Each waits by itself for a person.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Parts } from '../../../../platform/server/slice.ts'
import { Sign, type SigningResult } from '../../../commitments/contract.ts'
import type { keptReasons } from '../../contract/kept.ts'
import type { FieldCommand } from '../../contract/push.ts'
import type { Device } from '../devices/known.ts'

export type KeptReason = (typeof keptReasons)[number]
type SignInput = z.output<typeof Sign.input>

/** The input of a signing command, or undefined for anything else: the door says what is wrong with that. */
export function signInputOf({ operation, input }: FieldCommand): SignInput | undefined {
  if (operation !== Sign.name) return undefined
  const parsed = z.safeParse(Sign.input, input)
  return parsed.success ? parsed.data : undefined
}

export const placeOf = (input: SignInput): string => input.hamletId ?? input.communeId

/** Which of the units the device holds a copy in, and which of these are hamlets that have ended. */
export async function copiesOf(parts: Parts, device: Device, places: readonly string[]) {
  const { rows } = await sql<{ place_id: string; ended: boolean }>`
    select distinct copy.unit_id as place_id,
      unit.level = 'village' and coalesce(unit.valid_to <= ${parts.clock.today()}::date, false) as ended
    from field_copy copy join area_unit unit on unit.id = copy.unit_id
    where copy.device_id = ${device.id} and copy.unit_id = any(${[...new Set(places)]}::uuid[])`.execute(parts.db)
  return new Map(rows.map((row) => [row.place_id, { ended: row.ended }]))
}

/** Keeps each signature once, whatever became of it since, and answers what the device shall show. */
export async function keep(
  parts: Parts,
  device: Device,
  reason: KeptReason,
  input: SignInput,
  commandId: string,
): Promise<{ results: SigningResult[] }> {
  const { communeId, hamletId, signatures } = input
  const now = parts.clock.now()
  return parts.db.transaction().execute(async (db) => {
    const made = await sql<{ id: string }>`
      insert into field_kept (commune_id, id, hamlet_id, device_id, person_id, reason, input, kept_at)
      select ${communeId}::uuid, given.id, ${hamletId}::uuid, ${device.id}::uuid, ${device.personId}::uuid, ${reason}, given.input, ${now}
      from unnest(${signatures.map(({ id }) => id)}::uuid[],
        ${signatures.map((signature) => JSON.stringify({ ...input, signatures: [signature] }))}::jsonb[]) as given (id, input)
      where exists (select 1 from area_unit where id = ${communeId}::uuid)
      on conflict (commune_id, id) do nothing returning id`.execute(db)
    const decided = await sql<{ id: string; decision: string }>`
      select id, decision from field_kept where commune_id = ${communeId} and decision is not null
        and id = any(${signatures.map(({ id }) => id)}::uuid[])`.execute(db)
    if (made.rows.length > 0)
      await parts.recordAudit(db, [
        {
          operation: 'field.push',
          subject: `field-device:${device.id}`,
          areaId: hamletId ?? communeId,
          personId: device.personId,
          actingForId: null,
          commandId,
          at: now,
          after: { kept: made.rows.map(({ id }) => id), reason },
        },
      ])
    const known = new Map(decided.rows.map((row) => [row.id, row.decision]))
    return { results: signatures.map(({ id }) => resultOf(id, reason, known.get(id))) }
  })
}

function resultOf(id: string, reason: KeptReason, decision: string | undefined): SigningResult {
  if (decision === 'accepted') return { id, outcome: 'repeated' }
  return { id, outcome: decision === 'refused' ? 'refused' : 'held', reason }
}
