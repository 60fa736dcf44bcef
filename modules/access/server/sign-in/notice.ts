// Sign-in in the audit: every way in, every refusal, every change of a factor.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { recordAudit } from '../../../audit/server/public.ts'
import type { Occasion } from './doors.ts'

/** Stands for somebody whose address nobody here has. */
export const nobody = '00000000-0000-0000-0000-000000000000'

const operations: Record<Occasion, string> = {
  'sign-in': 'access.signIn',
  'second-factor': 'access.signIn',
  'sign-out': 'access.signOut',
  password: 'access.changePassword',
  'authenticator-started': 'access.startAuthenticator',
  'authenticator-on': 'access.enableAuthenticator',
  'authenticator-off': 'access.disableAuthenticator',
  'backup-codes': 'access.renewBackupCodes',
  'passkey-added': 'access.addPasskey',
  'passkey-removed': 'access.removePasskey',
}

export type Noticed = {
  occasion: Occasion
  personId: string
  at: Date
  refused?: string
  /** Which way: password, passkey, organisation, authenticator, backup code. */
  way?: string
  sessionId?: string
}

export async function notice(db: Db, { occasion, personId, at, refused, way, sessionId }: Noticed): Promise<void> {
  const operation = refused ? `${operations[occasion]}Refused` : operations[occasion]
  const after = {
    ...(way ? { way } : {}),
    ...(sessionId ? { session: sessionId } : {}),
    ...(refused ? { refused } : {}),
  }
  await recordAudit(db, [
    { operation, personId, actingForId: null, commandId: null, at, subject: `person:${personId}`, after },
  ])
}

/** The person with that address, or nobody. */
export async function personWithEmail(db: Kysely<DB>, email: string): Promise<string> {
  const found = await sql<{ id: string }>`select id from person where email = ${email}`.execute(db)
  return found.rows[0]?.id ?? nobody
}

/** Whose password was right and whose second factor is asked for now; only good enough to name them in the audit. */
export async function personOfChallenge(db: Kysely<DB>, headers: Headers): Promise<string> {
  // Only what our own server writes there: a cookie of somebody else's making names nobody, and breaks nothing.
  const cookie = /binhyen\.two_factor=([\w-]+)\./.exec(headers.get('cookie') ?? '')?.[1]
  if (!cookie) return nobody
  const found = await sql<{ id: string }>`
    select person.id from auth.verification join person on person.id::text = value where identifier = ${cookie}`.execute(
    db,
  )
  return found.rows[0]?.id ?? nobody
}
