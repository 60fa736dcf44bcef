// The password of a person in the sign-in tables: made, replaced, taken away together with what was signed in by it.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../platform/server/slice.ts'
import { hashPassword } from './password-hash.ts'

/** Lets a person be known to the sign-in; without a password or the organisation's word they still cannot enter. */
export async function ensureSignInUser(db: Db, personId: string): Promise<void> {
  await sql`
    insert into auth."user" (id, name, email) select id, name, email from person where id = ${personId}
    on conflict (id) do update set name = excluded.name`.execute(db)
}

export async function setPassword(db: Db, personId: string, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await ensureSignInUser(db, personId)
  await sql`
    insert into auth.account (id, user_id, provider_id, account_id, password)
    values (${uuidv7()}, ${personId}, 'credential', ${personId}, ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(db)
}

export async function endAllSessions(db: Db, personId: string): Promise<number> {
  const ended = await sql`delete from auth.session where user_id = ${personId}`.execute(db)
  return Number(ended.numAffectedRows ?? 0)
}

/** Takes the authenticator app and the passkeys away, for somebody who lost their phone. */
export async function removeFactors(db: Db, personId: string): Promise<void> {
  await sql`delete from auth.two_factor where user_id = ${personId}`.execute(db)
  await sql`delete from auth.passkey where user_id = ${personId}`.execute(db)
  await sql`update auth."user" set two_factor_enabled = false where id = ${personId}`.execute(db)
}
