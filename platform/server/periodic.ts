// Work that the product does by itself, again and again: one process at a time does it, however many are running.

import type { Log } from './log.ts'
import type { Parts } from './slice.ts'
import { openTurnLocks, type TurnLocks } from './turn-locks.ts'

export type Chore = { name: string; everySeconds: number; run(parts: Parts): Promise<void> }

/**
 * Starts the chores and answers the function that stops them and waits for the one under way.
 * A chore that fails is logged and tried again at its next turn; two processes never run the same chore at once.
 */
export function startChores(parts: Parts, chores: readonly Chore[], log: Log): () => Promise<void> {
  const locks = openTurnLocks(parts.db)
  const stops = chores.map((chore) => startChore(parts, locks, chore, log))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function startChore(parts: Parts, locks: TurnLocks, chore: Chore, log: Log): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = locks
      .whileAlone(`chore:${chore.name}`, () => chore.run(parts))
      .then(() => undefined)
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
