// Moves what is counted from one place to another: tallies in the order that signing takes them, then the pulses.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { beatPulses } from '../counting/beat.ts'

/** One promise, counted or no longer counted there. */
export type Counted = {
  communeId: string
  driveId: string
  groupId: string
  placeId: string
  countedOn: string
  change: 1 | -1
}

export async function changeTallies(db: Db, changes: readonly Counted[]): Promise<void> {
  if (changes.length === 0) return
  const of = <T>(pick: (one: Counted) => T) => changes.map(pick)
  await sql`
    insert into commitment_tally as kept (commune_id, drive_id, group_id, place_id, signed_on, signed)
    select commune_id, drive_id, group_id, place_id, signed_on, sum(change)::int
    from unnest(${of((one) => one.communeId)}::uuid[], ${of((one) => one.driveId)}::uuid[], ${of((one) => one.groupId)}::text[],
      ${of((one) => one.placeId)}::uuid[], ${of((one) => one.countedOn)}::date[], ${of((one) => one.change)}::int[])
      as moved (commune_id, drive_id, group_id, place_id, signed_on, change)
    group by 1, 2, 3, 4, 5 having sum(change) <> 0 order by 1, 2, 3, 4, 5
    on conflict (commune_id, drive_id, group_id, place_id, signed_on) do update set signed = kept.signed + excluded.signed`.execute(
    db,
  )
  await beatPulses(db, changes)
}
