// COPY, the quickest way of rows into the database and out of it, on one connection that also carries ordinary statements.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../db/schema.generated.ts'
import { CopyIn, CopyOut } from './copy-streams.ts'

/** One connection, held for a piece of work: statements through `db`, COPY through `copyIn` and `copyOut`. */
export type OneConnection = {
  db: Kysely<DB>
  /** `copy … from stdin` with what the chunks hold, in the text format; answers how many rows came in. */
  copyIn(statement: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number>
  /** `copy … to stdout` as a stream that waits for its reader. */
  copyOut(statement: string, memory?: (bytes: number) => Buffer<ArrayBuffer>): Readable
}

const pools = new WeakMap<Kysely<DB>, pg.Pool>()
/** Told by whoever opens the database, so that work with COPY finds the connections. */
export function rememberPool(db: Kysely<DB>, pool: pg.Pool): void {
  pools.set(db, pool)
}

/** A connection that broke off in the middle is not given to anybody else. */
export async function onOneConnection<T>(db: Kysely<DB>, work: (one: OneConnection) => Promise<T>): Promise<T> {
  const pool = pools.get(db)
  if (!pool) throw new Error('COPY needs the database that the program opened, not a transaction')
  const client = await pool.connect()
  const read: CopyOut[] = []
  let broken = true
  try {
    const answer = await work({
      db: kyselyOver(client),
      copyIn: async (statement, chunks) => {
        const into = client.query(new CopyIn(statement))
        await pipeline(Readable.from(chunks, { objectMode: false }), into)
        return into.rows
      },
      copyOut: (statement, memory) => {
        const out = client.query(new CopyOut(statement, memory))
        read.push(out)
        return out
      },
    })
    broken = read.some(({ over }) => !over)
    return answer
  } finally {
    client.release(broken)
  }
}

function kyselyOver(client: pg.PoolClient): Kysely<DB> {
  const only = { query: client.query.bind(client), release: () => undefined }
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: async () => only, end: async () => undefined } as unknown as PostgresPool,
    }),
  })
}
