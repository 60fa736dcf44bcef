// Signing devices out from afar.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { RevokeOtherSessions, RevokeSession } from '../../contract/sessions.ts'
import { managesEverywhere } from '../standing.ts'

export const revokeSession = carriesOut(RevokeSession, async ({ db, person, rights }, { id }) => {
  const found = await sql<{ user_id: string }>`select user_id from auth.session where id = ${id} for update`.execute(db)
  const owner = found.rows[0]?.user_id
  if (!owner || (owner !== person.id && !managesEverywhere(rights))) throw refuse(platformRefusals.not_found)
  await sql`delete from auth.session where id = ${id}`.execute(db)
  return { answer: { ended: 1 }, audit: { subject: `person:${owner}`, before: { session: id } } }
})

export const revokeOtherSessions = carriesOut(RevokeOtherSessions, async ({ db, person }) => {
  const ended = await sql`
    delete from auth.session where user_id = ${person.id} and id is distinct from ${person.sessionId ?? null}`.execute(
    db,
  )
  const count = Number(ended.numAffectedRows ?? 0)
  return { answer: { ended: count }, audit: { subject: `person:${person.id}`, after: { sessionsEnded: count } } }
})
