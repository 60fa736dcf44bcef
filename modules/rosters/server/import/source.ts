// Where the bytes of an import lie: a file of the machine, or the pieces that were uploaded. Read in slices, never whole.

import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'

export type Source = {
  size: number
  /** The bytes from `from` up to `to`, fewer at the end of the file. */
  read(from: number, to: number): Promise<Buffer>
  close(): Promise<void>
}

const slice = 64 * 1024

/** The bytes in order; between two slices the process can answer others. */
export async function* streamOf(source: Source, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += slice) {
    yield await source.read(at, Math.min(at + slice, to))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

export async function fileSource(place: string): Promise<Source> {
  const file = await open(place)
  const { size } = await file.stat()
  return {
    size,
    read: async (from, to) => {
      const wanted = Math.max(0, Math.min(to, size) - from)
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, from)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

export const bytesSource = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: async (from, to) => Buffer.from(bytes.subarray(from, to)),
  close: async () => undefined,
})

/** The uploaded pieces, one of which is kept at a time; undefined where one is missing. */
export async function uploadedSource(db: Db, importId: string): Promise<Source | undefined> {
  const { rows } = await sql<{ position: number; length: number; pieces: number | null }>`
    select part.position, length(part.content) as length, one.pieces
    from roster_import_part part join roster_import one on one.id = part.import_id
    where part.import_id = ${importId} and part.kind = 'file' order by part.position`.execute(db)
  const [first] = rows
  if (!first || rows.some(({ position }, index) => position !== index)) return undefined
  if (first.pieces !== null && first.pieces !== rows.length) return undefined
  const begins: number[] = []
  let size = 0
  for (const { length } of rows) {
    begins.push(size)
    size += length
  }
  let kept: { position: number; content: Buffer } | undefined
  const piece = async (position: number): Promise<Buffer> => {
    if (kept?.position === position) return kept.content
    const found = await sql<{ content: Buffer }>`
      select content from roster_import_part
      where import_id = ${importId} and kind = 'file' and position = ${position}`.execute(db)
    kept = { position, content: found.rows[0]?.content ?? Buffer.alloc(0) }
    return kept.content
  }
  const read = async (from: number, to: number): Promise<Buffer> => {
    const parts: Buffer[] = []
    for (let at = from; at < Math.min(to, size); ) {
      const position = begins.findLastIndex((begin) => begin <= at)
      const begin = begins[position] as number
      const content = await piece(position)
      parts.push(content.subarray(at - begin, Math.min(to, size) - begin))
      at = begin + content.length
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
  }
  return { size, read, close: async () => undefined }
}
