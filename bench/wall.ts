// The wall in time: operations of the side of participation in two databases that are alike but for five thousand files of
// persons, called like those in the rosters; asked turn about, so that both meet the same machine.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { slices } from '../app/slices.ts'
import { rightsOf } from '../modules/access/server/public.ts'
import { auditRows, recordAudit } from '../modules/audit/server/public.ts'
import { enterFiles, provideMasterKeys } from '../modules/cases/server/public.ts'
import { type Database, openDatabase } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { startThrowAway } from '../platform/database/throw-away.ts'
import { fingerprintOf } from '../platform/master-keys.ts'
import { machineClock } from '../platform/server/clock.ts'
import { newKey } from '../platform/server/envelope.ts'
import { operationRoutes } from '../platform/server/http.ts'
import { openLog } from '../platform/server/log.ts'
import type { Parts } from '../platform/server/slice.ts'
import { areaId, personId } from '../programmes/kim-dong-2024/ids.ts'
import { loadKimDong } from '../programmes/kim-dong-2024/load.ts'
import { atMost, type Bench, percentile, rounded } from './figure.ts'

const files = 5_000
const rounds = 300
const roundsToWarmUp = 30
const day = '2024-11-15'
const commune = areaId('12322')

/** Who asks what: lists of names, counts, the first screen, work, and a refusal. */
const questions = [
  { address: `/api/rosters/entries?areaId=${commune}&on=${day}`, who: personId('ngocthanh') },
  { address: `/api/rosters/denominators?areaId=${commune}&on=${day}`, who: personId('ngocthanh') },
  { address: `/api/commitments/drives?on=${day}`, who: personId('ngocthanh') },
  { address: `/api/home/show?programme=kim-dong-2024&on=${day}`, who: personId('ngocthanh') },
  { address: `/api/tasks/list?programme=kim-dong-2024&on=${day}`, who: personId('ngocthanh') },
  { address: `/api/rosters/entries?areaId=${commune}&on=${day}`, who: personId('conganxa'), refused: true },
]

export const bench: Bench = {
  name: 'wall',
  run: async () => {
    const scratch = await startThrowAway()
    await migrate(scratch.url)
    const first = await openDatabase({ url: scratch.url, statementTimeout: 0 })
    await loadKimDong(first.db)
    await first.close()
    const copy = new URL(scratch.url)
    copy.pathname = '/with_files'
    await copied(scratch.url, 'with_files')
    const [none, many] = [await openDatabase(scratch.url), await openDatabase(copy.href)]
    try {
      await fill(many)
      for (const each of [none, many]) await sql`analyze`.execute(each.db)
      const asking = [askerOf(none), askerOf(many)] as const
      const ratios: number[] = []
      for (const question of questions) {
        const times: [number[], number[]] = [[], []]
        for (let round = -roundsToWarmUp; round < rounds; round += 1)
          // The one that is asked first changes, for the second finds a warmer machine.
          for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
            const time = await asking[at](question)
            if (round >= 0) times[at].push(time)
          }
        const [without, with_] = times.map((each) => percentile(each, 0.5)) as [number, number]
        console.log(
          `${question.address.split('?')[0]}: ${rounded(without, 2)} ms without, ${rounded(with_, 2)} ms with files`,
        )
        ratios.push(with_ / without)
      }
      return [
        atMost('with_over_without', rounded(Math.max(...ratios), 2), 'ratio', 1.15),
        atMost('without_over_with', rounded(1 / Math.min(...ratios), 2), 'ratio', 1.15),
      ]
    } finally {
      await none.close()
      await many.close()
      await scratch.stop()
    }
  },
}

async function copied(url: string, name: string): Promise<void> {
  const source = new URL(url).pathname.slice(1)
  const beside = new URL(url)
  beside.pathname = '/template1'
  const maker = await openDatabase({ url: beside.href, connections: 1 })
  await sql.raw(`create database ${name} template ${source}`).execute(maker.db)
  await maker.close()
}

async function fill({ db }: Database): Promise<void> {
  const key = newKey()
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  const { rows } = await sql<{ name: string }>`select name from roster_entry order by id limit ${files}`.execute(db)
  const persons = Array.from({ length: files }, (_, at) => ({
    id: uuidv7(),
    personId: uuidv7(),
    identity: {
      ...{ name: rows[at % rows.length]?.name ?? '', otherNames: [], birth: '1990', sex: 'male' as const, papers: [] },
      ...{ residence: 'Thôn Trương Xá', stay: '', phone: '', circumstances: [] },
    },
    events: [],
  }))
  await db
    .transaction()
    .execute((inside) =>
      enterFiles(inside, { communeId: commune, by: personId('conganxa'), now: new Date(), demo: false }, persons),
    )
}

function askerOf({ db, byKey }: Database) {
  const parts: Parts = {
    ...{ db, byKey, recordAudit, auditRows, clock: machineClock(day) },
    authority: {
      rightsOf: (db, person, today) => rightsOf(db, person.id, today),
      personOf: async (headers) => {
        const id = headers.get('x-bench-person')
        return id ? { id, name: id, language: 'vi' } : undefined
      },
    },
  }
  const routes = operationRoutes(parts, slices, openLog('error'))
  return async ({ address, who, refused = false }: (typeof questions)[number]): Promise<number> => {
    const began = performance.now()
    const answer = await routes.request(address, { headers: { 'x-bench-person': who } })
    await answer.arrayBuffer()
    if (answer.ok === refused) throw new Error(`${address}: ${answer.status}`)
    return performance.now() - began
  }
}
