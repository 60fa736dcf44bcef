// What other modules' servers may ask of the obstacles: those that wait for an answer of somebody's posts.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { knownObstacles, obstacleRows, type Row } from './known.ts'

export type AskedObstacle = Row

/** Unanswered obstacles that were asked of these posts, the one wanted soonest first. */
export async function askedOf(
  db: Db,
  asked: { programmeId: string; posts: readonly string[]; reads: Scope; on: PlainDate; language?: 'vi' | 'en' },
): Promise<AskedObstacle[]> {
  if (asked.posts.length === 0) return []
  const found = await sql<{ id: string }>`
    select known.id from ${knownObstacles(asked.on, sql<boolean>`obstacle.programme_id = ${asked.programmeId} and ${within(asked.reads, sql.ref('obstacle.area_id'))}`)}
    where known.asked_id = any(${asked.posts as string[]}::uuid[]) and known.state = 'waiting'
    order by known.wanted_by nulls last, known.raised_on limit 100`.execute(db)
  return obstacleRows(
    db,
    found.rows.map((row) => row.id),
    asked.on,
    asked.language ?? 'vi',
  )
}
