// A promise that does not stand: its row stays with the reason, its tally goes, all in one transaction.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { decidingRefusals, VoidPromise } from '../../contract.ts'
import { slotOf } from '../signing/store.ts'

type Voiding = { communeId: string; id: string; reason: string; personId: string; on: string }

/** Answers false where no standing promise has this id. */
export async function voidPromise(db: Db, { communeId, id, reason, personId, on }: Voiding): Promise<boolean> {
  const { rows } = await sql<{ drive_id: string; group_id: string; place_id: string; counted_on: string }>`
    update commitment_promise promise
    set void_number = 1 + (select max(void_number) from commitment_promise other
        where other.commune_id = promise.commune_id and other.entry_id = promise.entry_id and other.drive_id = promise.drive_id),
      voided_on = ${on}::date, voided_reason = ${reason}, voided_by = ${personId}, changed_xid = pg_current_xact_id()
    where commune_id = ${communeId} and id = ${id} and void_number = 0
    returning drive_id, group_id, place_id, greatest(signed_on, (select since from roster_entry entry
      where entry.commune_id = promise.commune_id and entry.id = promise.entry_id)) as counted_on`.execute(db)
  const gone = rows[0]
  if (!gone) return false
  await sql`
    update commitment_tally set signed = signed - 1
    where commune_id = ${communeId} and drive_id = ${gone.drive_id} and group_id = ${gone.group_id}
      and place_id = ${gone.place_id} and signed_on = ${gone.counted_on}::date`.execute(db)
  await sql`
    insert into commitment_pulse (drive_id, slot, beats) values (${gone.drive_id}, ${slotOf(communeId)}, 1)
    on conflict (drive_id, slot) do update set beats = commitment_pulse.beats + 1`.execute(db)
  return true
}

export const voidOne: Handler = carriesOut(VoidPromise, async ({ db, person, today }, { communeId, id, reason }) => {
  const known = await sql`select 1 from commitment_promise where commune_id = ${communeId} and id = ${id}`.execute(db)
  if (known.rows.length === 0) throw refuse(platformRefusals.not_found)
  const done = await voidPromise(db, { communeId, id, reason, personId: person.id, on: today })
  if (!done) throw refuse(decidingRefusals.voided_already)
  return { answer: { id }, audit: { subject: `promise:${id}`, areaId: communeId, after: { voided: reason } } }
})
