// Signatures read from paper that wait for a person, for whoever takes signatures there: how many, and where most of them lie.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import type { Context } from '../../../../platform/server/slice.ts'

type WaitingOnPaper = { count: number; driveId: string; communeId: string; place: string }

/** Nothing where nothing waits; at most `most` are counted. */
export async function waitingOnPaper(
  { db, scopeFor }: Pick<Context, 'db' | 'scopeFor'>,
  most: number,
): Promise<WaitingOnPaper | undefined> {
  const { rows } = await sql<WaitingOnPaper>`
    with counted as (
      select drive_id, commune_id, count(*) as here from (
        select reading.drive_id, page.commune_id
        from paper_page page join paper_reading reading on reading.commune_id = page.commune_id and reading.id = page.reading_id
        where page.state = 'queued' and ${within(scopeFor('commitments.sign'), sql`coalesce(page.hamlet_id, page.commune_id)`)}
        limit ${most}) page
      group by 1, 2
    )
    select (sum(here) over ())::int as count, drive_id as "driveId", commune_id as "communeId", unit.name as place
    from counted join area_unit unit on unit.id = commune_id order by here desc, drive_id, commune_id limit 1`.execute(
    db,
  )
  return rows[0]
}
