// Work that the product does by itself, again and again: one process at a time does it, however many are running.

import { sql } from 'kysely'
import type { Log } from './log.ts'
import type { Parts } from './slice.ts'

export type Chore = { name: string; everySeconds: number; run(parts: Parts): Promise<void> }

/**
 * Starts the chores and answers the function that stops them and waits for the one under way.
 * A chore that fails is logged and tried again at its next turn; two processes never run the same chore at once.
 */
export function startChores(parts: Parts, chores: readonly Chore[], log: Log): () => Promise<void> {
  const stops = chores.map((chore) => startChore(parts, chore, log))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function startChore(parts: Parts, chore: Chore, log: Log): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = aloneDo(parts, chore)
      .catch((fault: unknown) => log.error({ chore: chore.name, fault }, 'chore failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, chore.everySeconds * 1000)
      })
  }
  timer = setTimeout(turn, Math.min(chore.everySeconds, 2) * 1000)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

/** Holds a lock of the database for the time of the work; somebody else holding it means that it is being done. */
async function aloneDo(parts: Parts, chore: Chore): Promise<void> {
  await parts.db.connection().execute(async (connection) => {
    const lock = await sql<{
      free: boolean
    }>`select pg_try_advisory_lock(hashtext(${`chore:${chore.name}`})) as free`.execute(connection)
    if (!lock.rows[0]?.free) return
    try {
      await chore.run(parts)
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${`chore:${chore.name}`}))`.execute(connection)
    }
  })
}
