// A paper that had left a file is back, and destroyed.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { CollectIssued, retentionRefusals } from '../../contract.ts'
import { insideFiles } from '../sealing/inside.ts'

export const collectIssued = carriesOut(CollectIssued, async ({ db, person, now }, { communeId, issuedId }) => {
  const collectedAt = now.toISOString()
  const serial = await insideFiles(db, { communeId, readerId: person.id, purpose: 'collect' }, async (files) => {
    const { rows } = await sql<{ serial: string; collected: boolean }>`
      select serial, collected_at is not null as collected from cases.issued
      where commune_id = ${communeId} and id = ${issuedId} for update`.execute(files)
    const [paper] = rows
    if (!paper) throw refuse(platformRefusals.not_found)
    if (paper.collected) throw refuse(retentionRefusals.collected_already)
    await sql`update cases.issued set collected_at = ${collectedAt}, collected_by = ${person.id}
      where commune_id = ${communeId} and id = ${issuedId}`.execute(files)
    return paper.serial
  })
  return {
    answer: { collectedAt },
    audit: { subject: `case-paper:${issuedId}`, areaId: communeId, after: { serial, collectedAt } },
  }
})
