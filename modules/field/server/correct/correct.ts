// Corrections of an entry, fact by fact: taken where nobody else had changed that fact, kept beside the record where somebody had.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { type Change, Correct, type Fact } from '../../contract/correct.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { judgeChange } from '../../rules/merging.ts'
import { type Entry, entryForChange, refuseReplaced, writeFact } from './entry.ts'

export const correct: Handler = carriesOut(Correct, async (context, input) => {
  const { db, person, now, today } = context
  const { communeId, hamletId, entryId, changes } = input
  const entry = await entryForChange(db, communeId, entryId)
  if (!entry || entry.hamletId !== hamletId) throw refuse(fieldRefusals.entry_unknown)
  refuseReplaced(entry)
  const before = { ...entry.facts }
  // A phone whose clock runs ahead says nothing of the future.
  const at = input.at && new Date(input.at) < now ? input.at : now.toISOString()
  const decides = await reaches(db, context.scopeFor('rosters.manage'), entry.placeId)
  const deviceId = await ownDeviceId(db, input.deviceId, person.id)
  const fields = []
  for (const change of changes) {
    const { field, value } = change
    const { outcome, reason } = judgeChange(change, entry.facts[field], decides)
    if (outcome === 'taken') await writeFact(db, entry, field, value, { personId: person.id, now, today, at })
    if (outcome === 'conflict') await keepConflict(db, entry, change, { at, deviceId, personId: person.id, reason })
    else await settleAgreed(db, entry, field, entry.facts[field])
    fields.push({ field, outcome })
  }
  const touched = (facts: Entry['facts']) => Object.fromEntries(changes.map(({ field }) => [field, facts[field]]))
  return {
    answer: { fields },
    audit: {
      subject: `roster-entry:${entryId}`,
      areaId: entry.placeId,
      before: touched(before),
      after: { ...touched(entry.facts), outcomes: fields },
    },
  }
})

type Said = { at: string; deviceId: string | null; personId: string; reason: string }

/**
 * Whoever goes on from what they had said before replaces it; the same said by two is one conflict. What a device said is kept once,
 * also when it is sent again after a person has chosen. Answers whether anything is new.
 */
export async function keepConflict(
  db: Db,
  { communeId, id }: Entry,
  { field, base, value }: Change,
  said: Said,
): Promise<boolean> {
  await sql`
    update field_conflict set settled_at = now(), settled_by = ${said.personId}, outcome = 'replaced'
    where commune_id = ${communeId} and entry_id = ${id} and field = ${field} and settled_at is null
      and said = ${JSON.stringify(base)}::jsonb and said <> ${JSON.stringify(value)}::jsonb
      and person_id = ${said.personId} and device_id is not distinct from ${said.deviceId}::uuid`.execute(db)
  const { rows } = await sql`
    insert into field_conflict (commune_id, id, entry_id, field, base, said, said_at, device_id, person_id, reason)
    select ${communeId}, ${uuidv7()}, ${id}, ${field}, ${JSON.stringify(base)}::jsonb, ${JSON.stringify(value)}::jsonb,
      ${said.at}::timestamptz, ${said.deviceId}::uuid, ${said.personId}, ${said.reason}
    where not exists (select 1 from field_conflict known where known.commune_id = ${communeId} and known.entry_id = ${id}
      and known.field = ${field} and known.said = ${JSON.stringify(value)}::jsonb and known.said_at = ${said.at}::timestamptz
      and known.device_id = ${said.deviceId}::uuid)
    on conflict (commune_id, entry_id, field, said) where settled_at is null do nothing returning 1`.execute(db)
  return rows.length > 0
}

/** What stands on record now needs no decision any more. */
export async function settleAgreed(db: Db, { communeId, id }: Entry, field: string, record: Fact): Promise<void> {
  await sql`
    update field_conflict set settled_at = now(), outcome = 'agreed'
    where commune_id = ${communeId} and entry_id = ${id} and field = ${field} and settled_at is null
      and said = ${JSON.stringify(record)}::jsonb`.execute(db)
}

async function reaches(db: Db, scope: Scope, placeId: string): Promise<boolean> {
  const { rows } = await sql<{ reaches: boolean }>`
    select ${within(scope, sql`place.id`)} as reaches from (select ${placeId}::uuid as id) place`.execute(db)
  return rows[0]?.reaches === true
}

/** A device of somebody else is not named as the one that said it. */
async function ownDeviceId(db: Db, deviceId: string | undefined, personId: string): Promise<string | null> {
  if (!deviceId) return null
  const { rows } = await sql<{ id: string }>`
    select id from field_device where id = ${deviceId} and person_id = ${personId}`.execute(db)
  return rows[0]?.id ?? null
}
