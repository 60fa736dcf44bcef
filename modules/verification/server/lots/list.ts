// The lots of a drive, newest first, and how many there are of each kind.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListLots, type LotState } from '../../contract/lots.ts'
import { stateOfLot } from './find.ts'
import { groupOf, type Place, placeOf } from './place.ts'

type Names = { vi: string; en: string }
type Row = {
  id: string
  place: Place
  group: { id: string; name: Names }
  state: LotState
  size: number
  sample: number
  allowed: number
  closedOn: string
  decidedOn: string | null
  followedUp: boolean
  demo: boolean
}

const place = sql`coalesce(lot.hamlet_id, lot.commune_id)`

export const listLots: Handler = answers(ListLots, async ({ db, scope, scopeFor }, input) => {
  const { driveId, state, limit } = input
  const after = input.cursor ?? null
  const wanted =
    state === undefined
      ? sql<boolean>`true`
      : state === 'open'
        ? sql<boolean>`lot.outcome is null and lot.withdrawn_on is null`
        : sql<boolean>`lot.outcome = ${state}`
  const { rows } = await sql<Row>`
    select lot.id, ${placeOf('lot')} as place, ${groupOf('lot')} as group, ${stateOfLot} as state, cardinality(lot.members) as size,
      lot.sample, lot.allowed, lot.closed_on as "closedOn", lot.decided_on as "decidedOn",
      lot.follow_up is not null as "followedUp", lot.demo
    from verification_lot lot
    where lot.drive_id = ${driveId} and ${within(scope, place)} and ${wanted}
      and (${after}::uuid is null
        or (lot.closed_at, lot.id) < (select seen.closed_at, seen.id from verification_lot seen where seen.id = ${after}::uuid))
    order by lot.closed_at desc, lot.id desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ open: number; passed: number; failed: number; toFollow: number }>`
    select count(*) filter (where outcome is null and withdrawn_on is null)::int as open,
      count(*) filter (where outcome = 'passed')::int as passed, count(*) filter (where outcome = 'failed')::int as failed,
      count(*) filter (where outcome = 'failed' and follow_up is null)::int as "toFollow"
    from verification_lot lot where drive_id = ${driveId} and ${within(scope, place)}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const [making, asking] = [scopeFor('verification.manage'), scopeFor('commitments.decide')]
  return {
    rows: page,
    ...(rows.length > limit && last ? { next: last.id } : {}),
    counts: counted.rows[0] ?? { open: 0, passed: 0, failed: 0, toFollow: 0 },
    may: {
      make: making.everywhere || making.roots.length > 0,
      questions: asking.everywhere || asking.roots.length > 0,
    },
  }
})
