// Who has signed, of how many, and what that number rests on: a share is never told without it.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Basis } from '../contract/shapes.ts'
import type { SignedShare } from './measures.ts'

/** How many are to sign as closed for the plan; `source` where it is one for all. */
export type Closed = { count: number; asOf: PlainDate; source: string | null }
type Share = { count: number | null; of: number | null; basis: Basis | null }

/**
 * Signed, of how many: of the list closed for the plan, or of the rosters where these hold more, so that a share never
 * looks better than either says. Nobody listed anywhere, or no drive: no data, which is never 0.
 */
export function shareOf(signed: SignedShare | undefined, closed: Closed | undefined): Share {
  const listed = signed?.of ?? null
  const byPlan = closed !== undefined && (listed === null || closed.count > listed)
  const of = byPlan ? closed.count : listed
  const count = signed && listed !== null && of !== null ? signed.signed : null
  return { count, of, basis: of === null ? null : byPlan ? closedBasis(closed) : rosterBasis(signed) }
}

export const closedBasis = ({ asOf, source }: Closed): Basis => ({ from: 'plan', asOf, source, documentId: null })

function rosterBasis(signed: SignedShare | undefined): Basis | null {
  if (signed?.papers?.used) {
    const { asOf, source, documentId } = signed.papers
    return { from: 'papers', asOf, source, documentId }
  }
  return signed?.countedOn ? { from: 'lists', asOf: signed.countedOn, source: null, documentId: null } : null
}

/** By `area group`: how many are to sign, of the newest figure of each unit by the day. */
export async function signersOf(
  db: Db,
  areas: readonly string[],
  groups: readonly string[],
  on: PlainDate,
  publicOnly = false,
): Promise<ReadonlyMap<string, Closed>> {
  if (areas.length === 0 || groups.length === 0) return new Map()
  const found = await sql<Closed & { key: string }>`
    select ancestor_id || ' ' || measure as key, sum(value)::float8 as count, max(as_of) as "asOf",
      case when count(distinct source) = 1 then max(source) end as source
    from (
      select distinct on (ancestor_id, area_id, measure) ancestor_id, area_id, measure, value, as_of, source
      from area_coverage join area_denominator on area_id = unit_id
      where ancestor_id = any(${areas as string[]}::uuid[]) and measure = any(${groups as string[]}::text[]) and as_of <= ${on}::date
        and not (${publicOnly} and demo)
      order by ancestor_id, area_id, measure, as_of desc
    ) latest group by ancestor_id, measure`.execute(db)
  return new Map(found.rows.map(({ key, ...closed }) => [key, closed]))
}
