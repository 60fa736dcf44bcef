// A file goes into the database and comes out of it here, for every module that keeps one.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../platform/server/slice.ts'

export type KeptFile = { areaId: string; name: string; mediaType: string; content: Uint8Array; personId: string }

/** Keeps the bytes as they are; whoever calls has judged name and kind. */
export async function keepFile(db: Db, file: KeptFile): Promise<{ id: string; sha256: Buffer }> {
  const id = uuidv7()
  const sha256 = createHash('sha256').update(file.content).digest()
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by)
    values (${id}, ${file.areaId}, ${sha256}, ${file.name}, ${file.mediaType}, ${file.content.length},
      ${Buffer.from(file.content)}, ${file.personId})`.execute(db)
  return { id, sha256 }
}

/** Takes back a file of this very transaction that nothing names. */
export async function dropFile(db: Db, id: string): Promise<void> {
  await sql`delete from file where id = ${id}`.execute(db)
}
