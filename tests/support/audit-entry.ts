// What the audit holds of the last change by an operation, as stored.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'

export type Told = { before: Record<string, unknown>; after: Record<string, unknown> }

export async function lastTold(db: Db, operation: string): Promise<Told> {
  const found = await sql<Told>`
    select before, after from audit_entry where operation = ${operation} order by at desc, id desc limit 1`.execute(db)
  const entry = found.rows[0]
  if (!entry) throw new Error(`The audit has no entry of ${operation}`)
  return entry
}
