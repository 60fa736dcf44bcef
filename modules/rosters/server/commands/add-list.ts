// A list of those who are asked to sign, as it was pasted: all its entries, or none.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { AddList, rosterRefusals } from '../../contract.ts'
import { placeIn } from '../places.ts'
import { refuseRepeats } from '../repeats.ts'
import { storeList } from '../store.ts'

export const addList: Handler = carriesOut(AddList, async ({ db, today, person }, input) => {
  if (input.asOf > today) throw refuse(rosterRefusals.as_of_in_future, {}, 'asOf')
  const known = await sql<{ grouped: boolean; commune: boolean }>`
    select exists (select 1 from commitment_group where id = ${input.groupId}) as grouped,
      exists (select 1 from area_unit where id = ${input.communeId} and level = 'commune') as commune`.execute(db)
  if (!known.rows[0]?.grouped) throw refuse(rosterRefusals.no_such_group, {}, 'groupId')
  if (!known.rows[0].commune) throw refuse(rosterRefusals.not_a_commune)
  const place = await placeIn(db, input.communeId, input.placeId ?? input.communeId, input.asOf)
  if (!place) throw refuse(rosterRefusals.listed_nowhere, {}, 'placeId')
  if (!input.allowRepeats) await refuseRepeats(db, input)
  await storeList(db, { ...input, ...place, personId: person.id })
  const { entries, ...list } = input
  return {
    answer: { id: input.id, entries: entries.length },
    // Names stay in the roster: the audit says how many.
    audit: { subject: `roster-list:${input.id}`, after: { ...list, entries: entries.length } },
  }
})
