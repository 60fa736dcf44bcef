// Two entries are one: one stays, with the fields that were chosen, the other ends as merged into it; count and promises follow.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { duplicateRefusals, type MergeField, MergePair } from '../../contract/duplicates.ts'
import { bagOf, countChange } from '../store.ts'
import { areasOfPair, type Changed, type HeldEntry, heldEntries, heldPair } from './pairs.ts'
import { promisesOfMerges } from './promises-slot.ts'

export const mergePair: Handler = carriesOut(
  MergePair,
  async ({ db, person, today, now }, input) => {
    if (input.on > today) throw refuse(duplicateRefusals.merge_in_future, {}, 'on')
    const pair = await heldPair(db, input)
    if (pair.decision === 'apart' || pair.decision === 'merged') throw refuse(duplicateRefusals.pair_decided)
    const { one, other } = await heldEntries(db, pair)
    if (input.keepId !== one.id && input.keepId !== other.id) throw refuse(platformRefusals.not_found)
    const [kept, ended] = input.keepId === one.id ? [one, other] : [other, one]
    const gone = [kept, ended].find(({ endedOn }) => endedOn !== null)
    if (gone) throw refuse(duplicateRefusals.pair_entry_ended, { name: gone.name })
    // Nobody leaves a list before being on it.
    const on = [input.on, kept.since, ended.since].sort().at(-1) as string
    const changed = changesOf(kept, ended, input.take)
    await writeFields(db, kept, changed, 'after', person.id, now)
    await sql`
      update roster_entry set ended_on = ${on}::date, ended_reason = 'merged', merged_into = ${kept.id}, version = version + 1,
        changed_at = ${now}, changed_by = ${person.id}, changed_xid = pg_current_xact_id()
      where commune_id = ${ended.communeId} and id = ${ended.id}`.execute(db)
    await countChange(db, { ...ended, on, change: -1 })
    const { promises, done } = await promisesOfMerges().join(db, { kept, ended, personId: person.id, on })
    await sql`
      update roster_pair set decision = 'merged', decided_at = ${now}, decided_by = ${person.id}, kept_id = ${kept.id},
        changed = ${JSON.stringify(changed)}::jsonb, joined = ${JSON.stringify(done)}::jsonb, version = version + 1
      where commune_id = ${pair.communeId} and id = ${pair.id}`.execute(db)
    return {
      answer: { id: pair.id, version: pair.version + 1, promises },
      // Names stay in the roster: the audit says which entries, which fields, how many promises.
      audit: {
        subject: `roster-pair:${pair.id}`,
        before: { decision: pair.decision },
        after: { decision: 'merged', kept: kept.id, ended: ended.id, on, fields: Object.keys(changed), promises },
      },
    }
  },
  areasOfPair,
)

function changesOf(kept: HeldEntry, ended: HeldEntry, take: readonly MergeField[]): Changed {
  const changed: Changed = {}
  if (take.includes('name') && ended.name !== kept.name) changed.name = { before: kept.name, after: ended.name }
  if (take.includes('address') && ended.address !== kept.address)
    changed.address = { before: kept.address, after: ended.address }
  for (const field of ['headcount', 'birthYear'] as const)
    if (take.includes(field) && ended[field] !== kept[field])
      changed[field] = { before: kept[field], after: ended[field] }
  // Both sets of hashes are one person's: the next list may bring either number.
  const identities = [...new Set([...kept.identities, ...ended.identities])]
  if (identities.length > kept.identities.length) changed.identities = { before: kept.identities, after: identities }
  return changed
}

/** Writes one side of what a merge changes, and nothing else of the entry. */
export async function writeFields(
  db: Db,
  entry: Pick<HeldEntry, 'communeId' | 'id'>,
  changed: Changed,
  side: 'before' | 'after',
  personId: string,
  now: Date,
): Promise<void> {
  const { name, address, headcount, birthYear, identities } = changed
  const key = name ? nameKey(name[side]) : ''
  const hashes = identities?.[side].map((hash) => Buffer.from(hash, 'hex')) ?? []
  await sql`
    update roster_entry set version = version + 1, changed_at = ${now}, changed_by = ${personId}, changed_xid = pg_current_xact_id()
      ${name ? sql`, name = ${name[side]}, name_key = ${key}, name_bag = ${bagOf(key)}` : sql``}
      ${address ? sql`, address = ${address[side]}` : sql``}
      ${headcount ? sql`, headcount = ${headcount[side]}::smallint` : sql``}
      ${birthYear ? sql`, birth_year = ${birthYear[side]}::smallint` : sql``}
      ${identities ? sql`, identity_hashes = ${hashes.length > 0 ? hashes : null}::bytea[]` : sql``}
    where commune_id = ${entry.communeId} and id = ${entry.id}`.execute(db)
}
