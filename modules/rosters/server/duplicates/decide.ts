// Two entries are two, or somebody looks again later: remembered, and not proposed again.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { DecidePair, duplicateRefusals } from '../../contract/duplicates.ts'
import { areasOfPair, heldPair } from './pairs.ts'

export const decidePair: Handler = carriesOut(
  DecidePair,
  async ({ db, person, now }, input) => {
    const pair = await heldPair(db, input)
    // What waits can still be decided; what is decided has to be taken back first.
    if (pair.decision === 'apart' || pair.decision === 'merged') throw refuse(duplicateRefusals.pair_decided)
    await sql`
      update roster_pair set decision = ${input.decision}, decided_at = ${now}, decided_by = ${person.id}, version = version + 1
      where commune_id = ${pair.communeId} and id = ${pair.id}`.execute(db)
    return {
      answer: { id: pair.id, version: pair.version + 1 },
      audit: {
        subject: `roster-pair:${pair.id}`,
        before: { decision: pair.decision },
        after: { decision: input.decision, entries: [pair.oneId, pair.otherId] },
      },
    }
  },
  areasOfPair,
)
