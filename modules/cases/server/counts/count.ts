// Counts the files of a commune by where the persons stand: without an opening, for the purpose of counting, where nothing that
// is sealed can be seen (db/migrations/0039_watch.sql).

import { sql } from 'kysely'
import { blind } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { columnOf, type MeasureId } from '../../rules/count-columns.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'

export type Counted = Partial<Record<MeasureId, number>>

export function countCommune(
  db: Db,
  { communeId, readerId, now }: { communeId: string; readerId: string; now: Date },
): Promise<Counted> {
  return insideFiles(db, { communeId, readerId, purpose: 'count' }, async (files) => {
    const { rows } = await sql<{ status: string | null; closed: boolean; count: number; late: number }>`
      select status, closed_on is not null as closed, count(*)::int as count,
        count(*) filter (where closed_on is null and status is distinct from 'ended' and next_due_at < ${now.toISOString()})::int as late
      from cases.file where commune_id = ${communeId} group by 1, 2`.execute(files)
    const counted: Counted = {}
    for (const { status, closed, count, late } of rows) {
      const column = columnOf(status, closed)
      counted[column] = (counted[column] ?? 0) + count
      counted.late = (counted.late ?? 0) + late
    }
    counted.minors = await minorsIn(files, communeId, now)
    return counted
  })
}

/** By the year of birth in the blind index: who turns 18 this year is still counted; no identity is opened for it. */
async function minorsIn(files: Db, communeId: string, now: Date): Promise<number> {
  const index = await indexKey(files)
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format(now))
  const words = Array.from({ length: 19 }, (_, age) => blind(index, 'year', String(year - age)))
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cases.file
    where commune_id = ${communeId} and closed_on is null and status is distinct from 'ended' and person_id in (
      select person_id from cases.person_word where commune_id = ${communeId} and word = any(${words}::bytea[]))`.execute(
    files,
  )
  return rows[0]?.count ?? 0
}
