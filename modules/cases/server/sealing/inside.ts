// The way into the files of persons: for one piece of work, in one transaction, as the role of the files, with reader, purpose
// and commune said. Without them every table is empty (db/migrations/0034_person_files.sql, 0040_work_list.sql).

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

export type Way = {
  communeId: string
  readerId: string
  /** Why: one of the purposes of the contract, or the name of the work that lists need (`list`, `search`, `record`). */
  purpose: string
  /** Only the files on whose team one of these is. */
  team?: readonly string[]
  /**
   * The statements of this work begin with `plan once`: each keeps the plan it has on this connection, whatever is asked. They ask for a
   * page, or count so far: what fits is read in its order, never gathered as a whole first.
   */
  plannedOnce?: boolean
}

/** The work sees the files of this commune and nothing else of the database; afterwards the transaction is as it was. */
export async function insideFiles<T>(db: Db, way: Way, work: (files: Db) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute((begun) => insideFiles(begun, way, work))
  const before = await sql<{ role: string }>`select current_setting('role') as role`.execute(db)
  await enter(db, { role: 'binhyen_files', ...way })
  const done = await work(db)
  await enter(db, { role: before.rows[0]?.role ?? 'none', communeId: '', readerId: '', purpose: '' })
  return done
}

const enter = (
  db: Db,
  { role, communeId, readerId, purpose, team = [], plannedOnce = false }: Way & { role: string },
) =>
  sql`/* plan once */ select set_config('cases.commune', ${communeId}, true), set_config('cases.reader', ${readerId}, true),
    set_config('cases.purpose', ${purpose}, true), set_config('cases.team', ${team.join(',')}, true),
    set_config('plan_cache_mode', ${plannedOnce ? 'force_generic_plan' : 'auto'}, true),
    set_config('enable_bitmapscan', ${plannedOnce ? 'off' : 'on'}, true), set_config('role', ${role}, true)
    ${team.length > 0 ? sql`, cases.look_up_team()` : sql``}`.execute(db)
