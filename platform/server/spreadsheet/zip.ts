// Reads a zip by its directory at the end: which entries there are, and one of them inflated as a stream, within a bound.

import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Source, streamOf } from './source.ts'
import { Unreadable } from './table.ts'

export type ZipEntry = { name: string; method: number; packed: number; at: number }

/** A sheet of a million rows unpacks to some hundred megabytes; more, or a hundred times its size, is a bomb. */
const mostUnpacked = 3 * 1024 ** 3
const mostTimes = 120
const looksAfter = 64 * 1024 * 1024

export async function zipEntries(source: Source): Promise<Map<string, ZipEntry>> {
  const { count, size, begin } = await directoryOf(source)
  // The directory of a workbook is a few kilobytes.
  if (size > 16 * 1024 * 1024 || begin + size > source.size) throw new Unreadable('broken_file')
  const directory = await source.read(begin, begin + size)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('broken_file')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    const nameEnd = at + 46 + (nameLength as number)
    const name = directory.toString('utf8', at + 46, nameEnd)
    const extra = directory.subarray(nameEnd, nameEnd + (extraLength as number))
    entries.set(name, { name, method: directory.readUInt16LE(at + 10), ...placeOf(directory, at, extra) })
    at = nameEnd + (extraLength as number) + (noteLength as number)
  }
  return entries
}

const all = 0xffffffff

/** Sizes beyond 4 GB stand in the extra field. */
function placeOf(directory: Buffer, at: number, extra: Buffer): { packed: number; at: number } {
  let [packed, place] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)]
  const unpacked = directory.readUInt32LE(at + 24)
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2)) {
    if (extra.readUInt16LE(from) !== 1) continue
    const numbers: number[] = []
    const end = Math.min(extra.length, from + 4 + extra.readUInt16LE(from + 2))
    for (let one = from + 4; one + 8 <= end; one += 8) numbers.push(Number(extra.readBigUInt64LE(one)))
    if (unpacked === all) numbers.shift()
    if (packed === all) packed = numbers.shift() ?? packed
    if (place === all) place = numbers.shift() ?? place
  }
  return { packed, at: place }
}

async function directoryOf(source: Source): Promise<{ count: number; size: number; begin: number }> {
  const from = Math.max(0, source.size - 65_557)
  const end = await source.read(from, source.size)
  const at = end.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (at === -1 || at + 22 > end.length) throw new Unreadable('broken_file')
  const short = { count: end.readUInt16LE(at + 10), size: end.readUInt32LE(at + 12), begin: end.readUInt32LE(at + 16) }
  if (short.begin !== all && short.count !== 0xffff) return short
  const locator = at - 20
  if (locator < 0 || end.readUInt32LE(locator) !== 0x07064b50) throw new Unreadable('broken_file')
  const place = Number(end.readBigUInt64LE(locator + 8))
  const long = await source.read(place, place + 56)
  if (long.length < 56 || long.readUInt32LE(0) !== 0x06064b50) throw new Unreadable('broken_file')
  return {
    count: Number(long.readBigUInt64LE(32)),
    size: Number(long.readBigUInt64LE(40)),
    begin: Number(long.readBigUInt64LE(48)),
  }
}

/** The unpacked bytes of an entry; stops with a refusal where they grow beyond every measure. */
export async function* unpacked(
  source: Source,
  entry: ZipEntry,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const head = await source.read(entry.at, entry.at + 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new Unreadable('broken_file')
  const begin = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  let packed = 0
  const packedBytes = async function* () {
    for await (const bytes of streamOf(source, begin, begin + entry.packed)) {
      packed += bytes.length
      onRead(bytes.length)
      yield bytes
    }
  }
  if (entry.method === 0) {
    yield* packedBytes()
    return
  }
  if (entry.method !== 8) throw new Unreadable('broken_file')
  let size = 0
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  // What goes wrong is heard by whoever reads the end of it.
  pipeline(Readable.from(packedBytes()), inflate, () => undefined)
  try {
    for await (const bytes of inflate as AsyncIterable<Buffer>) {
      size += bytes.length
      if (size > mostUnpacked || (size > looksAfter && size > Math.max(packed, 1) * mostTimes))
        throw new Unreadable('zip_bomb')
      yield bytes
    }
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable('broken_file')
  } finally {
    inflate.destroy()
  }
}
