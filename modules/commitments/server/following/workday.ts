// The day that a drive works on: today, and of a demonstration the day of its programme.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'

/** Of a row `drive`: `cross join lateral ${workday(today)} works`. */
export const workday = (
  today: PlainDate,
): RawBuilder<{ day: PlainDate }> => sql`(select coalesce(case when drive.demo then (
  select opens_on from programme where programme.id = drive.programme_id) end, ${today}::date) as day)`
