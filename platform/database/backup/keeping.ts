// What is done to the sealed tables as a whole is written down first, where whoever watches over them sees it.

import type pg from 'pg'

/** Undefined in a database that has no such tables yet, or keeps no such entries. */
export async function beginKeeping(client: pg.Client, work: string, by: string): Promise<string | undefined> {
  const known = await client.query<{ known: boolean }>(
    `select to_regprocedure('cases.begin_keeping(text, text)') is not null as known`,
  )
  if (!known.rows[0]?.known) return undefined
  const begun = await client.query<{ entry: string }>('select cases.begin_keeping($1, $2) as entry', [work, by])
  return begun.rows[0]?.entry
}

/** A connection that broke meanwhile leaves the entry without an end, which says as much. */
export async function endKeeping(client: pg.Client, entry: string | undefined): Promise<void> {
  if (entry === undefined) return
  // What failed before may have left its transaction behind.
  await client.query('rollback').catch(() => undefined)
  await client.query('select cases.end_keeping($1)', [entry]).catch(() => undefined)
}
