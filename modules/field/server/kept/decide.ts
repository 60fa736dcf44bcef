// The decision on what was kept: accepted, a signature is judged as any signature is, and a note why one has not signed is written
// as any note is. The reason in a note has served then, and is kept no longer.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler, type SignedInContext } from '../../../../platform/server/slice.ts'
import { NoteUnsigned, Sign } from '../../../commitments/contract.ts'
import { noteOnRecord, signMany } from '../../../commitments/server/public.ts'
import { DecideKept } from '../../contract/kept.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { keptEntry, keptIsNote, keptPlace, withoutReason } from './rows.ts'

type Kept = {
  input: unknown
  person_id: string
  decision: string | null
  hamlet_id: string | null
  is_note: boolean
}
type Outcome = { outcome: 'accepted' | 'repeated' | 'held' | 'refused'; reason?: string | undefined }

export const decideKept: Handler = carriesOut(
  DecideKept,
  async (context, { communeId, id, decision, note }) => {
    const { db, person, now } = context
    const { rows } = await sql<Kept>`
      select kept.input, kept.person_id, kept.decision, entry.hamlet_id, ${keptIsNote} as is_note
      from field_kept kept left join roster_entry entry on entry.commune_id = kept.commune_id and entry.id = ${keptEntry}
      where kept.commune_id = ${communeId} and kept.id = ${id} for update of kept`.execute(db)
    const kept = rows[0]
    if (!kept) throw refuse(platformRefusals.not_found)
    if (kept.decision) throw refuse(fieldRefusals.already_decided)
    const { outcome, reason } = decision === 'refused' ? { outcome: 'refused' as const } : await accept(context, kept)
    await sql`
      update field_kept kept set decision = ${decision}, decided_at = ${now}, decided_by = ${person.id}, note = ${note}, input = ${withoutReason}
      where commune_id = ${communeId} and id = ${id}`.execute(db)
    return {
      answer: { outcome, ...(reason ? { reason } : {}) },
      audit: { subject: `field-kept:${id}`, before: { decision: null }, after: { decision, note, outcome, reason } },
    }
  },
  async ({ db }, { communeId, id }) => {
    const { rows } = await sql<{ place: string }>`
      select ${keptPlace} as place from field_kept kept where commune_id = ${communeId} and id = ${id}`.execute(db)
    return rows[0]?.place
  },
)

/** The household may stand in another hamlet by now; what was kept goes where it stands. */
async function accept({ db, today, now }: SignedInContext, kept: Kept): Promise<Outcome> {
  const { hamlet_id: hamletId, person_id: personId } = kept
  if (kept.is_note) {
    const input = { ...z.parse(NoteUnsigned.input, kept.input), hamletId }
    const outcome = await noteOnRecord(db, input, { personId, today, now })
    return { outcome: outcome === 'noted' || outcome === 'removed' ? 'accepted' : 'repeated' }
  }
  const [results] = await signMany(db, today, [{ ...z.parse(Sign.input, kept.input), hamletId, personId }])
  return results?.[0] ?? { outcome: 'refused' }
}
