// COPY, the quickest way of rows into the database and out of it, on one connection that also carries ordinary statements.

import { once } from 'node:events'
import { Readable } from 'node:stream'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../db/schema.generated.ts'

/** One connection, held for a piece of work: statements through `db`, COPY through `copyIn` and `copyOut`. */
export type OneConnection = {
  db: Kysely<DB>
  /** `copy … from stdin` with what the chunks hold, in the text format; answers how many rows came in. */
  copyIn(statement: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number>
  /** `copy … to stdout` as a stream that waits for its reader. */
  copyOut(statement: string): Readable
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
  let broken = true
  try {
    const answer = await work({
      db: kyselyOver(client),
      copyIn: (statement, chunks) => copyIn(client, statement, chunks),
      copyOut: (statement) => copyOut(client, statement),
    })
    broken = false
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

/** What the driver tells whoever runs a statement; it has no types for COPY. */
type Wire = {
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
  stream: NodeJS.EventEmitter & { writableNeedDrain: boolean; pause(): void; resume(): void; destroyed: boolean }
}
type Message = { text?: string; chunk?: Buffer }

class Copying {
  wire: Wire | undefined
  rows = 0
  readonly opened = Promise.withResolvers<Wire>()
  readonly done = Promise.withResolvers<void>()
  readonly statement: string
  readonly onData: ((chunk: Buffer) => void) | undefined
  constructor(statement: string, onData?: (chunk: Buffer) => void) {
    this.statement = statement
    this.onData = onData
    // Both are awaited later, and may fail before that.
    this.opened.promise.catch(() => undefined)
    this.done.promise.catch(() => undefined)
  }
  submit(wire: Wire): void {
    this.wire = wire
    wire.query(this.statement)
  }
  handleCopyInResponse(wire: Wire): void {
    this.opened.resolve(wire)
  }
  handleCopyData({ chunk }: Message): void {
    if (chunk) this.onData?.(chunk)
  }
  handleCommandComplete({ text }: Message): void {
    this.rows = Number(/COPY (\d+)/.exec(text ?? '')?.[1] ?? 0)
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleReadyForQuery(): void {
    this.done.resolve()
  }
  handleError(fault: Error): void {
    this.opened.reject(fault)
    this.done.reject(fault)
  }
}

async function copyIn(
  client: pg.PoolClient,
  statement: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const copying = new Copying(statement)
  client.query(copying as unknown as pg.Submittable)
  const wire = await copying.opened.promise
  // The server says no in the middle of the rows: nobody waits for a socket that it no longer empties.
  const gaveUp = new AbortController()
  const stopped = copying.done.promise.then(
    () => gaveUp.abort(),
    () => gaveUp.abort(),
  )
  try {
    for await (const chunk of chunks) {
      if (gaveUp.signal.aborted) break
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain', gaveUp).catch(() => undefined)
    }
    if (!gaveUp.signal.aborted) wire.endCopyFrom()
  } catch (fault) {
    wire.sendCopyFail('the sender gave up')
    await stopped
    throw fault
  }
  await copying.done.promise
  return copying.rows
}

const pieceBytes = 64 * 1024

function copyOut(client: pg.PoolClient, statement: string): Readable {
  const stream = new Readable({
    highWaterMark: 1024 * 1024,
    read: () => copying.wire?.stream.resume(),
    destroy: (fault, done) => {
      copying.wire?.stream.resume()
      done(fault)
    },
  })
  // Each row comes as a message of its own, in memory that the driver uses again: they are gathered into larger pieces.
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = 0
  const hand = () => {
    if (filled > 0 && !stream.destroyed && !stream.push(piece.subarray(0, filled))) copying.wire?.stream.pause()
    piece = Buffer.allocUnsafe(pieceBytes)
    filled = 0
  }
  const copying = new Copying(statement, (row) => {
    if (filled + row.length > piece.length) hand()
    if (row.length > piece.length) stream.push(Buffer.from(row))
    else filled += row.copy(piece, filled)
  })
  copying.done.promise.then(
    () => {
      hand()
      stream.push(null)
    },
    (fault: Error) => stream.destroy(fault),
  )
  client.query(copying as unknown as pg.Submittable)
  return stream
}
