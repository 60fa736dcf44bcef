// Reads again those files that time alone has changed, or that were read under other answers to the open points of the law.
// Costs grow with what is due, not with what is stored.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { eventsOf } from './events.ts'
import { type LawInForce, lawOn } from './law.ts'
import { momentOf } from './moment.ts'
import { keepReading } from './reading.ts'
import { insideFiles } from './sealing/inside.ts'
import { identityOf, keyOf } from './sealing/person.ts'
import { byItself, insideTurn } from './sealing/turn.ts'

const atATime = 500
/** So that one turn ends: the next goes on where this one stopped. */
const mostRounds = 40

/** What cannot be opened is tried again after so long; the others do not wait for it. */
const hoursUntilAgain = 1

/** Answers how many were read again; throws at the end where some could not be, by their ids, when all the others are done. */
export async function rereadFiles(db: Db, now: Date): Promise<number> {
  const law = await lawOn(db, momentOf(now).slice(0, 10))
  const faults: Fault[] = []
  let done = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const due = await dueForReading(db, law, now)
    if (due.size === 0) break
    for (const [communeId, ids] of due) done += await rereadIn(db, { communeId, ids, law, now, faults })
  }
  if (faults.length > 0)
    throw new AggregateError(
      faults.map(({ cause }) => cause),
      `files that could not be read again: ${faults.map(({ fileId }) => fileId).join(', ')}`,
    )
  return done
}
type Fault = { fileId: string; cause: unknown }

/** Ids of files by commune. */
async function dueForReading(db: Db, law: LawInForce, now: Date): Promise<Map<string, string[]>> {
  const rows = await insideTurn(db, async (inside) => {
    const found = await sql<{ commune_id: string; id: string }>`
      (select commune_id, id from cases.file where next_read_at <= ${now.toISOString()} order by next_read_at limit ${atATime})
      union (select commune_id, id from cases.file where read_under < ${law.number} and merged_into is null order by read_under limit ${atATime})`.execute(
      inside,
    )
    return found.rows
  })
  const byCommune = new Map<string, string[]>()
  for (const { commune_id, id } of rows) byCommune.set(commune_id, [...(byCommune.get(commune_id) ?? []), id])
  return byCommune
}

type Row = { file_id: string; id: string; wrapped: Buffer | null; master: string | null; sealed: Buffer | null }
type Some = { communeId: string; ids: readonly string[]; law: LawInForce; now: Date; faults: Fault[] }

async function rereadIn(db: Db, { communeId, ids, law, now, faults }: Some): Promise<number> {
  return insideFiles(db, { communeId, readerId: byItself, purpose: 'reread' }, async (files) => {
    const { rows } = await sql<Row>`
      select file.id as file_id, person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed
      from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
      where file.commune_id = ${communeId} and file.id = any(${ids as string[]}::uuid[]) for update of file`.execute(
      files,
    )
    let done = 0
    for (const { file_id: fileId, id, wrapped, master, sealed } of rows) {
      const at = { communeId, fileId, law }
      // Who it was of is erased: nothing is read any more.
      if (!wrapped || !master || !sealed) await setAside(files, at, null)
      else
        try {
          const person = { id, wrapped, master, sealed }
          const events = await eventsOf(files, communeId, fileId, keyOf(person))
          const read = { identity: identityOf(person), events, now: momentOf(now), law }
          await keepReading(files, { communeId, fileId }, read, true)
          done += 1
        } catch (cause) {
          faults.push({ fileId, cause })
          await setAside(files, at, new Date(now.getTime() + hoursUntilAgain * 3_600_000))
        }
    }
    return done
  })
}

const setAside = (
  files: Db,
  { communeId, fileId, law }: { communeId: string; fileId: string; law: LawInForce },
  until: Date | null,
) =>
  sql`update cases.file set next_read_at = ${until?.toISOString() ?? null}::timestamptz, read_under = ${law.number}
    where commune_id = ${communeId} and id = ${fileId}`.execute(files)

/** Whether readings still rest on the answers of before. */
export async function isRereading(db: Db, law: LawInForce): Promise<boolean> {
  return insideTurn(db, async (inside) => {
    const { rows } =
      await sql`select 1 from cases.file where read_under < ${law.number} and merged_into is null limit 1`.execute(
        inside,
      )
    return rows.length > 0
  })
}
