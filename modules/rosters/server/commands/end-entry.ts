// An entry goes off the list on a day, with its reason; what it signed stays.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { EndEntry, entryRefusals } from '../../contract/entries.ts'
import { changeEntry } from '../change-entry.ts'
import { entryToChange } from '../entry.ts'

export const endEntry: Handler = carriesOut(EndEntry, async ({ db, now, today, person }, input) => {
  const { communeId, entryId, on, reason } = input
  if (on > today) throw refuse(entryRefusals.ended_in_future, {}, 'on')
  const entry = await entryToChange(db, input)
  if (on < entry.since) throw refuse(entryRefusals.ended_before_listed, { day: entry.since }, 'on')
  const ended = { on, reason }
  await changeEntry(db, { communeId, id: entryId }, { ended }, { personId: person.id, now })
  return {
    answer: { id: entryId },
    audit: { subject: `roster-entry:${entryId}`, before: { endedOn: null }, after: { endedOn: on, reason } },
  }
})
