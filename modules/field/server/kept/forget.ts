// A note that still waits when its drive is over serves nobody: its reason is deleted, like every reason of that drive.

import { sql } from 'kysely'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { keptIsNote, withoutReason } from './rows.ts'

export const fieldChores: readonly Chore[] = [
  {
    name: 'forget-kept-notes-of-past-drives',
    everySeconds: 3600,
    run: ({ db, clock }) => forgetNotesOfPast(db, clock.today()),
  },
]

/** The row stays, so that the same command sent once more does not come up again. */
export async function forgetNotesOfPast(db: Db, today: string): Promise<void> {
  await sql`
    update field_kept kept set decision = 'refused', decided_at = now(), input = ${withoutReason}
    from commitment_drive drive left join programme on programme.id = drive.programme_id
    where kept.decision is null and ${keptIsNote} and drive.id = (kept.input->>'driveId')::uuid
      and coalesce(case when drive.demo then programme.opens_on end, ${today}::date)
        >= least(drive.closed_on, drive.closes_on + 1)`.execute(db)
}
