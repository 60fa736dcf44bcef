// Proposes to erase who a file is of. Nothing is erased by it: somebody else decides.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, ProposeErasure, retentionRefusals } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { setLengths } from '../retention/lengths.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keyOf, sealJson } from '../sealing/person.ts'
import { erasableFiles } from './judge.ts'

export const proposeErasure = carriesOut(ProposeErasure, async (context, { communeId, fileId, id, ground, reason }) => {
  const { db, person, now, today } = context
  const set = await setLengths(db)
  await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'propose-erasure' }, async (files) => {
      const { rows } = await sql<{ id: string; wrapped: Buffer | null; master: string; erased_on: string | null }>`
        select person.id, person.wrapped_key as wrapped, person.master_key as master, person.erased_on
        from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
        where file.commune_id = ${communeId} and file.id = ${fileId} for update of person`.execute(files)
      const [found] = rows
      if (!found) throw refuse(platformRefusals.not_found)
      if (!found.wrapped) throw refuse(caseRefusals.erased, { day: found.erased_on ?? undefined })
      await refuseTwice(files, communeId, id, found.id)
      await erasableFiles(files, { communeId, personId: found.id, ground, today, set })
      const key = keyOf({ id: found.id, wrapped: found.wrapped, master: found.master })
      await sql`
        insert into cases.erasure (commune_id, id, person_id, ground, reason, proposed_at, proposed_by)
        values (${communeId}, ${id}, ${found.id}, ${ground}, ${sealJson(key, { proposed: reason }, `erasure ${id}`)},
          ${now.toISOString()}, ${person.id})`.execute(files)
    }),
  )
  return {
    answer: { id },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { erasure: id, ground } },
  }
})

async function refuseTwice(files: Db, communeId: string, id: string, personId: string): Promise<void> {
  const { rows } = await sql<{ same: boolean }>`
    select id = ${id} as same from cases.erasure
    where commune_id = ${communeId} and (id = ${id} or (person_id = ${personId} and decided_at is null))`.execute(files)
  if (rows.some(({ same }) => same)) throw refuse(caseRefusals.already_recorded)
  if (rows.length > 0) throw refuse(retentionRefusals.proposed_already)
}
