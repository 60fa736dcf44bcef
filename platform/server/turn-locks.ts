// Locks of the database by which several processes never do the same work at once. All that one process holds are held by one
// connection: one for each would leave none for the work itself, as soon as much is due at the same moment.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'

export type TurnLocks = {
  /** Carries the work out, unless somebody else is at it; answers whether it was. */
  whileAlone(name: string, work: () => Promise<void>): Promise<boolean>
}

type Session = { holders: number; opened: Promise<Kysely<DB>>; close: () => void }

export function openTurnLocks(db: Kysely<DB>): TurnLocks {
  let current: Session | undefined
  return {
    whileAlone: async (name, work) => {
      current ??= openSession(db)
      const session = current
      session.holders += 1
      try {
        const connection = await session.opened
        const lock = await sql<{
          free: boolean
        }>`select pg_try_advisory_lock(hashtext(${name})) as free`.execute(connection)
        if (!lock.rows[0]?.free) return false
        try {
          await work()
        } finally {
          await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(connection)
        }
        return true
      } catch (fault) {
        // It may be the connection that is broken, and its locks with it: who comes next opens another.
        if (current === session) current = undefined
        throw fault
      } finally {
        session.holders -= 1
        if (session.holders === 0) {
          session.close()
          if (current === session) current = undefined
        }
      }
    },
  }
}

function openSession(db: Kysely<DB>): Session {
  const opened = Promise.withResolvers<Kysely<DB>>()
  const closed = Promise.withResolvers<void>()
  db.connection()
    .execute(async (connection) => {
      opened.resolve(connection)
      await closed.promise
    })
    .catch(opened.reject)
  return { holders: 0, opened: opened.promise, close: closed.resolve }
}
