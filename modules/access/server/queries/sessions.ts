// Devices that are signed in, named as their owner knows them.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { recordAudit } from '../../../audit/server/public.ts'
import { ListSessions } from '../../contract/sessions.ts'
import { deviceOf } from '../device.ts'
import { managesEverywhere } from '../standing.ts'

type Row = {
  id: string
  user_agent: string | null
  ip_address: string | null
  created_at: string
  last_seen_at: string
  expires_at: string
}

export const sessions = answers(ListSessions, async ({ db, person, rights, now }, { personId }) => {
  const id = personId ?? person?.id ?? ''
  if (id !== person?.id && !managesEverywhere(rights))
    throw refuse(platformRefusals.not_allowed, { permission: 'access.manage' })
  // Where somebody else was signed in, and when, is theirs: looking at it leaves a trace.
  if (person && id !== person.id)
    await recordAudit(db, [
      {
        operation: ListSessions.name,
        personId: person.id,
        actingForId: null,
        commandId: null,
        at: now,
        subject: `read:${ListSessions.name}`,
        after: { personId: id },
      },
    ])
  const found = await sql<Row>`
    select id, user_agent, ip_address, created_at, last_seen_at, expires_at from auth.session
    where user_id = ${id} and expires_at > ${now} order by last_seen_at desc`.execute(db)
  return {
    sessions: found.rows.map((row) => ({
      id: row.id,
      ...deviceOf(row.user_agent ?? ''),
      address: row.ip_address ?? '',
      signedInAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      endsAt: row.expires_at,
      own: row.id === person?.sessionId,
    })),
  }
})
