// Reasons for not having signed go with the drive: nobody comes again for one that is over.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

/** Drives run out by themselves; a demonstration stands still on the day of its programme. */
export async function forgetReasonsOfPast(db: Db, today: string): Promise<void> {
  await sql`
    delete from commitment_unsigned noted using commitment_drive drive
    left join programme on programme.id = drive.programme_id
    where drive.id = noted.drive_id
      and coalesce(case when drive.demo then programme.opens_on end, ${today}::date) > drive.closes_on`.execute(db)
}
