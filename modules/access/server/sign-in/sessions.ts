// Who is behind a cookie: the session as the library reads it, cut short when it was idle or its person was disabled.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Clock } from '../../../../platform/server/clock.ts'
import type { Person } from '../../../../platform/server/rights.ts'
import { idleMinutes } from '../../limits.ts'
import type { Auth } from './auth.ts'

export type SignedIn = Person & { sessionId: string; twoFactors: boolean }
type Row = { name: string; language: 'vi' | 'en'; enabled: boolean; last_seen_at: string; two_factors: boolean }

/** Somebody seen within the last minute is not written down again. */
const seenEvery = 60_000

export async function personOfSession(
  auth: Auth,
  db: Kysely<DB>,
  clock: Clock,
  headers: Headers,
): Promise<SignedIn | undefined> {
  if (!headers.get('cookie')?.includes('binhyen.session_token')) return undefined
  const found = await auth.api.getSession({ headers })
  if (!found) return undefined
  const sessionId = found.session.id
  const now = clock.now()
  const known = await sql<Row>`
    with seen as (
      update auth.session set last_seen_at = ${now}
      where id = ${sessionId} and last_seen_at < ${new Date(now.getTime() - seenEvery)} returning id
    )
    select person.name, person.language, session.last_seen_at,
      -- The sign-ins of invented people are printed for everybody: a second factor would defend nothing.
      session.two_factors or person.demo as two_factors,
      (person.disabled_on is null or person.disabled_on > ${clock.today()}::date) as enabled
    from auth.session session join person on person.id = session.user_id where session.id = ${sessionId}`.execute(db)
  const row = known.rows[0]
  if (!row) return undefined
  const idle = now.getTime() - new Date(row.last_seen_at).getTime() > idleMinutes * 60_000
  if (idle || !row.enabled) {
    await endSession(db, sessionId)
    return undefined
  }
  return { id: found.user.id, name: row.name, language: row.language, sessionId, twoFactors: row.two_factors }
}

export async function endSession(db: Kysely<DB>, sessionId: string): Promise<void> {
  await sql`delete from auth.session where id = ${sessionId}`.execute(db)
}

/** What is over is taken away; called at each sign-in, which is seldom enough and often enough. */
export async function sweepSignIn(db: Kysely<DB>, now: Date): Promise<void> {
  await sql`delete from auth.session where expires_at < ${now}`.execute(db)
  await sql`delete from auth.verification where expires_at < ${now}`.execute(db)
  await sql`delete from auth.attempt where first_at < ${new Date(now.getTime() - 86_400_000)}`.execute(db)
}
