// The pieces of an import that were uploaded, read as one file.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Source } from '../../../../platform/server/spreadsheet/source.ts'

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
