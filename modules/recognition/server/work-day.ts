// The day on which a unit works: its programme's own day while that is a demonstration, the real day otherwise.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { programmeToday } from '../../programme/server/public.ts'

/** The latest programme that reaches the unit decides; without one it is the real day. */
export async function dayOfWork(db: Db, areaId: string, today: PlainDate): Promise<PlainDate> {
  const found = await sql<{ demo: boolean; opensOn: PlainDate | null }>`
    select programme.demo, programme.opens_on as "opensOn" from programme
    join area_coverage on area_coverage.ancestor_id = programme.area_id and area_coverage.unit_id = ${areaId}
    order by programme.starts_on desc limit 1`.execute(db)
  return found.rows[0] ? programmeToday(found.rows[0], today) : today
}
