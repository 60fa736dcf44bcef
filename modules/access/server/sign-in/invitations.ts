// One-time links: whoever holds one sets the password of one person, once, within 72 hours. Only its hash is kept.

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../platform/server/slice.ts'
import { invitationHours } from '../../limits.ts'
import { ensureSignInUser } from './accounts.ts'

export type Purpose = 'invite' | 'reset' | 'first'
export type Invitation = {
  id: string
  purpose: Purpose
  personId: string | null
  /** Null: the person who runs the machine. */
  madeBy: string | null
  name: string
  email: string
  expiresAt: string
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The secret stands behind #, which browsers never send, so that no log keeps it. */
export const invitationPath = (token: string): string => `/app/welcome#${token}`

/** Makes a link for a person (or for the first administrator) and withdraws the ones made before. */
export async function makeInvitation(
  db: Db,
  { personId, purpose, madeBy, now }: { personId: string | null; purpose: Purpose; madeBy: string | null; now: Date },
): Promise<{ path: string; expiresAt: string }> {
  if (personId) await ensureSignInUser(db, personId)
  await sql`
    update auth.invitation set withdrawn_at = ${now}
    where person_id is not distinct from ${personId} and used_at is null and withdrawn_at is null`.execute(db)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + invitationHours * 3_600_000)
  await sql`
    insert into auth.invitation (id, person_id, purpose, token_hash, made_by, made_at, expires_at)
    values (${uuidv7()}, ${personId}, ${purpose}, ${hashOf(token)}, ${madeBy}, ${now}, ${expiresAt})`.execute(db)
  return { path: invitationPath(token), expiresAt: expiresAt.toISOString() }
}

type Row = {
  id: string
  purpose: Purpose
  person_id: string | null
  made_by: string | null
  name: string | null
  email: string | null
  expires_at: string
}

/** The link behind a token while it can still be used; `hold` keeps others from using it meanwhile. */
export async function findInvitation(
  db: Db,
  token: string,
  when: { now: Date; today: string },
  hold = false,
): Promise<Invitation | undefined> {
  const found = await sql<Row>`
    select invitation.id, purpose, person_id, made_by, person.name, person.email, expires_at
    from auth.invitation left join person on person.id = person_id
    where token_hash = ${hashOf(token)} and used_at is null and withdrawn_at is null and expires_at > ${when.now}
      and (person.disabled_on is null or person.disabled_on > ${when.today}::date)
    ${hold ? sql`for update of invitation` : sql``}`.execute(db)
  const row = found.rows[0]
  if (!row) return undefined
  return {
    id: row.id,
    purpose: row.purpose,
    personId: row.person_id,
    madeBy: row.made_by,
    name: row.name ?? '',
    email: row.email ?? '',
    expiresAt: row.expires_at,
  }
}

export async function useInvitation(db: Db, id: string, now: Date): Promise<void> {
  await sql`update auth.invitation set used_at = ${now} where id = ${id}`.execute(db)
}
