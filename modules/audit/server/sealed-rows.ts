// How a row of the audit becomes the entry that is hashed: the one place that decides what the seal covers.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import type { Head, LogEntry, SealedEntry } from '../verify-export.mjs'

type Row = {
  id: string
  at: string
  person_id: string
  acting_for_id: string | null
  operation: string
  subject: string
  area_id: string | null
  command_id: string | null
  before: unknown
  after: unknown
}
type SealedRow = Row & { position: number; previous: string; hash: string }

/** Microseconds are written out, so that the text does not depend on who reads it. */
export const isoInstant = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const columns = sql`id, ${isoInstant('at')} as at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after`

export const logEntry = (row: Row, position: number): LogEntry => ({
  id: row.id,
  position,
  at: row.at,
  person: row.person_id,
  actingFor: row.acting_for_id,
  operation: row.operation,
  subject: row.subject,
  area: row.area_id,
  command: row.command_id,
  before: row.before,
  after: row.after,
})

/** The oldest committed entries that are not sealed yet, in the order in which they were written: it lies in their ids. */
export async function unsealedRows(db: Db, limit: number): Promise<Row[]> {
  const found = await sql<Row>`
    select ${columns} from audit_unsealed order by id limit ${limit}`.execute(db)
  return found.rows
}

/** Sealed entries after a position, in the order of the chain, `size` at a time. */
export async function* sealedEntries(
  db: Db,
  range: { after: number; until?: number; size?: number },
): AsyncGenerator<SealedEntry[]> {
  const { until = Number.MAX_SAFE_INTEGER, size = 5_000 } = range
  for (let after = range.after; ; ) {
    const found = await sql<SealedRow>`
      select ${columns}, position, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash
      from audit_sealed where position > ${after} and position <= ${until} order by position limit ${size}`.execute(db)
    if (found.rows.length === 0) return
    yield found.rows.map((row) => ({ entry: logEntry(row, row.position), previous: row.previous, hash: row.hash }))
    after = found.rows.at(-1)!.position
  }
}

/** The signed heads, in the order of their days. */
export async function signedHeads(db: Db): Promise<Head[]> {
  const found = await sql<Head>`
    select day, position, encode(hash, 'hex') as hash, previous_day as "previousDay", ${isoInstant('signed_at')} as "signedAt",
      public_key as "publicKey", encode(signature, 'base64') as signature
    from audit_head order by day`.execute(db)
  return found.rows.map((head) => ({ ...head, signature: head.signature.replaceAll('\n', '') }))
}

/** The end of the chain as the table has it. */
export async function chainEnd(db: Db): Promise<{ position: number; hash: string } | undefined> {
  const found = await sql<{ position: number; hash: string }>`
    select position, encode(hash, 'hex') as hash from audit_sealed order by position desc limit 1`.execute(db)
  return found.rows[0]
}
