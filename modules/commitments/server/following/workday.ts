// The day that a drive works on: today, and of a demonstration the day of its programme.

import { type RawBuilder, sql } from 'kysely'

export const workdayOf = (driveId: RawBuilder<unknown>, today: string): RawBuilder<string> => sql`coalesce((
  select programme.opens_on from commitment_drive worked join programme on programme.id = worked.programme_id
  where worked.id = ${driveId} and worked.demo), ${today}::date)`
