// Work that passes by the policies of communes, as the keeper of the machine: it is written down before anything is seen.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'

type Keep = <T>(work: (inside: Db) => Promise<T>) => Promise<T>

/** `keep` does one piece in a transaction of its own; the entry stands from before the first until after the last. */
export async function keepingFiles<T>(
  db: Kysely<DB>,
  { work, by }: { work: 'rekey' | 'other'; by: string },
  all: (keep: Keep) => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ entry: string }>`select cases.begin_keeping(${work}, ${by}) as entry`.execute(db)
  const entry = rows[0]?.entry ?? ''
  try {
    return await all((piece) =>
      db.transaction().execute(async (inside) => {
        await sql`select set_config('cases.purpose', 'keep', true), set_config('cases.keeping', ${entry}, true)`.execute(
          inside,
        )
        return piece(inside)
      }),
    )
  } finally {
    await sql`select cases.end_keeping(${entry})`.execute(db)
  }
}

/** One piece within the transaction that is under way: the entry is written with it, or neither is. */
export async function keepingHere<T>(
  db: Db,
  { work, by }: { work: 'erase' | 'other'; by: string },
  piece: (inside: Db) => Promise<T>,
): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute((begun) => keepingHere(begun, { work, by }, piece))
  const { rows } = await sql<{ entry: string }>`select cases.begin_keeping(${work}, ${by}) as entry`.execute(db)
  const entry = rows[0]?.entry ?? ''
  const say = (purpose: string, of: string) =>
    sql`select set_config('cases.purpose', ${purpose}, true), set_config('cases.keeping', ${of}, true)`.execute(db)
  await say('keep', entry)
  const done = await piece(db)
  await say('', '')
  await sql`select cases.end_keeping(${entry})`.execute(db)
  return done
}
