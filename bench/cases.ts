// Person files: how many the legal engine reads in a second of one core; and a million of them with twelve events each within ten
// years, asked through the whole door by the police of one commune: the work by time limit (mine, of my teams, all), the list of
// files, names with and without marks, one file, a decision. Rows with the forced filter and without it, turn about.

import { rmSync } from 'node:fs'
import { atLeast, atMost, type Bench, percentile, rounded } from './figure.ts'
import { type Asker, askerOf, openGround } from './persons/asking.ts'
import { engineFiles } from './persons/engine.ts'
import { worstRatioOfFilter } from './persons/filter.ts'
import type { Commune } from './persons/ground.ts'
import { fileId, freshIn } from './persons/ids.ts'
import { nameOf } from './rosters/ground.ts'

/** Fewer only to look at something on the way: the figures that are promised are of a million. */
const persons = Number(process.env.BENCH_PERSONS ?? 1_000_000)
const rounds = 400
const roundsToWarmUp = 40

export const bench: Bench = {
  name: 'cases',
  run: async () => {
    const engine = atLeast('engine_files_per_s', rounded(engineFiles(), 0), 'files/s', 10_000)
    const ground = await openGround(persons)
    try {
      const filter = await worstRatioOfFilter(ground)
      await ground.force()
      const asker = askerOf(ground)
      const took: Record<'mine' | 'team' | 'all' | 'list' | 'find' | 'open' | 'read' | 'decide', number[]> = {
        mine: [],
        team: [],
        all: [],
        list: [],
        find: [],
        open: [],
        read: [],
        decide: [],
      }
      for (let round = -roundsToWarmUp; round < rounds; round += 1) {
        const times = await once(asker, ground.communes, round + roundsToWarmUp)
        if (round >= 0) for (const [what, time] of Object.entries(times)) took[what as keyof typeof took].push(time)
      }
      const p95 = (of: keyof typeof took) => rounded(percentile(took[of], 0.95))
      const works = ['mine', 'team', 'all'] as const
      console.log(`work: ${works.map((whose) => `${whose} ${p95(whose)} ms`).join(', ')}`)
      return [
        atMost('worklist_p95_ms', Math.max(...works.map(p95)), 'ms', 40),
        atMost('list_p95_ms', p95('list'), 'ms', 40),
        atMost('search_p95_ms', p95('find'), 'ms', 40),
        atMost('open_p95_ms', p95('open'), 'ms', 50),
        atMost('file_p95_ms', p95('read'), 'ms', 50),
        atMost('decide_p95_ms', p95('decide'), 'ms', 120),
        atMost('rls_over_plain', filter, 'ratio', 1.2),
        engine,
      ]
    } finally {
      await ground.close()
      rmSync(ground.folder, { recursive: true, force: true })
    }
  },
}

/** How often each commune was asked: every decision is on another file. */
const visits = new Map<string, number>()

/** Every fourth time in the largest commune. A name is asked for with its marks and without them, turn about. */
async function once(asker: Asker, communes: readonly Commune[], round: number) {
  const commune = communes[round % 4 === 0 ? 0 : 1 + ((round * 37) % (communes.length - 1))] as Commune
  const number = commune.first + ((round * 7_919) % (commune.count - freshIn))
  const name = nameOf((number * 2_654_435_761) >>> 0)
  const asked = visits.get(commune.id) ?? 0
  visits.set(commune.id, asked + 1)
  const waiting = commune.first + commune.count - 1 - asked
  return asker(commune, {
    name:
      round % 2 === 0 ? name : name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd'),
    file: fileId(number),
    waiting: fileId(waiting),
  })
}
