// The home screen and the public progress, asked through the whole door in a database of national size; and the same home
// screen for the person who may see least and for the one who may see all, turn about, so that both meet the same machine.

import { slices } from '../app/slices.ts'
import { rightsOf } from '../modules/access/server/public.ts'
import { auditRows, recordAudit } from '../modules/audit/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { startThrowAway } from '../platform/database/throw-away.ts'
import { machineClock } from '../platform/server/clock.ts'
import { operationRoutes } from '../platform/server/http.ts'
import { openLog } from '../platform/server/log.ts'
import type { Parts } from '../platform/server/slice.ts'
import { atMost, type Bench, percentile, rounded } from './figure.ts'
import { day, fillNation } from './home/nation.ts'

const rounds = 5

export const bench: Bench = {
  name: 'home',
  run: async () => {
    const scratch = await startThrowAway()
    await migrate(scratch.url)
    const database = await openDatabase({ url: scratch.url, statementTimeout: 0 })
    try {
      const nation = await fillNation(database.db)
      console.log(`${nation.size.units} units, ${nation.size.tasks} tasks, ${nation.size.decisions} decisions`)
      const parts: Parts = {
        db: database.db,
        byKey: database.byKey,
        clock: machineClock(day),
        recordAudit,
        auditRows,
        authority: {
          rightsOf: (db, person, today) => rightsOf(db, person.id, today),
          personOf: async (headers) => {
            const id = headers.get('x-bench-person')
            return id ? { id, name: id, language: 'vi' } : undefined
          },
        },
      }
      const routes = operationRoutes(parts, slices, openLog('error'))
      const measure = async (address: string, person?: string): Promise<number> => {
        const began = performance.now()
        const answer = await routes.request(address, { headers: person ? { 'x-bench-person': person } : {} })
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
        return performance.now() - began
      }
      const home = (slug: string) => `/api/home/show?programme=${slug}&on=${day}`
      const progress = (slug: string) => `/api/public/programmes/${slug}/progress?on=${day}`
      const free: number[] = []
      const restricted: number[] = []
      const open: number[] = []
      for (let round = -1; round < rounds; round += 1)
        for (const [index, slug] of nation.programmes.entries()) {
          const one = await measure(home(slug), nation.free)
          const other = await measure(home(slug), nation.restricted[index])
          const third = await measure(progress(slug))
          // The first round warms up what a running server has warm.
          if (round < 0) continue
          free.push(one)
          restricted.push(other)
          open.push(third)
        }
      return [
        atMost('p95_ms', rounded(percentile([...free, ...restricted, ...open], 0.95)), 'ms', 50),
        atMost('home_p95_ms', rounded(percentile([...free, ...restricted], 0.95)), 'ms', 50),
        atMost('progress_p95_ms', rounded(percentile(open, 0.95)), 'ms', 50),
        atMost('restricted_over_free', rounded(percentile(restricted, 0.5) / percentile(free, 0.5), 2), 'ratio', 1.2),
      ]
    } finally {
      await database.close()
      await scratch.stop()
    }
  },
}
