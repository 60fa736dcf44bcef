// Whether a session stands on two factors: decided where a sign-in or a change of a factor is done, and kept with the session.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Occasion } from './doors.ts'
import type { SignedIn } from './sessions.ts'

export type Deed = {
  occasion: Occasion
  way: string | undefined
  before: SignedIn | undefined
  after: SignedIn | undefined
  /** The organisation demands two factors of everybody. */
  organisationAsksTwo: boolean
}

/** What the session is worth after the deed; undefined where that stays as it was. */
export function provenByTwo({ occasion, way, before, after, organisationAsksTwo }: Deed): boolean | undefined {
  if (occasion === 'sign-in') return way === 'passkey' || (way === 'organisation' && organisationAsksTwo)
  if (occasion === 'second-factor') return true
  if (occasion === 'authenticator-off') return false
  // Changes that matter come with a new session.
  if (before?.sessionId === after?.sessionId) return undefined
  // The code that switches the app on. Codes given later within a session are not counted against guessing and prove nothing.
  if (occasion === 'authenticator-on' && way === 'authenticator') return true
  return before?.twoFactors === true
}

export async function keepTwoFactors(db: Kysely<DB>, deed: Deed): Promise<void> {
  const { occasion, before, after } = deed
  const proven = provenByTwo(deed)
  // Without the app no session of the person stands on two factors any more, whatever it was opened with.
  if (occasion === 'authenticator-off' && before)
    await sql`update auth.session set two_factors = false where user_id = ${before.id} and two_factors`.execute(db)
  else if (proven && after)
    await sql`update auth.session set two_factors = true where id = ${after.sessionId}`.execute(db)
}
