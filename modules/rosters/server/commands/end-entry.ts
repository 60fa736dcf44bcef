// An entry goes off the list on a day, with its reason; what it signed stays.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { EndEntry, rosterRefusals } from '../../contract.ts'
import { countChange } from '../store.ts'

export const endEntry: Handler = carriesOut(
  EndEntry,
  async ({ db, now, today, person }, { communeId, entryId, on, reason }) => {
    if (on > today) throw refuse(rosterRefusals.ended_in_future, {}, 'on')
    const found = await sql<{
      group_id: string
      body_id: string | null
      since: string
      ended_on: string | null
      hamlet_id: string | null
    }>`
    select group_id, body_id, since, ended_on, hamlet_id from roster_entry
    where commune_id = ${communeId} and id = ${entryId} for update`.execute(db)
    const entry = found.rows[0]
    if (!entry) throw refuse(platformRefusals.not_found)
    if (entry.ended_on) throw refuse(rosterRefusals.already_ended)
    if (on < entry.since) throw refuse(rosterRefusals.ended_before_listed, { day: entry.since }, 'on')
    await sql`
    update roster_entry set ended_on = ${on}, ended_reason = ${reason}, version = version + 1, changed_at = ${now},
      changed_by = ${person.id}, changed_xid = pg_current_xact_id()
    where commune_id = ${communeId} and id = ${entryId}`.execute(db)
    await countChange(db, {
      communeId,
      hamletId: entry.hamlet_id,
      bodyId: entry.body_id,
      groupId: entry.group_id,
      on,
      change: -1,
    })
    return {
      answer: { id: entryId },
      audit: { subject: `roster-entry:${entryId}`, before: { endedOn: null }, after: { endedOn: on, reason } },
    }
  },
)
