// A page whose QR was not read joins the queue by the code that a person typed from it, or found by the name on it. Nothing was cut out of it, so whoever
// confirms looks at the whole sheet.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { plainCheckCode } from '../../../commitments/contract.ts'
import { MatchPage, matchedByHand, matchRefusals } from '../../contract.ts'
import { judgePage } from '../../rules/judge-page.ts'
import { earlierOf, type PagePlace, replaceEarlier, sheetOf } from '../read/store-page.ts'

type Named = { communeId: string; pageId: string }
type Unread = PagePlace & { state: string; reason: string | null; pictured: boolean }

export const matchPage: Handler = carriesOut(
  MatchPage,
  async ({ db, now, person }, { communeId, pageId, code: typed }) => {
    const page = await lockedPage(db, { communeId, pageId })
    if (!page) throw refuse(platformRefusals.not_found)
    if (page.state !== 'unread' || !page.pictured || !matchedByHand.includes(page.reason ?? ''))
      throw refuse(matchRefusals.matched_already)
    const code = plainCheckCode(typed)
    if (!code) throw refuse(matchRefusals.not_a_code, {}, 'code')
    const sheet = await sheetOf(db, page, code)
    const judged = judgePage({
      qr: 'ours',
      sheet: sheet && { sameDrive: sheet.same_drive, withinReach: sheet.within },
      earlier: sheet ? await earlierOf(db, sheet) : [],
      ink: undefined,
      marks: 0,
    })
    if (judged.state === 'unread' || !sheet)
      throw refuse(matchRefusals[judged.state === 'unread' ? (judged.reason as Why) : 'sheet_unknown'], {}, 'code')
    if (judged.replacesEarlier) await replaceEarlier(db, sheet)
    await sql`
      update paper_page set state = 'queued', doubt = ${judged.doubt}, reason = null, sheet_commune_id = ${sheet.commune_id},
        sheet_id = ${sheet.id}, hamlet_id = ${sheet.hamlet_id}, decided_at = ${now}, decided_by = ${person.id}
      where commune_id = ${communeId} and id = ${pageId}`.execute(db)
    return {
      answer: { id: pageId, name: await nameOf(db, sheet) },
      audit: { subject: `paper-page:${pageId}`, before: { reason: page.reason }, after: { sheet: sheet.id } },
    }
  },
  areaOfPage,
)
/** What `judgePage` can still say of a page whose code is known. */
type Why = Exclude<keyof typeof matchRefusals, 'not_a_code' | 'matched_already'>

export async function areaOfPage({ db }: { db: Db }, { communeId, pageId }: Named): Promise<string | undefined> {
  const { rows } = await sql<{ area_id: string }>`
    select coalesce(hamlet_id, commune_id) as area_id from paper_page
    where commune_id = ${communeId} and id = ${pageId}`.execute(db)
  return rows[0]?.area_id
}

async function lockedPage(db: Db, { communeId, pageId }: Named): Promise<Unread | undefined> {
  const { rows } = await sql<Unread>`
    select page.commune_id as "communeId", page.reading_id as "readingId", reading.drive_id as "driveId", reading.hamlet_id as "hamletId",
      page.position, page.number, page.state, page.reason, page.image is not null as pictured
    from paper_page page
    join paper_reading reading on reading.commune_id = page.commune_id and reading.id = page.reading_id
    where page.commune_id = ${communeId} and page.id = ${pageId} for update of page`.execute(db)
  return rows[0]
}

async function nameOf(db: Db, sheet: { commune_id: string; id: string }): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select entry.name from paper_sheet sheet
    join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
    where sheet.commune_id = ${sheet.commune_id} and sheet.id = ${sheet.id}`.execute(db)
  return rows[0]?.name ?? ''
}
