// The meetings that a signer of a place can name as proof: held there or above, by title and day; nothing of what was said.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { seesMeeting } from '../../../meetings/server/public.ts'
import { ListSigningMeetings } from '../../contract/at-meeting.ts'
import { hasMinutes, inLine } from '../signing/proofs.ts'

type Row = OutputOf<typeof ListSigningMeetings>['rows'][number]

export const listSigningMeetings: Handler = answers(ListSigningMeetings, async ({ db, scope, scopeFor }, input) => {
  const { communeId, hamletId, on } = input
  const placeId = hamletId ?? communeId
  // Of a meeting above only those know who were called to it; one of the own place is no secret to whoever signs there.
  const { rows } = await sql<Row>`
    select meeting.id, meeting.title, meeting.held_on as "heldOn", json_build_object('name', unit.name, 'type', unit.type) as area,
      case when meeting.closed_on <= ${on}::date then 'closed' when ${hasMinutes} then 'recorded' else 'none' end as minutes
    from meeting join area_unit unit on unit.id = meeting.area_id
    where meeting.held_on <= ${on}::date and ${inLine(sql.ref('meeting.area_id'), sql`${placeId}::uuid`)}
      and (${within(scope, sql.ref('meeting.area_id'))} or ${seesMeeting(scopeFor('meetings.read'))})
    order by meeting.held_on desc, meeting.id desc limit 100`.execute(db)
  return { rows }
})
