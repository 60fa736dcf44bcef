// Several changes as one statement: either all of it happens or nothing, in one way to the database and back.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from './slice.ts'

/** One change (`insert`, `update`, `delete`) under a name, by which the others of the statement can refer to what it returns. */
export type Write = { name: string; change: RawBuilder<unknown> }

export async function writeAtOnce(db: Db, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const parts = writes.map(({ name, change }) => sql`${sql.raw(name)} as (${change})`)
  await sql`/* plan once */ with ${sql.join(parts)} select 1`.execute(db)
}

/** An array as PostgreSQL reads it, of ids, days, numbers: values in which nothing needs quotes. */
export const plainArray = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`
