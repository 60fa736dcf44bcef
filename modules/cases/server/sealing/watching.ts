// The way of those who watch and those who count: every commune, and nothing that holds a person (db/migrations/0039_watch.sql).

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { insideFiles } from './inside.ts'

export const insideWatch = <T>(
  db: Db,
  { readerId, purpose }: { readerId: string; purpose: 'watch' | 'count' },
  work: (inside: Db) => Promise<T>,
): Promise<T> => insideFiles(db, { communeId: '', readerId, purpose }, work)

/** Communes that keep files. */
export async function communesWithFiles(inside: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select commune_id as id from cases.commune order by commune_id`.execute(
    inside,
  )
  return rows.map(({ id }) => id)
}
