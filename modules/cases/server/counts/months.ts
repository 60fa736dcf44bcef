// Closes a month: its counts are kept as they stood in the first days of the next one, and never change after.

import { sql } from 'kysely'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Db, Parts } from '../../../../platform/server/slice.ts'
import { measureIds } from '../../rules/count-columns.ts'
import { momentOf } from '../moment.ts'
import { insideFiles } from '../sealing/inside.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { type Counted, countCommune } from './count.ts'

/** Later than this what stands is not the end of the month any more; then the month has no counts, and says so. */
const lastDay = 3

export async function closeMonth({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  const [year = 0, month = 0, day = 0] = momentOf(now).slice(0, 10).split('-').map(Number)
  if (day > lastDay) return
  const closed = `${month === 1 ? year - 1 : year}-${String(month === 1 ? 12 : month - 1).padStart(2, '0')}-01`
  for (const communeId of await insideWatch(db, { readerId: 'watch', purpose: 'count' }, communesWithFiles)) {
    const known = await monthsOf(db, communeId)
    if (known.includes(closed)) continue
    await keepMonth(
      db,
      { communeId, month: closed, at: now },
      await countCommune(db, { communeId, readerId: 'watch', now }),
    )
  }
}

const monthsOf = (db: Db, communeId: string): Promise<string[]> =>
  insideFiles(db, { communeId, readerId: 'watch', purpose: 'count' }, async (files) => {
    const { rows } = await sql<{ month: string }>`
      select distinct month from cases.month_count where commune_id = ${communeId}`.execute(files)
    return rows.map(({ month }) => month)
  })

/** Zeros too: a month that was counted is something else than one that was not. */
export async function keepMonth(
  db: Db,
  { communeId, month, at }: { communeId: string; month: string; at: Date },
  counted: Counted,
): Promise<void> {
  const kept = measureIds.filter((id) => id !== 'open')
  await insideFiles(db, { communeId, readerId: 'watch', purpose: 'close-month' }, (files) =>
    sql`insert into cases.month_count (commune_id, month, measure, count, taken_at)
      select ${communeId}, ${month}::date, measure, count, ${at.toISOString()}::timestamptz
      from unnest(${kept}::text[], ${kept.map((id) => counted[id] ?? 0)}::int[]) as counted (measure, count)
      on conflict do nothing`.execute(files),
  )
}

export const countChores: readonly Chore[] = [{ name: 'close-month-of-files', everySeconds: 3600, run: closeMonth }]
