// Lots of a drive: one for each group in each hamlet where somebody has signed, with a sample that was visited; nine in ten passed.

import { sql } from 'kysely'
import type { prepareGround } from '../signing/ground.ts'

type Db = Awaited<ReturnType<typeof prepareGround>>['db']
const sample = 19

/** Answers how many lots have a verdict. */
export async function fillLots(db: Db, driveId: string): Promise<number> {
  const made = await sql`
    insert into verification_lot (commune_id, id, drive_id, group_id, place_id, hamlet_id, members, risk_id, sample, allowed, closed_on,
      closed_at, seal, drawn_at, outcome, wrong, decided_on)
    select commune_id, gen_random_uuid(), ${driveId}, group_id, place_id, place_id, members, risk.id,
      least(${sample}::int, cardinality(members)), 0, '2024-05-01', now(), 'đo', now(),
      case when number % 10 = 0 then 'failed' else 'passed' end, case when number % 10 = 0 then 4 else number % 2 end, '2024-05-10'
    from (
      select commune_id, group_id, place_id, array_agg(id) as members, row_number() over () as number
      from commitment_promise where drive_id = ${driveId} group by 1, 2, 3
    ) signed cross join (select id from verification_risk limit 1) risk`.execute(db)
  await sql`alter table verification_item drop constraint if exists verification_item_promise`.execute(db)
  await sql`
    insert into verification_item (commune_id, lot_id, position, promise_id, outcome, visited_on)
    select lot.commune_id, lot.id, visit.position, visit.promise_id, 'confirmed', '2024-05-08'
    from verification_lot lot cross join lateral unnest(lot.members[1:lot.sample]) with ordinality as visit (promise_id, position)
    where lot.drive_id = ${driveId}`.execute(db)
  return Number(made.numAffectedRows)
}
