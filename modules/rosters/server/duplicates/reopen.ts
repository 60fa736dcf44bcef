// Takes a decision back. After a merge both entries stand again as they stood, with their own promises, whatever else has
// happened to them since; where something stands in the way, it is named.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler, type SignedInContext } from '../../../../platform/server/slice.ts'
import { duplicateRefusals, ReopenPair } from '../../contract/duplicates.ts'
import { countChange } from '../store.ts'
import { askForSearch } from './asking.ts'
import { writeFields } from './merge.ts'
import { areasOfPair, type Changed, type Held, type HeldEntry, heldEntries, heldPair } from './pairs.ts'
import { promisesOfMerges } from './promises-slot.ts'

export const reopenPair: Handler = carriesOut(
  ReopenPair,
  async (context, input) => {
    const { db } = context
    const pair = await heldPair(db, input)
    if (!pair.decision) throw refuse(duplicateRefusals.pair_not_decided)
    const restored = pair.decision === 'merged' ? await unmerge(context, pair) : undefined
    await sql`
      update roster_pair set decision = null, decided_at = null, decided_by = null, kept_id = null, changed = null, joined = null,
        version = version + 1
      where commune_id = ${pair.communeId} and id = ${pair.id}`.execute(db)
    return {
      answer: { id: pair.id, version: pair.version + 1 },
      audit: {
        subject: `roster-pair:${pair.id}`,
        before: { decision: pair.decision, ...restored },
        after: { decision: null },
      },
    }
  },
  areasOfPair,
)

async function unmerge(
  { db, person, now, today }: SignedInContext,
  pair: Held,
): Promise<{ kept: string; ended: string }> {
  const { one, other } = await heldEntries(db, pair)
  const [kept, ended] = pair.keptId === one.id ? [one, other] : [other, one]
  await refuseUnmerge(db, kept, ended)
  // Written even where nothing of it changes: devices that list it hear that its promises have.
  await writeFields(db, kept, stillAsMerged(kept, pair.changed ?? {}), 'before', person.id, now)
  await sql`
    update roster_entry set ended_on = null, ended_reason = null, merged_into = null, version = version + 1, changed_at = ${now},
      changed_by = ${person.id}, changed_xid = pg_current_xact_id()
    where commune_id = ${ended.communeId} and id = ${ended.id}`.execute(db)
  await countChange(db, { ...ended, on: ended.endedOn as string, change: 1 })
  await promisesOfMerges().part(db, { kept, ended, personId: person.id, on: today }, pair.joined)
  await askForSearch(db, [...new Set([kept.communeId, ended.communeId])])
  return { kept: kept.id, ended: ended.id }
}

async function refuseUnmerge(db: Db, kept: HeldEntry, ended: HeldEntry): Promise<void> {
  if (ended.endedReason !== 'merged' || ended.mergedInto !== kept.id)
    throw refuse(duplicateRefusals.unmerge_changed, { name: ended.name })
  if (kept.mergedInto) {
    const into = await sql<{ name: string }>`
      select entry.name from roster_pair pair
      join roster_entry entry on entry.id = pair.kept_id and entry.commune_id in (pair.commune_id, pair.other_commune_id)
      where pair.kept_id = ${kept.mergedInto} and ((pair.commune_id = ${kept.communeId} and pair.one_id = ${kept.id})
        or (pair.other_commune_id = ${kept.communeId} and pair.other_id = ${kept.id}))`.execute(db)
    throw refuse(duplicateRefusals.unmerge_merged_on, { name: kept.name, into: into.rows[0]?.name ?? '' })
  }
  const list = await sql<{ day: string | null }>`
    select coalesce(replaced_on, undone_on) as day from roster_list
    where commune_id = ${ended.communeId} and id = ${ended.listId}`.execute(db)
  const day = list.rows[0]?.day
  if (day) throw refuse(duplicateRefusals.unmerge_list_replaced, { name: ended.name, day })
}

/** A field that somebody has changed since keeps what they wrote. */
function stillAsMerged(kept: HeldEntry, changed: Changed): Changed {
  const still: Changed = {}
  if (changed.name?.after === kept.name) still.name = changed.name
  if (changed.address?.after === kept.address) still.address = changed.address
  if (changed.headcount?.after === kept.headcount) still.headcount = changed.headcount
  if (changed.birthYear?.after === kept.birthYear) still.birthYear = changed.birthYear
  if (changed.identities && changed.identities.after.join() === kept.identities.join())
    still.identities = changed.identities
  return still
}
