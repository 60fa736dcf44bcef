// Reads the sealed chain by COPY, in its order and part by part: the leanest form in which the database gives it out.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import { onOneConnection } from '../../../../platform/database/copying.ts'
import { columns } from './rows.ts'

/** How much is read at once: positions by one statement, and bytes that become a part. */
export type Portions = { positions: number; bytes: number }
/** Short enough that no statement runs for long, nor keeps the database from tidying up. */
const usual: Portions = { positions: 20_000, bytes: 2 * 1024 * 1024 }
const furthest = 2n ** 63n - 1n

/**
 * A range of positions at a time, until there are no more: `take` is given whole rows, some megabytes each, and its answers
 * are what comes of the range. By positions and not by number of rows, so that two of one position are never parted.
 */
export async function* sealedRanges<T>(
  db: Kysely<DB>,
  take: (part: Uint8Array<ArrayBuffer>) => Promise<T>,
  { positions, bytes }: Portions = usual,
): AsyncGenerator<T[]> {
  for (let first = await nextPosition(db); first !== undefined; ) {
    const after = first + BigInt(positions)
    yield await copyRange(db, `position >= ${first} and position < ${after}`, bytes, take)
    first = after > furthest ? undefined : await nextPosition(db, after)
  }
}

async function nextPosition(db: Kysely<DB>, from?: bigint): Promise<bigint | undefined> {
  const found = await sql<{ position: string | null }>`
    select min(position)::text as position from audit_sealed
    where position >= coalesce(${from?.toString() ?? null}::bigint, -9223372036854775808)`.execute(db)
  const position = found.rows[0]?.position
  return position ? BigInt(position) : undefined
}

async function copyRange<T>(
  db: Kysely<DB>,
  range: string,
  partBytes: number,
  take: (part: Uint8Array<ArrayBuffer>) => Promise<T>,
): Promise<T[]> {
  return onOneConnection(db, async ({ copyOut }) => {
    const taken: T[] = []
    let pieces: Uint8Array[] = []
    let bytes = 0
    const hand = async () => {
      if (bytes > 0) taken.push(await take(joined(pieces, bytes)))
      pieces = []
      bytes = 0
    }
    const rows = copyOut(
      `copy (select ${columns} from audit_sealed where ${range} order by position) to stdout (format binary)`,
    )
    // Each piece holds whole rows.
    for await (const piece of rows as AsyncIterable<Uint8Array>) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes >= partBytes) await hand()
    }
    await hand()
    return taken
  })
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
