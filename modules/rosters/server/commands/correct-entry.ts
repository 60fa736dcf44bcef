// What was written wrongly about an entry: name, number, address, headcount, or the hamlet it was listed in by mistake.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { CorrectEntry, entryRefusals } from '../../contract/entries.ts'
import { changeEntry } from '../change-entry.ts'
import { type Entry, entryToChange } from '../entry.ts'
import { signedOfEntry } from '../import/signed-slot.ts'
import { placesOfCommune } from '../places.ts'

export const correctEntry: Handler = carriesOut(CorrectEntry, async ({ db, now, person }, input) => {
  const { communeId, entryId, name, number, address, headcount } = input
  const entry = await entryToChange(db, input)
  const moved = input.hamletId && input.hamletId !== entry.hamletId ? input.hamletId : undefined
  const listId = moved && (await listIn(db, communeId, entryId, entry, moved))
  await changeEntry(
    db,
    { communeId, id: entryId },
    { name, number, address, headcount, ...(moved && listId ? { moved: { hamletId: moved, listId } } : {}) },
    { personId: person.id, now },
  )
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
