// Reads the sealed chain by COPY, in its order and part by part: the leanest form in which the database gives it out.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import { onOneConnection } from '../../../../platform/database/copying.ts'
import { columns } from './rows.ts'

/** How much is read at once: positions by one statement, and bytes that become a part. */
export type Portions = { positions: number; bytes: number }
type Taker<T> = {
  take(part: Uint8Array<ArrayBuffer>): Promise<T>
  /** For a part, so many bytes or more, that nobody else uses until it was taken. */
  memory(bytes: number): Buffer<ArrayBuffer>
}
/** Short enough that no statement runs for long, nor keeps the database from tidying up. */
const usual: Portions = { positions: 20_000, bytes: 2 * 1024 * 1024 }
const furthest = 2n ** 63n - 1n

/**
 * A range of positions at a time, until there are no more: `take` is given whole rows, some megabytes each, and its answers
 * are what comes of the range. By positions and not by number of rows, so that two of one position are never parted.
 */
export async function* sealedRanges<T>(
  db: Kysely<DB>,
  { take, memory }: Taker<T>,
  { positions, bytes }: Portions = usual,
): AsyncGenerator<T[]> {
  for (let first = await nextPosition(db); first !== undefined; ) {
    const after = first + BigInt(positions)
    yield await copyRange(db, `position >= ${first} and position < ${after}`, {
      take,
      memory: (atLeast) => memory(Math.max(atLeast, bytes)),
    })
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

async function copyRange<T>(db: Kysely<DB>, range: string, { take, memory }: Taker<T>): Promise<T[]> {
  return onOneConnection(db, async ({ copyOut }) => {
    const taken: T[] = []
    const rows = copyOut(
      `copy (select ${columns} from audit_sealed where ${range} order by position) to stdout (format binary)`,
      memory,
    )
    // Each piece holds whole rows, in memory of its own.
    for await (const piece of rows as AsyncIterable<Uint8Array<ArrayBuffer>>) taken.push(await take(piece))
    return taken
  })
}
