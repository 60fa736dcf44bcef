// Beats the pulses of drives: what is kept of their coverage, and of what others tell from it, is told anew.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { slotOf } from '../signing/store.ts'

/** Last of what a transaction writes: whoever signs in the same slot waits for it. */
export async function beatPulses(db: Db, moved: readonly { driveId: string; communeId: string }[]): Promise<void> {
  const pulses = [...new Set(moved.map(({ driveId, communeId }) => `${driveId} ${slotOf(communeId)}`))].sort()
  await sql`
    insert into commitment_pulse (drive_id, slot, beats)
    select drive_id, slot, 1
    from unnest(${pulses.map((pulse) => pulse.split(' ')[0])}::uuid[], ${pulses.map((pulse) => Number(pulse.split(' ')[1]))}::int[])
      as pulse (drive_id, slot)
    on conflict (drive_id, slot) do update set beats = commitment_pulse.beats + 1`.execute(db)
}
