// An entry goes off the list on a day, with its reason; what it signed stays.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { EndEntry, entryRefusals } from '../../contract/entries.ts'
import { entryToChange } from '../entry.ts'
import { countChange } from '../store.ts'

export const endEntry: Handler = carriesOut(EndEntry, async ({ db, now, today, person }, input) => {
  const { communeId, entryId, on, reason } = input
  if (on > today) throw refuse(entryRefusals.ended_in_future, {}, 'on')
  const entry = await entryToChange(db, input)
  if (on < entry.since) throw refuse(entryRefusals.ended_before_listed, { day: entry.since }, 'on')
  await sql`
    update roster_entry set ended_on = ${on}, ended_reason = ${reason}, version = version + 1, changed_at = ${now},
      changed_by = ${person.id}, changed_xid = pg_current_xact_id()
    where commune_id = ${communeId} and id = ${entryId}`.execute(db)
  await countChange(db, {
    communeId,
    hamletId: entry.hamletId,
    bodyId: entry.bodyId,
    groupId: entry.groupId,
    on,
    change: -1,
  })
  return {
    answer: { id: entryId },
    audit: { subject: `roster-entry:${entryId}`, before: { endedOn: null }, after: { endedOn: on, reason } },
  }
})
