// A stack that was read, in the demonstration: two signatures to be confirmed, an empty box, a cat. For screens and dialogs.

import { type Kysely, sql } from 'kysely'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import { codeFor } from '../../modules/commitments/server/public.ts'
import { demoId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { cat } from './paper-pictures.ts'

/** The id of the reading. */
export async function queueOfPaper(db: Kysely<DB>, communeId: string): Promise<string> {
  const readingId = uuidv7()
  const driveId = demoId('drive:2024')
  const picture = async (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#fbfbf7' } })
      .jpeg()
      .toBuffer()
  const [image, cut, pet] = await Promise.all([picture(850, 1200), picture(656, 320), cat()])
  await sql`
    insert into paper_reading (commune_id, id, drive_id, state, pages_done, pages_total, started_by, finished_at)
    values (${communeId}, ${readingId}, ${driveId}, 'done', 4, 4, ${personId('huyen')}, now())`.execute(db)
  const entries = await sql<{ id: string }>`
    select id from roster_entry entry where commune_id = ${communeId} and group_id = 'household-heads' and hamlet_id is null
      and ended_on is null and not exists (select 1 from commitment_promise where entry_id = entry.id)
    order by number limit 3`.execute(db)
  for (const [position, entry] of [...entries.rows, undefined].entries()) {
    const sheetId = uuidv7()
    await sql`insert into paper_original (commune_id, reading_id, position, name, size, pages)
      values (${communeId}, ${readingId}, ${position}, ${entry ? `to-${position + 1}.jpg` : 'meo.jpg'}, 1, 1)`.execute(
      db,
    )
    if (entry)
      await sql`
        insert into paper_sheet (commune_id, id, drive_id, entry_id, group_id, text_number, code, printed_by)
        values (${communeId}, ${sheetId}, ${driveId}, ${entry.id}, 'household-heads', 1, ${codeFor(sheetId)}, ${personId('huyen')})`.execute(
        db,
      )
    await sql`
      insert into paper_page (commune_id, id, reading_id, position, number, state, doubt, reason, sheet_commune_id, sheet_id, marks, image, cut)
      values (${communeId}, ${uuidv7()}, ${readingId}, ${position}, 1, ${entry ? 'queued' : 'unread'},
        ${position === 2 ? 'box_empty' : null}, ${entry ? null : 'no_qr'}, ${entry ? communeId : null}, ${entry ? sheetId : null}, 4,
        ${entry ? image : pet}, ${entry ? cut : null})`.execute(db)
  }
  return readingId
}
