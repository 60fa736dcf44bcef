// A signature is judged a moment before it is written. Where a merge came in between, the promise stands with the entry that
// has just ended: it is given to the one that stays, as the merge would have done.

import { sql } from 'kysely'
import type { Parts } from '../../../../platform/server/slice.ts'
import { heldEntries, heldPair } from './pairs.ts'
import { promisesOfMerges } from './promises-slot.ts'

type Needed = Pick<Parts, 'db' | 'clock' | 'recordAudit'>
type Merged = {
  communeId: string
  id: string
  version: number
  decidedBy: string
  endedCommuneId: string
  endedId: string
}

export async function giveLatePromises(parts: Needed): Promise<void> {
  // Whatever was judged before the merge is written long before an hour has passed.
  const recent = await sql<Merged>`
    select commune_id as "communeId", id, version, decided_by as "decidedBy",
      case when kept_id = one_id then other_commune_id else commune_id end as "endedCommuneId",
      case when kept_id = one_id then other_id else one_id end as "endedId"
    from roster_pair where decision = 'merged' and decided_at > now() - interval '1 hour'`.execute(parts.db)
  const asked = recent.rows.map(({ endedCommuneId, endedId }) => ({ communeId: endedCommuneId, id: endedId }))
  const signed = asked.length > 0 ? await promisesOfMerges().signed(parts.db, asked) : []
  for (const [at, merged] of recent.rows.entries()) if (signed[at]) await give(parts, merged)
}

async function give({ db, clock, recordAudit }: Needed, { decidedBy, ...asked }: Merged): Promise<void> {
  await db.transaction().execute(async (inside) => {
    const pair = await heldPair(inside, asked)
    const { one, other } = await heldEntries(inside, pair)
    const [kept, ended] = pair.keptId === one.id ? [one, other] : [other, one]
    // Merged on meanwhile: that merge looks after its own.
    if (pair.decision !== 'merged' || kept.mergedInto !== null) return
    const { done } = await promisesOfMerges().join(inside, { kept, ended, personId: decidedBy, on: clock.today() })
    const before = JSON.stringify(pair.joined)
    const joined = promisesOfMerges().both(pair.joined, done)
    if (JSON.stringify(joined) === before) return
    await sql`update roster_pair set joined = ${JSON.stringify(joined)}::jsonb
      where commune_id = ${pair.communeId} and id = ${pair.id}`.execute(inside)
    await recordAudit(inside, [
      {
        operation: 'rosters.mergePair',
        personId: decidedBy,
        actingForId: null,
        commandId: null,
        at: clock.now(),
        subject: `roster-pair:${pair.id}`,
        areaId: kept.communeId,
        after: { kept: kept.id, ended: ended.id, late: true },
      },
    ])
  })
}
