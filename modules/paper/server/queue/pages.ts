// The pages that somebody decides on: locked, with the sheet that each is of.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { SigningCall } from '../../../commitments/server/public.ts'

type Named = { communeId: string; pageIds: readonly string[] }

/** Every place that the pages belong to, for the door; undefined when one of them is not there. */
export async function areasOfPages({ db }: { db: Db }, { communeId, pageIds }: Named): Promise<string[] | undefined> {
  const { rows } = await sql<{ area_id: string }>`
    select coalesce(hamlet_id, commune_id) as area_id from paper_page
    where commune_id = ${communeId} and id = any(${pageIds as string[]}::uuid[]) and sheet_id is not null`.execute(db)
  return rows.length < new Set(pageIds).size ? undefined : rows.map((row) => row.area_id)
}

export type DecidedPage = {
  id: string
  state: string
  doubt: string | null
  drive_id: string
  sheet_commune_id: string
  sheet_id: string
  entry_id: string
  text_number: number
  hamlet_id: string | null
  /** The hamlet of the sheet is no more: the commune that has it now decides. */
  hamlet_ended: boolean
}

export async function lockedPages(db: Db, { communeId, pageIds }: Named, today: string): Promise<DecidedPage[]> {
  const { rows } = await sql<DecidedPage>`
    select page.id, page.state, page.doubt, sheet.drive_id, sheet.commune_id as sheet_commune_id, sheet.id as sheet_id, sheet.entry_id,
      sheet.text_number, sheet.hamlet_id, coalesce(hamlet.valid_to <= ${today}::date, false) as hamlet_ended
    from paper_page page
    join paper_sheet sheet on sheet.commune_id = page.sheet_commune_id and sheet.id = page.sheet_id
    left join area_unit hamlet on hamlet.id = sheet.hamlet_id
    where page.commune_id = ${communeId} and page.id = any(${pageIds as string[]}::uuid[])
    order by page.id for update of page`.execute(db)
  if (rows.length < new Set(pageIds).size) throw refuse(platformRefusals.not_found)
  return rows
}

type Signed = Pick<
  DecidedPage,
  'drive_id' | 'sheet_commune_id' | 'sheet_id' | 'entry_id' | 'text_number' | 'hamlet_id' | 'hamlet_ended'
>

/** The signature of a sheet as it goes through the one door for signatures. The sheet's id becomes the promise's. */
export const callFor = (page: Signed, personId: string, signedAt: string, fileId?: string): SigningCall => ({
  driveId: page.drive_id,
  communeId: page.sheet_commune_id,
  hamletId: page.hamlet_id,
  personId,
  ...(page.hamlet_ended ? { heldFor: 'hamlet_merged' as const } : {}),
  signatures: [
    {
      id: page.sheet_id,
      entryId: page.entry_id,
      textNumber: page.text_number,
      way: 'paper',
      signedAt,
      witness: '',
      ...(fileId ? { fileId } : {}),
    },
  ],
})
