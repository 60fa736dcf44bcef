// How many wrong passwords an account bears: counted before the password is looked at, so that many tries at once count too.

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { tooMany } from '../../../../platform/server/too-many.ts'
import { triesFromAnywhere, triesFromOneAddress, triesWindowMinutes } from '../../limits.ts'

export type Tries = { keys: readonly { key: Buffer; most: number }[] }

const keyed = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

/** The counters of one account; an address that nobody has is counted the same way. */
export const triesOf = (secret: string, email: string, address: string): Tries => ({
  keys: [
    { key: keyed(secret, `tries:${email}:${address}`), most: triesFromOneAddress },
    { key: keyed(secret, `tries:${email}`), most: triesFromAnywhere },
  ],
})

/** Counts one try, or refuses it with the time to wait. */
export async function countTry(db: Db, tries: Tries, now: Date): Promise<void> {
  const since = new Date(now.getTime() - triesWindowMinutes * 60_000)
  for (const { key, most } of tries.keys) {
    const counted = await sql<{ tries: number; first_at: string }>`
      insert into auth.attempt as kept (key, tries, first_at) values (${key}, 1, ${now})
      on conflict (key) do update set
        tries = case when kept.first_at < ${since} then 1 else kept.tries + 1 end,
        first_at = case when kept.first_at < ${since} then excluded.first_at else kept.first_at end
      returning tries, first_at`.execute(db)
    const row = counted.rows[0]
    if (row && row.tries > most) {
      const until = new Date(row.first_at).getTime() + triesWindowMinutes * 60_000
      throw tooMany(Math.max(1, Math.ceil((until - now.getTime()) / 1000)))
    }
  }
}

/** The right password clears the counters. */
export async function forgetTries(db: Db, tries: Tries): Promise<void> {
  await sql`delete from auth.attempt where key = any(${tries.keys.map(({ key }) => key)}::bytea[])`.execute(db)
}
