// What is on its way, over many communes at once: it holds nothing of a person, and what was decided is not in it.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import type { Db } from '../../../platform/server/slice.ts'

export const overAllThatWaits = <T>(db: Db, work: (inside: Db) => Promise<T>): Promise<T> =>
  (db as Kysely<DB>).transaction().execute(async (inside) => {
    await sql`select set_config('cases.purpose', 'waiting', true)`.execute(inside)
    return work(inside)
  })
