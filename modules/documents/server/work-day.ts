// The day on which registering happens: the programme's own working day, for a demonstration not the real one.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

/** The latest working day of the programmes over the area, or of the one named; the real day where there is none. */
export async function workDay(
  db: Db,
  where: { areaId?: string; programmeId?: string | null; slug?: string },
  today: PlainDate,
): Promise<PlainDate> {
  const found = await sql<{ day: PlainDate | null }>`
    select max(case when demo and opens_on is not null then opens_on else ${today}::date end) as day from programme
    where ${
      where.slug
        ? sql<boolean>`slug = ${where.slug}`
        : where.programmeId
          ? sql<boolean>`id = ${where.programmeId}`
          : sql<boolean>`exists (select 1 from area_coverage where ancestor_id = programme.area_id and unit_id = ${where.areaId ?? null}::uuid)`
    }`.execute(db)
  return found.rows[0]?.day ?? today
}
