// What the filter of the rows costs: the rows of a list by time limit, asked as the role of the files that every row is held
// against, and as the owner whom nothing is held against while it is not forced; each in a transaction that says as much, and
// planned once for a connection as the product has it (modules/cases/server/queries/list.ts).

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import { percentile, rounded } from '../figure.ts'
import type { Commune } from './ground.ts'

const rounds = 600
const roundsToWarmUp = 60

export async function ratioOfFilter({
  db,
  communes,
}: {
  db: Kysely<DB>
  communes: readonly Commune[]
}): Promise<number> {
  const times = { held: [] as number[], free: [] as number[] }
  for (let round = -roundsToWarmUp; round < rounds; round += 1) {
    const commune = communes[(round + roundsToWarmUp) % communes.length] as Commune
    // The one that is asked first changes, for the second finds warmer pages.
    for (const way of round % 2 === 0 ? (['held', 'free'] as const) : (['free', 'held'] as const)) {
      const time = await listed(db, commune, way === 'held' ? 'binhyen_files' : 'none')
      if (round >= 0) times[way].push(time)
    }
  }
  const [held, free] = [percentile(times.held, 0.5), percentile(times.free, 0.5)]
  console.log(`a list: ${rounded(held, 2)} ms held against the rules of the rows, ${rounded(free, 2)} ms without`)
  return rounded(held / free, 2)
}

async function listed(db: Kysely<DB>, { id, police }: Commune, role: string): Promise<number> {
  return db.transaction().execute(async (inside) => {
    await sql`select set_config('cases.commune', ${id}, true), set_config('cases.reader', ${police}, true),
      set_config('cases.purpose', 'list', true), set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('role', ${role}, true)`.execute(inside)
    const began = performance.now()
    const { rows } = await sql`${sql.raw(`/* plan once */ /* ${role} */`)}
      select file.id, file.number, file.status, file.next_due_at, person.wrapped_key, person.sealed
      from (
        select * from cases.file where commune_id = ${id} and closed_on is null
        order by coalesce(next_due_at, 'infinity'), id limit 51
      ) as file
      join cases.person on person.commune_id = ${id} and person.id = file.person_id
      order by coalesce(next_due_at, 'infinity'), file.id`.execute(inside)
    const took = performance.now() - began
    if (rows.length !== 51) throw new Error(`${rows.length} files in a list of 51`)
    return took
  })
}
