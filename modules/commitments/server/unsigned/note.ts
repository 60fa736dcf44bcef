// Notes why one has not signed. The newest note stands, whichever device it comes from; who has signed has none.

import { sql } from 'kysely'
import type { InputOf, OutputOf } from '../../../../platform/contract/operation.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { NoteUnsigned, unsignedRefusals } from '../../contract/unsigned.ts'
import { isClosed } from '../../rules/signing.ts'
import { drivesKnown } from '../signing/drives.ts'

type Note = InputOf<typeof NoteUnsigned>
type Outcome = OutputOf<typeof NoteUnsigned>['outcome']

export const noteUnsigned: Handler = carriesOut(NoteUnsigned, async ({ db, person, today, now }, input) => ({
  answer: { outcome: await noteOnRecord(db, input, { personId: person.id, today, now }) },
  // The record says that something was noted, not what: a reason is gone when it has served.
  audit: {
    subject: `roster-entry:${input.entryId}`,
    areaId: input.hamletId ?? input.communeId,
    after: { driveId: input.driveId },
  },
}))

/** Of the person who noted it, whoever has it written. */
export async function noteOnRecord(
  db: Db,
  input: Note,
  { personId, today, now }: { personId: string; today: string; now: Date },
): Promise<Outcome> {
  const { driveId, communeId, hamletId, entryId, reason, visitAgainOn } = input
  const drive = (await drivesKnown(db, [input], today))(driveId, communeId)
  const found = await sql<{ group_id: string; signed: boolean }>`
    select entry.group_id, exists (select 1 from commitment_promise promise where promise.commune_id = entry.commune_id
      and promise.entry_id = entry.id and promise.drive_id = ${driveId} and promise.void_number = 0) as signed
    from roster_entry entry
    where entry.commune_id = ${communeId} and entry.id = ${entryId} and entry.hamlet_id is not distinct from ${hamletId}::uuid
      and entry.ended_on is null`.execute(db)
  const entry = found.rows[0]
  if (!drive || !entry || !drive.groups.has(entry.group_id)) throw refuse(unsignedRefusals.signer_unknown)
  if (!drive.publishedOn || drive.publishedOn > drive.workday || isClosed(drive))
    throw refuse(unsignedRefusals.drive_not_taking)
  if (entry.signed) return 'signed'
  // A device whose clock runs ahead does not keep its note for ever.
  const at = input.at && new Date(input.at) < now ? new Date(input.at) : now
  if (reason && visitAgainOn && visitAgainOn < drive.workday && !input.at)
    throw refuse(unsignedRefusals.visit_in_past, { day: drive.workday }, 'visitAgainOn')
  const written = reason
    ? await sql`
        insert into commitment_unsigned (commune_id, drive_id, entry_id, reason, visit_again_on, noted_at, recorded_by)
        values (${communeId}, ${driveId}, ${entryId}, ${reason}, ${visitAgainOn ?? null}::date, ${at}, ${personId})
        on conflict (commune_id, drive_id, entry_id) do update
          set reason = excluded.reason, visit_again_on = excluded.visit_again_on, noted_at = excluded.noted_at,
            recorded_at = now(), recorded_by = excluded.recorded_by, version = commitment_unsigned.version + 1,
            changed_xid = pg_current_xact_id()
          where commitment_unsigned.noted_at <= excluded.noted_at
        returning 1`.execute(db)
    : await sql`
        delete from commitment_unsigned
        where commune_id = ${communeId} and drive_id = ${driveId} and entry_id = ${entryId} and noted_at <= ${at}
        returning 1`.execute(db)
  if (written.rows.length > 0) return reason ? 'noted' : 'removed'
  const newer = await sql`select 1 from commitment_unsigned where commune_id = ${communeId} and drive_id = ${driveId}
    and entry_id = ${entryId}`.execute(db)
  return newer.rows.length > 0 ? 'older' : 'removed'
}
