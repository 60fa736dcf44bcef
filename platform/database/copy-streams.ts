// COPY as streams over a connection of `pg`: rows out of the database and into it, as many as there are, in little memory.

import { Readable, Writable } from 'node:stream'
import type pg from 'pg'
import { SteadySocket } from './steady-socket.ts'

const noBytes = Buffer.alloc(0)

/** The connection as `pg` hands it to whatever is submitted to a client; its own queries use the same calls. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}
type CommandComplete = { text: string }
type Listener = (bytes: Buffer) => void

const rowsOf = ({ text }: CommandComplete): number => Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0)

/** A message of the server: a letter, how long the rest is (four bytes that count themselves), the rest. */
const headBytes = 5
const copyData = 0x64
const enough = 128 * 1024

/**
 * `COPY … TO STDOUT`: what the server sends, in pieces of whole rows; while nobody reads, the server waits. Each row is a message of
 * its own, and the driver takes twice as long to take them apart as to receive them: here only their heads are looked at, and
 * whatever is no row is left to the driver.
 */
export class CopyOut extends Readable {
  rows = 0
  /** Whether the server has said all; before that the connection can be asked nothing else. */
  over = false
  readonly #statement: string
  readonly #memory: (bytes: number) => Buffer<ArrayBuffer>
  #wire: Wire | undefined
  #driver: Listener[] = []
  #piece: Buffer = noBytes
  #filled = 0
  /** What is still to come of the message that is being read, and whether it is a row. */
  #left = 0
  #isRow = false
  /** A head of which a part came at the end of a packet. */
  #head: Buffer = noBytes

  /** `memory` is asked for each piece, and gives at least so many bytes. */
  constructor(statement: string, memory = (bytes: number) => Buffer.allocUnsafeSlow(Math.max(bytes, enough))) {
    // As objects, so that a reader gets each piece as it is and not several of them joined.
    super({ objectMode: true, highWaterMark: 2 })
    this.#statement = statement
    this.#memory = memory
  }
  submit(wire: pg.Connection) {
    this.#wire = wire as Wire
    const { stream } = wire
    this.#driver = stream.listeners('data') as Listener[]
    if (stream instanceof SteadySocket) stream.receive = this.#receive
    else stream.removeAllListeners('data').on('data', this.#receive)
    wire.query(this.#statement)
  }
  #receive = (packet: Buffer) => {
    const bytes = this.#head.length > 0 ? Buffer.concat([this.#head, packet]) : packet
    this.#head = noBytes
    for (let at = 0; at < bytes.length; ) {
      if (this.over) return this.#leave(bytes.subarray(at))
      if (this.#left > 0) at += this.#goOn(bytes, at)
      else if (bytes.length - at < headBytes) {
        this.#head = Buffer.from(bytes.subarray(at))
        return
      } else {
        this.#isRow = bytes[at] === copyData
        this.#left = 1 + bytes.readUInt32BE(at + 1)
        if (!this.#isRow) continue
        at += headBytes
        this.#left -= headBytes
        this.#makeRoom()
      }
    }
  }
  /** As much of the message as is here. */
  #goOn(bytes: Buffer, at: number): number {
    const length = Math.min(this.#left, bytes.length - at)
    this.#left -= length
    if (!this.#isRow) this.#leave(bytes.subarray(at, at + length))
    else this.#filled += bytes.copy(this.#piece, this.#filled, at, at + length)
    return length
  }
  #leave(bytes: Buffer) {
    const copy = Buffer.from(bytes)
    for (const listener of this.#driver) listener.call(this.#wire?.stream, copy)
  }
  #makeRoom() {
    if (this.#filled + this.#left <= this.#piece.length) return
    this.#handOn()
    this.#piece = this.#memory(this.#left)
  }
  #handOn() {
    if (this.#filled > 0 && !this.push(this.#piece.subarray(0, this.#filled))) this.#wire?.stream.pause()
    this.#piece = noBytes
    this.#filled = 0
  }
  handleCommandComplete(said: CommandComplete) {
    this.rows = rowsOf(said)
  }
  handleReadyForQuery() {
    this.#handOn()
    this.push(null)
    this.#letGo()
  }
  handleError(fault: Error) {
    this.#letGo()
    this.destroy(fault)
  }
  /** After its end nobody reads this stream again, and the answer to the next statement comes over the same connection. */
  #letGo() {
    this.over = true
    const stream = this.#wire?.stream
    if (stream instanceof SteadySocket) stream.receive = stream.toDriver
    else {
      stream?.off('data', this.#receive)
      for (const listener of this.#driver) stream?.on('data', listener)
    }
    stream?.resume()
  }
  override _read() {
    this.#wire?.stream.resume()
  }
  override _destroy(fault: Error | null, done: (fault?: Error | null) => void) {
    // Nobody wants the rest, which may be gigabytes: the connection ends with it.
    if (this.#wire && !this.over) this.#wire.stream.destroy()
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
