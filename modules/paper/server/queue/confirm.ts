// Confirms signatures: the picture of the sheet becomes a file, the promise names it as its evidence, and goes through the
// one door for signatures. What that door holds is held; what it refuses stays in the queue with its reason.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { type SigningResult, shownCode } from '../../../commitments/contract.ts'
import { signMany } from '../../../commitments/server/public.ts'
import { dropFile, keepFile } from '../../../documents/server/public.ts'
import { ConfirmPages, paperRefusals } from '../../contract.ts'
import { areasOfPages, callFor, type DecidedPage, lockedPages } from './pages.ts'

type Kept = DecidedPage & { file_id: string }

export const confirmPages: Handler = carriesOut(
  ConfirmPages,
  async ({ db, person, now, today }, { communeId, pageIds, signedOn }) => {
    const pages = await lockedPages(db, { communeId, pageIds }, today)
    if (pages.some(({ state }) => state !== 'queued' && state !== 'aside')) throw refuse(paperRefusals.decided_already)
    if (pages.some(({ doubt }) => doubt === 'box_empty' || doubt === 'one_dot'))
      throw refuse(paperRefusals.no_signature)
    const kept: Kept[] = []
    for (const page of pages) kept.push({ ...page, file_id: await keepSheet(db, communeId, page, person.id) })
    const signedAt = `${signedOn}T12:00:00+07:00`
    const results = await signMany(
      db,
      today,
      kept.map((page) => callFor(page, person.id, signedAt, page.file_id)),
    )
    const outcomes = kept.map((page, index) => ({ page, result: results[index]?.[0] as SigningResult }))
    for (const { page, result } of outcomes) await settle(db, communeId, page, result, person.id, now)
    return {
      answer: { results: outcomes.map(({ page, result }) => ({ ...result, id: page.id })) },
      audit: {
        subject: `commitment-drive:${pages[0]?.drive_id}`,
        after: { signedOn, signed: outcomes.map(({ page, result }) => [page.sheet_id, result.outcome, result.reason]) },
      },
    }
  },
  areasOfPages,
)

async function keepSheet(db: Db, communeId: string, page: DecidedPage, personId: string): Promise<string> {
  const { rows } = await sql<{ image: Buffer; code: string }>`
    select page.image, sheet.code from paper_page page
    join paper_sheet sheet on sheet.commune_id = page.sheet_commune_id and sheet.id = page.sheet_id
    where page.commune_id = ${communeId} and page.id = ${page.id}`.execute(db)
  const { image, code } = rows[0] as { image: Buffer; code: string }
  const { id } = await keepFile(db, {
    areaId: page.hamlet_id ?? page.sheet_commune_id,
    name: `phieu-${shownCode(code)}.jpg`,
    mediaType: 'image/jpeg',
    content: image,
    personId,
  })
  return id
}

async function settle(
  db: Db,
  communeId: string,
  page: Kept,
  { outcome, reason }: SigningResult,
  personId: string,
  now: Date,
): Promise<void> {
  if (outcome === 'refused') {
    await dropFile(db, page.file_id)
    return
  }
  await sql`
    update paper_page set state = ${outcome === 'held' ? 'held' : 'recorded'}, reason = ${reason ?? null}, image = null,
      file_id = ${page.file_id}, decided_at = ${now}, decided_by = ${personId}
    where commune_id = ${communeId} and id = ${page.id}`.execute(db)
  await sql`update paper_sheet set spent_at = ${now}
    where commune_id = ${page.sheet_commune_id} and id = ${page.sheet_id}`.execute(db)
}
