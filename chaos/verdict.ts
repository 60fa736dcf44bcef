// After a run: is what was acknowledged there, is anything counted twice, do the tallies say what the records say?

import { sql } from 'kysely'
import type { Ground, Run } from './ground.ts'
import type { Phone } from './phones.ts'

export async function faultsAfter(ground: Ground, run: Run, phones: readonly Phone[]): Promise<string[]> {
  const { promises, held, tallied } = await ground.asked(async (db) => ({
    promises: (
      await sql<{ id: string; entry_id: string }>`
        select id, entry_id from commitment_promise where drive_id = ${run.driveId} and void_number = 0`.execute(db)
    ).rows,
    held: (await sql<{ id: string }>`select id from commitment_held where drive_id = ${run.driveId}`.execute(db)).rows,
    tallied: (
      await sql<{ n: number }>`
        select coalesce(sum(signed), 0)::int as n from commitment_tally where drive_id = ${run.driveId}`.execute(db)
    ).rows[0]?.n,
  }))
  const faults: string[] = []
  const [standing, waiting] = [new Set(promises.map(({ id }) => id)), new Set(held.map(({ id }) => id))]
  for (const { heard } of phones)
    for (const [id, outcomes] of heard) {
      const kinds = new Set(outcomes.map((outcome) => (outcome === 'repeated' ? 'accepted' : outcome)))
      if (kinds.size > 1) faults.push(`${id} was answered in different ways: ${outcomes.join(', ')}`)
      if (kinds.has('accepted') && !standing.has(id)) faults.push(`${id} was acknowledged and is not there`)
      if (kinds.has('held') && !waiting.has(id)) faults.push(`${id} was said to be held and is not there`)
    }
  if (new Set(promises.map(({ entry_id }) => entry_id)).size !== promises.length)
    faults.push('a household counts twice')
  if (tallied !== promises.length) faults.push(`the tally says ${tallied}, the records ${promises.length}`)
  const sent = new Set(phones.flatMap(({ heard }) => [...heard.keys()]))
  for (const id of [...standing, ...waiting]) if (!sent.has(id)) faults.push(`${id} is there, and nobody was told`)
  return faults
}
