// Signatures that wait for a decision: those of a commune, and the decision on one. Accepted it counts, in the place of another if need be.

import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { writeAtOnce } from '../../../../platform/server/write.ts'
import { DecideHeld, decidingRefusals, ListHeld, type TakenSignature } from '../../contract.ts'
import { daySigned, wrongProof } from '../../rules/signing.ts'
import { setReasonsAside } from '../joining/reasons.ts'
import { factsKnown } from '../signing/facts.ts'
import { codeFor } from '../signing/sign-many.ts'
import { forgetUnsigned, type NewPromise, storePromises } from '../signing/store.ts'
import { voidPromise } from './void.ts'

type Listed = {
  id: string
  entry_id: string
  name: string
  group_id: string
  reason: string
  signature: TakenSignature
  ink: Buffer | null
  held_at: string
  held_by: string | null
}

export const listHeld: Handler = answers(ListHeld, async ({ db }, { driveId, communeId, cursor, limit }) => {
  // Ids are minted in the order of time; what is held is decided in that order.
  const { rows } = await sql<Listed>`
    select held.id, held.entry_id, entry.name, entry.group_id, held.reason, held.signature, held.ink, held.held_at,
      person.name as held_by
    from commitment_held held
    join roster_entry entry on entry.commune_id = held.commune_id and entry.id = held.entry_id
    left join person on person.id = held.person_id
    where held.commune_id = ${communeId} and held.drive_id = ${driveId} and held.decision is null
      and (${cursor ?? null}::uuid is null or held.id > ${cursor ?? null}::uuid)
    order by held.id limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    ...(rows.length > limit && last ? { next: last.id } : {}),
    rows: page.map((row) => ({
      id: row.id,
      entryId: row.entry_id,
      name: row.name,
      groupId: row.group_id,
      reason: row.reason,
      way: row.signature.way,
      signedAt: row.signature.signedAt,
      witness: row.signature.witness ?? '',
      typedName: row.signature.typedName ?? null,
      ink: row.ink?.toString('base64') ?? null,
      heldAt: row.held_at,
      heldBy: row.held_by,
    })),
  }
})

type Held = {
  drive_id: string
  entry_id: string
  hamlet_id: string | null
  signature: TakenSignature
  ink: Buffer | null
  person_id: string | null
  decision: 'accepted' | 'refused' | null
}

export const decideHeld: Handler = carriesOut(DecideHeld, async ({ db, person, today }, input) => {
  const { communeId, id, decision, note } = input
  const found = await sql<Held>`
    select drive_id, entry_id, hamlet_id, signature, ink, person_id, decision from commitment_held
    where commune_id = ${communeId} and id = ${id} for update`.execute(db)
  const held = found.rows[0]
  if (!held) throw refuse(platformRefusals.not_found)
  const audit = { subject: `commitment-held:${id}`, areaId: communeId }
  // Two who decide the same are of one mind; the second changes nothing.
  if (held.decision === decision) return { answer: { id, decision, replaced: null }, audit }
  if (held.decision) throw refuse(decidingRefusals.decided_already)
  const replaced = decision === 'accepted' ? await count(db, { ...held, communeId, id }, person.id, today) : null
  await sql`
    update commitment_held set decision = ${decision}, decided_at = now(), decided_by = ${person.id}, note = ${note}
    where commune_id = ${communeId} and id = ${id}`.execute(db)
  return { answer: { id, decision, replaced }, audit: { ...audit, after: { decision, note, replaced } } }
})

/** Counts a held signature; answers the promise whose place it took. */
async function count(
  db: Db,
  held: Held & { communeId: string; id: string },
  personId: string,
  today: string,
): Promise<string | null> {
  const { communeId, id, signature, ink } = held
  const { way, meetingId, fileId } = signature
  const place = { communeId, hamletId: held.hamlet_id, meetingId, fileId }
  const asked = { ...place, id, driveId: held.drive_id, entryId: held.entry_id, code: codeFor(id) }
  const facts = await factsKnown(db, [asked], today)
  const drive = facts.driveOf(asked.driveId, communeId)
  let [known] = facts.entries
  // What one entry signed before it was merged is the promise of the one that it was merged into.
  let survivor: string | null = null
  while (known?.entry?.mergedInto) {
    survivor = known.entry.mergedInto
    ;[known] = (await factsKnown(db, [{ ...asked, entryId: survivor }], today)).entries
    if (!known?.entry) throw refuse(decidingRefusals.merged_elsewhere)
  }
  if (!drive || !known?.entry) throw refuse(platformRefusals.not_found)
  const signedOn = daySigned(signature.signedAt, drive.workday)
  if (wrongProof({ way, signedOn, ...facts.proofOf(place) })) throw refuse(decidingRefusals.proof_gone)
  const replaced = known.signedBy
  if (replaced) await voidPromise(db, { communeId, id: replaced, reason: `→ ${id}`, personId, on: drive.workday })
  const promise: NewPromise = {
    communeId,
    id,
    driveId: asked.driveId,
    entryId: survivor ?? asked.entryId,
    groupId: known.entry.groupId,
    textNumber: signature.textNumber,
    placeId: known.entry.placeId,
    way,
    signedOn,
    listedOn: known.entry.since,
    signedAt: signature.signedAt,
    personId: held.person_id,
    deviceId: signature.deviceId ?? null,
    witness: signature.witness || null,
    typedName: signature.typedName ?? null,
    meetingId: meetingId ?? null,
    fileId: fileId ?? null,
    code: codeFor(id),
    ink,
    shape: ink && hash('sha256', ink, 'buffer').subarray(0, 16),
  }
  await writeAtOnce(db, [...storePromises([promise]), ...(survivor ? [] : forgetUnsigned([promise]))])
  // Should the two be parted again, the promise goes to the other: somebody has to come to this one still.
  if (survivor) await setReasonsAside(db, { communeId, id: survivor })
  return replaced
}
