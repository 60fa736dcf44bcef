// What cannot go through the door, and must not be lost: from a device that was wiped or withdrawn, or for a hamlet that has been
// merged since its pack was pulled. Each waits by itself for a person: signatures and notes why one has not signed here, corrections
// as facts said in two ways.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Db, Parts } from '../../../../platform/server/slice.ts'
import { NoteUnsigned, Sign, type SigningResult, SignOwnBody } from '../../../commitments/contract.ts'
import { Correct } from '../../contract/correct.ts'
import type { keptReasons } from '../../contract/kept.ts'
import type { FieldCommand } from '../../contract/push.ts'
import type { Device } from '../devices/known.ts'
import { keepCorrection } from './keep-correction.ts'

export type KeptReason = (typeof keptReasons)[number]
type SignInput = z.output<typeof Sign.input>
type NoteInput = z.output<typeof NoteUnsigned.input>

/** A command that can be kept: where it belongs, and why it has to be, by what its device was ordered and whether the hamlet is no more. */
export type Keepable = {
  placeId: string
  why(ordered: OrderedReason | undefined, ended: boolean): ToKeep | undefined
}
export type OrderedReason = Exclude<KeptReason, 'hamlet_merged'>
type ToKeep = { reason: KeptReason; keep(): Promise<unknown> }

/** Undefined for anything else: the door says what is wrong with that. */
export function keepableOf(parts: Parts, device: Device, { id, operation, input }: FieldCommand): Keepable | undefined {
  const data = signInputOf(operation, input)
  if (data) {
    return {
      placeId: placeOf(data),
      why: (ordered, ended) => {
        const reason = ordered ?? (ended ? 'hamlet_merged' : undefined)
        return reason && { reason, keep: () => keepSignatures(parts, device, reason, data, id) }
      },
    }
  }
  const noting = operation === NoteUnsigned.name ? z.safeParse(NoteUnsigned.input, input) : undefined
  if (noting?.success) {
    const note = noting.data
    return {
      placeId: placeOf(note),
      why: (reason) => reason && { reason, keep: () => keepNote(parts, device, reason, note, id) },
    }
  }
  const correcting = operation === Correct.name ? z.safeParse(Correct.input, input) : undefined
  if (!correcting?.success) return undefined
  const correction = correcting.data
  return {
    placeId: placeOf(correction),
    // An entry stays on record in the hamlet that has merged, and is set right there through the door.
    why: (reason) => reason && { reason, keep: () => keepCorrection(parts, device, reason, correction, id) },
  }
}

/** Signatures of a body are on record in its commune, whoever takes them. */
function signInputOf(operation: string, input: unknown): SignInput | undefined {
  if (operation === Sign.name) return z.safeParse(Sign.input, input).data
  const own = operation === SignOwnBody.name ? z.safeParse(SignOwnBody.input, input).data : undefined
  return own && { driveId: own.driveId, communeId: own.communeId, hamletId: null, signatures: own.signatures }
}

const placeOf = (input: { hamletId: string | null; communeId: string }): string => input.hamletId ?? input.communeId

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
async function keepSignatures(
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
    const kept = made.rows.map(({ id }) => id)
    await recordKept(parts, db, device, { areaId: placeOf(input), commandId, kept, reason })
    const known = new Map(decided.rows.map((row) => [row.id, row.decision]))
    return { results: signatures.map(({ id }) => resultOf(id, reason, known.get(id))) }
  })
}

/** Once for each command, whatever became of it since. */
async function keepNote(
  parts: Parts,
  device: Device,
  reason: OrderedReason,
  { at, ...input }: NoteInput,
  commandId: string,
): Promise<{ outcome: 'kept' }> {
  const { communeId, hamletId } = input
  const now = parts.clock.now()
  return parts.db.transaction().execute(async (db) => {
    const made = await sql`
      insert into field_kept (commune_id, id, hamlet_id, device_id, person_id, reason, input, kept_at)
      select id, ${commandId}::uuid, ${hamletId}::uuid, ${device.id}::uuid, ${device.personId}::uuid, ${reason},
        ${JSON.stringify({ ...input, at: at ?? now.toISOString() })}::jsonb, ${now}
      from area_unit where id = ${communeId}::uuid
      on conflict (commune_id, id) do nothing returning id`.execute(db)
    const kept = made.rows.map(() => commandId)
    await recordKept(parts, db, device, { areaId: placeOf(input), commandId, kept, reason })
    return { outcome: 'kept' as const }
  })
}

type Recorded = { areaId: string; commandId: string; kept: readonly string[]; reason: KeptReason }

async function recordKept(
  parts: Parts,
  db: Db,
  device: Device,
  { areaId, commandId, ...after }: Recorded,
): Promise<void> {
  if (after.kept.length === 0) return
  await parts.recordAudit(db, [
    {
      operation: 'field.push',
      subject: `field-device:${device.id}`,
      areaId,
      personId: device.personId,
      actingForId: null,
      commandId,
      at: parts.clock.now(),
      after,
    },
  ])
}

function resultOf(id: string, reason: KeptReason, decision: string | undefined): SigningResult {
  if (decision === 'accepted') return { id, outcome: 'repeated' }
  return { id, outcome: decision === 'refused' ? 'refused' : 'held', reason }
}
