// Reasons for not having signed go with the drive: nobody comes again for one that is over. Those that a merge took go too.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

const tables = ['commitment_unsigned', 'commitment_unsigned_aside'] as const

/** Drives run out by themselves; a demonstration stands still on the day of its programme. */
export async function forgetReasonsOfPast(db: Db, today: string): Promise<void> {
  for (const table of tables)
    await sql`
      delete from ${sql.table(table)} noted using commitment_drive drive
      left join programme on programme.id = drive.programme_id
      where drive.id = noted.drive_id
        and coalesce(case when drive.demo then programme.opens_on end, ${today}::date) > drive.closes_on`.execute(db)
}

/** Reasons have served once their drive is closed. */
export async function forgetReasonsOf(db: Db, driveId: string): Promise<void> {
  for (const table of tables) await sql`delete from ${sql.table(table)} where drive_id = ${driveId}`.execute(db)
}
