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
