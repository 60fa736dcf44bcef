// Puts a page that was read where it belongs: matched to its sheet, judged, stored with its pictures, in one transaction.

import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Doubt, UnreadReason } from '../../contract.ts'
import { judgePage, type PageFacts } from '../../rules/judge-page.ts'
import { meaningOfQr } from '../sheet-code.ts'
import type { PageRead } from './read-page.ts'

export type PagePlace = {
  communeId: string
  readingId: string
  driveId: string
  hamletId: string | null
  position: number
  number: number
}
type Sheet = { commune_id: string; id: string; hamlet_id: string | null; same_drive: boolean; within: boolean }

export async function storePage(db: Kysely<DB>, place: PagePlace, read: PageRead): Promise<void> {
  await db.transaction().execute(async (inside) => {
    const { qr, code } = meaningOf(read)
    const sheet = code ? await sheetOf(inside, place, code) : undefined
    const earlier = sheet ? await earlierOf(inside, sheet) : []
    const judged = judgePage({
      qr,
      sheet: sheet && { sameDrive: sheet.same_drive, withinReach: sheet.within },
      earlier,
      ink: read.ink?.state,
      marks: read.marks,
    })
    if (sheet && judged.state === 'queued' && judged.replacesEarlier) await replaceEarlier(inside, sheet)
    // Whose a sheet of elsewhere is, is not told here.
    const known = judged.state === 'queued' || /already$/.test(judged.reason) ? sheet : undefined
    await insert(inside, place, {
      state: judged.state,
      doubt: judged.state === 'queued' ? judged.doubt : null,
      reason: judged.state === 'queued' ? null : judged.reason,
      sheet: known,
      read,
    })
  })
}

/** A whole file that could not be read, or a page of it. */
export const storeUnread = (db: Db, place: PagePlace, reason: UnreadReason): Promise<void> =>
  insert(db, place, { state: 'unread', doubt: null, reason, sheet: undefined, read: undefined })

function meaningOf({ qrText, foreign, several }: PageRead): { qr: PageFacts['qr']; code?: string } {
  if (several) return { qr: 'several' }
  if (qrText === undefined) return { qr: foreign ? 'foreign' : 'none' }
  const meaning = meaningOfQr(qrText)
  return typeof meaning === 'string' ? { qr: meaning } : { qr: 'ours', code: meaning.code }
}

/** Locked, so that the same sheet twice in one stack, or in two at once, is noticed. */
export async function sheetOf(
  db: Db,
  { communeId, driveId, hamletId }: PagePlace,
  code: string,
): Promise<Sheet | undefined> {
  const { rows } = await sql<Sheet>`
    select sheet.commune_id, sheet.id, sheet.hamlet_id, sheet.drive_id = ${driveId} as same_drive, exists (
      select 1 from area_coverage reach where reach.ancestor_id = ${hamletId ?? communeId}
        and reach.unit_id = coalesce(sheet.hamlet_id, sheet.commune_id)) as within
    from paper_sheet sheet where sheet.code = ${code} for update of sheet`.execute(db)
  return rows[0]
}

export async function earlierOf(db: Db, sheet: Sheet): Promise<PageFacts['earlier']> {
  const { rows } = await sql<PageFacts['earlier'][number]>`
    select state, doubt is not null as doubt from paper_page where sheet_commune_id = ${sheet.commune_id} and sheet_id = ${sheet.id}
      and state in ('queued', 'aside', 'recorded', 'held')`.execute(db)
  return rows
}

/** Doubtful pictures of the same sheet make room for this one. */
export async function replaceEarlier(db: Db, sheet: Sheet): Promise<void> {
  await sql`update paper_page set state = 'replaced' where sheet_commune_id = ${sheet.commune_id} and sheet_id = ${sheet.id}
    and state in ('queued', 'aside')`.execute(db)
}

type Stored = {
  state: 'queued' | 'unread'
  doubt: Doubt | null
  reason: UnreadReason | null
  sheet: Sheet | undefined
  read: PageRead | undefined
}

async function insert(db: Db, place: PagePlace, { state, doubt, reason, sheet, read }: Stored): Promise<void> {
  const { communeId, readingId, position, number } = place
  await sql`
    insert into paper_page (commune_id, id, reading_id, position, number, state, doubt, reason, sheet_commune_id, sheet_id, hamlet_id,
      marks, ink_area, image, cut)
    values (${communeId}, ${uuidv7()}, ${readingId}, ${position}, ${number}, ${state}, ${doubt}, ${reason}, ${sheet?.commune_id ?? null},
      ${sheet?.id ?? null}, ${sheet ? sheet.hamlet_id : place.hamletId}, ${read?.marks ?? 0}, ${read?.ink?.area ?? null},
      ${read ? Buffer.from(read.image) : null}, ${read?.cut ? Buffer.from(read.cut) : null})
    on conflict (commune_id, reading_id, position, number) do nothing`.execute(db)
}
