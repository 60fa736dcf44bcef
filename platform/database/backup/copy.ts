// COPY as streams over a connection of `pg`: rows out of the database and into it, as many as there are, in little memory.

import { Readable, Writable } from 'node:stream'
import pg from 'pg'

/** The connection as `pg` hands it to whatever is submitted to a client; its own queries use the same calls. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}
type CommandComplete = { text: string }

const rowsOf = ({ text }: CommandComplete): number => Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0)

const enough = 128 * 1024

/** `COPY … TO STDOUT`: what the server sends; while nobody reads, the server waits. */
export class CopyOut extends Readable {
  rows = 0
  #held: Buffer[] = []
  #heldBytes = 0
  #wire: Wire | undefined
  #over = false
  readonly #statement: string

  constructor(statement: string) {
    super()
    this.#statement = statement
  }
  submit(wire: pg.Connection) {
    this.#wire = wire as Wire
    wire.query(this.#statement)
  }
  handleCopyData({ chunk }: { chunk: Buffer }) {
    // The bytes lie in a buffer that the driver writes over with the next packet.
    this.#held.push(Buffer.from(chunk))
    this.#heldBytes += chunk.length
    if (this.#heldBytes >= enough) this.#handOn()
  }
  /** Row by row it would take ten times as long. */
  #handOn() {
    if (this.#heldBytes > 0 && !this.push(Buffer.concat(this.#held))) this.#wire?.stream.pause()
    this.#held = []
    this.#heldBytes = 0
  }
  handleCommandComplete(said: CommandComplete) {
    this.rows = rowsOf(said)
  }
  handleReadyForQuery() {
    this.#over = true
    this.#handOn()
    this.push(null)
    this.#letGo()
  }
  handleError(fault: Error) {
    this.#over = true
    this.destroy(fault)
    this.#letGo()
  }
  /** After its end nobody reads this stream again, and the answer to the next statement comes over the same connection. */
  #letGo() {
    this.#wire?.stream.resume()
  }
  override _read() {
    this.#wire?.stream.resume()
  }
  override _destroy(fault: Error | null, done: (fault?: Error | null) => void) {
    // Nobody wants the rest, which may be gigabytes: the connection ends with it.
    if (this.#wire && !this.#over) this.#wire.stream.destroy()
    done(fault)
  }
}

/** `COPY … FROM STDIN`: finished when the server has taken everything, and then `rows` says how many. */
export class CopyIn extends Writable {
  rows = 0
  #wire: Wire | undefined
  #over = false
  #wanted: (() => void) | undefined
  #finished: ((fault?: Error | null) => void) | undefined
  readonly #statement: string

  constructor(statement: string) {
    super()
    this.#statement = statement
  }
  submit(wire: pg.Connection) {
    wire.query(this.#statement)
  }
  handleCopyInResponse(wire: pg.Connection) {
    this.#wire = wire as Wire
    this.#wanted?.()
  }
  handleCommandComplete(said: CommandComplete) {
    this.rows = rowsOf(said)
  }
  handleReadyForQuery() {
    this.#over = true
    this.#finished?.()
  }
  handleError(fault: Error) {
    this.#over = true
    if (this.#finished) this.#finished(fault)
    else this.destroy(fault)
  }
  #whenAsked(send: (wire: Wire) => void) {
    if (this.#wire) send(this.#wire)
    else this.#wanted = () => this.#wire && send(this.#wire)
  }
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void) {
    this.#whenAsked((wire) => {
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) wire.stream.once('drain', done)
      else done()
    })
  }
  override _final(done: (fault?: Error | null) => void) {
    this.#finished = done
    this.#whenAsked((wire) => wire.endCopyFrom())
  }
  override _destroy(fault: Error | null, done: (fault?: Error | null) => void) {
    if (this.#wire && !this.#over) this.#wire.sendCopyFail('the file could not be read')
    done(fault)
  }
}

/** A connection for long work: no statement and no pause in it is cut short. */
export const longClient = (config: pg.ClientConfig): pg.Client =>
  new pg.Client({ ...config, idle_in_transaction_session_timeout: 0 })
