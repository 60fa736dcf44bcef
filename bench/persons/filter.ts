// What the filter of the rows costs: the same question asked as the role of the files, whose every row is held against the rules,
// and as the owner, whom nothing is held against while it is not forced. Each in a transaction that says as much, planned once for a
// connection as the product has it; turn about.

import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import { withAll } from '../../modules/cases/server/commands/find.ts'
import { ofTeams } from '../../modules/cases/server/queries/list.ts'
import { wordsAsked } from '../../modules/cases/server/sealing/person.ts'
import { percentile, rounded } from '../figure.ts'
import { nameOf } from '../rosters/ground.ts'
import type { Commune } from './ground.ts'

const rounds = 600
const roundsToWarmUp = 60

type Ground = { db: Kysely<DB>; communes: readonly Commune[]; index: Buffer }
type Question = {
  name: string
  /** For whom only the files of their teams are there. */
  team: boolean
  ask: (commune: Commune, round: number, way: 'held' | 'free') => RawBuilder<unknown>
}

const shown = sql`file.id, file.number, file.status, file.next_due_at, person.wrapped_key, person.sealed`
const listOf = (id: string, more: RawBuilder<unknown>) => sql`
  select ${shown} from (
    select * from cases.file where commune_id = ${id} and closed_on is null ${more}
    order by coalesce(next_due_at, 'infinity'), id limit 51
  ) as file
  join cases.person on person.commune_id = ${id} and person.id = file.person_id
  order by coalesce(next_due_at, 'infinity'), file.id`

const questions = (index: Buffer): Question[] => [
  {
    name: 'a list by time limit',
    team: false,
    ask: ({ id }, _, way) => sql`${sql.raw(`/* plan once */ /* ${way} */`)} ${listOf(id, sql``)}`,
  },
  {
    name: 'a name',
    team: false,
    ask: ({ id, first, count }, round, way) => {
      const words = wordsAsked(index, nameOf(((first + ((round * 7_919) % count)) * 2_654_435_761) >>> 0))
      return sql`${sql.raw(`/* plan once */ /* ${way} */`)}
        select ${shown} from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
        where file.commune_id = ${id} and file.restricted_on is null and person.sealed is not null and file.merged_into is null
          and file.person_id in (${withAll(id, words)})
        order by file.closed_on is not null, file.opened_at desc limit 50`
    },
  },
  {
    name: 'a list of a helper',
    team: true,
    // With the rules as without them the question says which files they are, in the words of the product or by itself.
    ask: ({ id, helper }, _, way) =>
      sql`${sql.raw(`/* plan once */ /* ${way} of a team */`)} ${listOf(
        id,
        way === 'held'
          ? ofTeams
          : sql`and id = any((select array_agg(file_id) from cases.team_member where commune_id = ${id} and member_id = ${helper})::uuid[])`,
      )}`,
  },
]

/** The worst of them. */
export async function worstRatioOfFilter({ db, communes, index }: Ground): Promise<number> {
  let worst = 0
  for (const question of questions(index)) worst = Math.max(worst, await ratioOf(db, communes, question))
  return worst
}

async function ratioOf(db: Kysely<DB>, communes: readonly Commune[], question: Question): Promise<number> {
  const times = { held: [] as number[], free: [] as number[] }
  for (let round = -roundsToWarmUp; round < rounds; round += 1) {
    const commune = communes[(round + roundsToWarmUp) % communes.length] as Commune
    // The one that is asked first changes, for the second finds warmer pages.
    for (const way of round % 2 === 0 ? (['held', 'free'] as const) : (['free', 'held'] as const)) {
      const time = await timed(db, commune, question, { way, round: round + roundsToWarmUp })
      if (round >= 0) times[way].push(time)
    }
  }
  const [held, free] = [percentile(times.held, 0.5), percentile(times.free, 0.5)]
  const ratio = rounded(held / free, 2)
  console.log(
    `${question.name}: ${rounded(held, 2)} ms held against the rules of the rows, ${rounded(free, 2)} ms without, ${ratio}`,
  )
  return ratio
}

async function timed(
  db: Kysely<DB>,
  commune: Commune,
  { name, team, ask }: Question,
  { way, round }: { way: 'held' | 'free'; round: number },
): Promise<number> {
  return db.transaction().execute(async (inside) => {
    await sql`select set_config('cases.commune', ${commune.id}, true), set_config('cases.reader', ${commune.police}, true),
      set_config('cases.purpose', 'list', true), set_config('cases.team', ${team ? commune.helper : ''}, true),
      set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('enable_bitmapscan', 'off', true),
      set_config('role', ${way === 'held' ? 'binhyen_files' : 'none'}, true), cases.look_up_team()`.execute(inside)
    const began = performance.now()
    const { rows } = await ask(commune, round, way).execute(inside)
    const took = performance.now() - began
    if (rows.length === 0) throw new Error(`${name}: nothing found`)
    return took
  })
}
