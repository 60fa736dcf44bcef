// What was written wrongly about an entry: name, number, address, headcount, or the hamlet it was listed in by mistake.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { CorrectEntry, entryRefusals } from '../../contract/entries.ts'
import { type Entry, entryToChange } from '../entry.ts'
import { signedOfEntry } from '../import/signed-slot.ts'
import { placesOfCommune } from '../places.ts'
import { bagOf, countChange } from '../store.ts'

export const correctEntry: Handler = carriesOut(CorrectEntry, async ({ db, now, person }, input) => {
  const { communeId, entryId, name, number, address, headcount } = input
  const entry = await entryToChange(db, input)
  const moved = input.hamletId && input.hamletId !== entry.hamletId ? input.hamletId : undefined
  const listId = moved ? await listIn(db, communeId, entryId, entry, moved) : entry.listId
  const key = nameKey(name)
  await sql`
    update roster_entry set name = ${name}, name_key = ${key}, name_bag = ${bagOf(key)}, number = ${number}, address = ${address},
      headcount = ${headcount}, list_id = ${listId}, hamlet_id = ${moved ?? entry.hamletId}, version = version + 1,
      changed_at = ${now}, changed_by = ${person.id}, changed_xid = pg_current_xact_id()
    where commune_id = ${communeId} and id = ${entryId}`.execute(db)
  // It was never in the old hamlet: both counts change on the day on which it was listed.
  if (moved)
    for (const [hamletId, change] of [[entry.hamletId, -1] as const, [moved, 1] as const])
      await countChange(db, { communeId, groupId: entry.groupId, hamletId, bodyId: null, on: entry.since, change })
  return {
    answer: { id: entryId, version: entry.version + 1 },
    // Names stay in the roster: the audit says what was changed.
    audit: {
      subject: `roster-entry:${entryId}`,
      before: { version: entry.version, hamletId: entry.hamletId },
      after: {
        version: entry.version + 1,
        hamletId: moved ?? entry.hamletId,
        changed: (['name', 'number', 'address', 'headcount'] as const).filter((field) => entry[field] !== input[field]),
      },
    },
  }
})

/** The list of the other hamlet that the entry goes to; a promise stays where it was given, so who has signed stays too. */
async function listIn(db: Db, communeId: string, entryId: string, entry: Entry, hamletId: string): Promise<string> {
  if (!entry.hamletId) throw refuse(entryRefusals.not_of_a_hamlet, {}, 'hamletId')
  const { hamlets } = await placesOfCommune(db, communeId, entry.since)
  if (!hamlets.some(({ id }) => id === hamletId))
    throw refuse(entryRefusals.no_such_hamlet, { day: entry.since }, 'hamletId')
  if (await signedOfEntry(db, communeId, entryId)) throw refuse(entryRefusals.signed_here, {}, 'hamletId')
  const found = await sql<{ id: string }>`
    select id from roster_list where commune_id = ${communeId} and group_id = ${entry.groupId} and hamlet_id = ${hamletId}
      and replaced_on is null and undone_on is null order by as_of desc limit 1`.execute(db)
  const [list] = found.rows
  if (!list) throw refuse(entryRefusals.no_list_there, {}, 'hamletId')
  return list.id
}
