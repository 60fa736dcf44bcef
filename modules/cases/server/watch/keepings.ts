// What the keeper of the machine did with the files as a whole, and sessions in the database that are not the product's.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { keepingWorks, ListKeepings } from '../../contract.ts'
import { insideWatch } from '../sealing/watching.ts'

type Work = (typeof keepingWorks)[number]

export const listKeepings = answers(ListKeepings, (context, { limit }) =>
  insideWatch(context.db, { readerId: context.person?.id ?? '', purpose: 'watch' }, async (inside) => {
    const works = await sql<{ id: string; work: string; by: string; begun_at: string; ended_at: string | null }>`
      select id, work, by, begun_at, ended_at from cases.keeping order by begun_at desc, id limit ${limit}`.execute(
      inside,
    )
    const sessions = await sql<{
      id: string
      role: string
      application: string
      address: string
      first_seen: string
      last_seen: string
    }>`
      select id, role, application, address, first_seen, last_seen from cases.foreign_session
      order by last_seen desc, id limit ${limit}`.execute(inside)
    return {
      works: works.rows.map(({ begun_at, ended_at, work, ...row }) => ({
        ...row,
        work: (keepingWorks as readonly string[]).includes(work) ? (work as Work) : 'other',
        begunAt: begun_at,
        endedAt: ended_at,
      })),
      sessions: sessions.rows.map(({ first_seen, last_seen, ...row }) => ({
        ...row,
        firstSeen: first_seen,
        lastSeen: last_seen,
      })),
    }
  }),
)
