// Writes a zip as a stream: each entry is packed as it is made, its sizes stand behind it, the directory comes last.

import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipContent = { name: string; content: AsyncIterable<Buffer> | Iterable<Buffer> }
type Written = { name: Buffer; crc: number; packed: number; size: number; at: number }

/** Sizes behind the entry, names in UTF-8. */
const flags = 0x0808
const deflated = 8
/** 01/01/1980: a zip has no other way of saying "no time". */
const noDay = 0x0021

export async function* zipped(entries: AsyncIterable<ZipContent> | Iterable<ZipContent>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    const head = headOf(entry)
    yield head
    for await (const bytes of packed(content, entry)) {
      entry.packed += bytes.length
      yield bytes
    }
    yield tailOf(entry)
    at += head.length + entry.packed + 16
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryOf))
  yield directory
  yield endOf(written.length, directory.length, at)
}

function packed(content: ZipContent['content'], entry: Written): AsyncIterable<Buffer> {
  const counted = async function* () {
    for await (const bytes of content) {
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      yield bytes
    }
  }
  const deflate = createDeflateRaw({ level: 2, chunkSize: 64 * 1024 })
  // What goes wrong is heard by whoever reads the end of it.
  pipeline(Readable.from(counted()), deflate, () => undefined)
  return deflate as AsyncIterable<Buffer>
}

function headOf({ name }: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt16LE(noDay, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function tailOf({ crc, packed: length, size }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(length, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryOf({ name, crc, packed: length, size, at }: Written): Buffer {
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(20, 4)
  line.writeUInt16LE(20, 6)
  line.writeUInt16LE(flags, 8)
  line.writeUInt16LE(deflated, 10)
  line.writeUInt16LE(noDay, 14)
  line.writeUInt32LE(crc, 16)
  line.writeUInt32LE(length, 20)
  line.writeUInt32LE(size, 24)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt32LE(at, 42)
  return Buffer.concat([line, name])
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
