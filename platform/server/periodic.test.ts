import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { world } from '../../tests/support/world.ts'
import { openLog } from './log.ts'
import { type Chore, startChores } from './periodic.ts'

const silent = openLog('silent')

test('a chore that fails is tried again, and two processes never do it at once', async () => {
  const { parts } = await world([])
  let at = 0
  let together = 0
  let most = 0
  const chore: Chore = {
    name: 'counting',
    everySeconds: 0.01,
    run: async () => {
      together += 1
      most = Math.max(most, together)
      at += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      together -= 1
      if (at === 1) throw new Error('the first time fails')
    },
  }
  const stops = [startChores(parts, [chore], silent), startChores(parts, [chore], silent)]
  while (at < 4) await new Promise((resolve) => setTimeout(resolve, 10))
  await Promise.all(stops.map((stop) => stop()))
  const then = at
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(most).toBe(1)
  expect(at).toBe(then)
})

test('many that are due at once leave connections for their work, and each is done', async () => {
  const { parts } = await world([])
  const done = new Set<string>()
  const names = Array.from({ length: 24 }, (_, at) => `chore ${at}`)
  const chores = names.map(
    (name): Chore => ({
      name,
      everySeconds: 0.01,
      run: async ({ db }) => {
        await sql`select pg_sleep(0.01)`.execute(db)
        done.add(name)
      },
    }),
  )
  const stop = startChores(parts, chores, silent)
  // Less than the ten seconds after which a pool gives up.
  await expect.poll(() => done.size, { timeout: 8_000 }).toBe(names.length)
  await stop()
})
