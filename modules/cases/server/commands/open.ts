// Opens a file for a purpose, for so long; closes it again. That it was opened is on the record before anything is read.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { CloseOpening, caseRefusals, OpenFile, purposes, retentionRefusals } from '../../contract.ts'
import { inOpenedFile, sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn, wayOf } from '../reach.ts'
import { holdsIn } from '../retention/read.ts'
import { insideFiles } from '../sealing/inside.ts'
import { sealOpening } from '../sealing/openings.ts'
import { wordsKey } from '../sealing/statement.ts'
import { askAtOnce, openedNow, type ReaderNow, readerNow } from '../watch/opening-facts.ts'

const minutesOpen = 30

export const openFile = carriesOut(OpenFile, async (context, { communeId, fileId, id, purpose, ground }) => {
  const { now } = context
  const seen = await viewIn(context, communeId)
  const { for: serves, restricted }: { for: readonly string[]; restricted?: string } = purposes[purpose]
  if (!seen || !serves.includes(seen.view.permission)) throw refuse(caseRefusals.opens_for_others)
  const opensRestricted = restricted !== undefined && (await holdsIn(context, restricted, communeId))
  const until = new Date(now.getTime() + minutesOpen * 60_000).toISOString()
  const reader = await readerNow(context)
  const at = now.toISOString()
  const actingForId = await sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, wayOf(context, communeId, seen, purpose), async (files) => {
      await refuseRestricted(files, communeId, fileId, opensRestricted)
      const lender = await absentOf(files, { communeId, fileId }, reader.id, seen.standsInFor)
      await storeOpening(files, { communeId, fileId, id, purpose, ground, at, until, actingForId: lender }, reader)
      return lender
    }),
  )
  return {
    answer: { id, until },
    // The ground may name somebody: it stays with the opening, sealed, behind the wall.
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      after: { opening: id, purpose, until, ...(actingForId && { actingForId }) },
    },
  }
})

/** Off the list is not erased, but it opens for few purposes; erased, it opens for none. */
async function refuseRestricted(files: Db, communeId: string, fileId: string, opensRestricted: boolean): Promise<void> {
  const { rows } = await sql<{ restricted_on: string | null; erased_on: string | null }>`
    select file.restricted_on, person.erased_on
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.id = ${fileId}`.execute(files)
  const { restricted_on: day, erased_on: erased } = rows[0] ?? {}
  if (erased) throw refuse(caseRefusals.erased, { day: erased })
  if (day && !opensRestricted) throw refuse(retentionRefusals.restricted, { day })
}

/** Answers the number of the file, and what is worth knowing of this reading; refused where there is no such file. */
export async function storeOpening(
  files: Db,
  opening: {
    communeId: string
    fileId: string
    id: string
    purpose: string
    ground: string
    at: string
    until: string
    /** For whom the reader stands in. */
    actingForId?: string | null
  },
  reader: ReaderNow,
): Promise<string> {
  const { communeId, fileId, id, purpose, ground, at, until, actingForId = null } = opening
  const taken = await sql`select 1 from cases.opening where commune_id = ${communeId} and id = ${id}`.execute(files)
  if (taken.rows.length > 0) throw refuse(caseRefusals.already_recorded)
  await refuseMerged(files, communeId, fileId)
  const opened = await openedNow(files, opening, reader)
  if (!opened) throw refuse(platformRefusals.not_found)
  const sealed = sealOpening(await wordsKey(files), id, { ground, facts: opened.facts })
  await sql`insert into cases.opening (commune_id, id, file_id, reader_id, purpose, sealed, opened_at, until, acting_for_id)
    values (${communeId}, ${id}, ${fileId}, ${reader.id}, ${purpose}, ${sealed}, ${at}, ${until}, ${actingForId}::uuid)`.execute(
    files,
  )
  await askAtOnce(files, { communeId, id, readerId: reader.id, at, ...opened })
  return opened.number
}

/** A file that was merged is a pointer: whoever comes to it is told where to go. */
async function refuseMerged(files: Db, communeId: string, fileId: string): Promise<void> {
  const { rows } = await sql<{ number: string; into: string }>`
    select gone.number, kept.number as into from cases.file gone
    join cases.file kept on kept.commune_id = gone.commune_id and kept.id = gone.merged_into
    where gone.commune_id = ${communeId} and gone.id = ${fileId}`.execute(files)
  if (rows[0]) throw refuse(caseRefusals.merged_into, rows[0])
}

/** Whose file it is that the reader opens as a stand-in: of an officer or helper who is absent, where it is not the reader's own. */
async function absentOf(
  files: Db,
  { communeId, fileId }: { communeId: string; fileId: string },
  readerId: string,
  absent: readonly string[],
): Promise<string | null> {
  if (absent.length === 0) return null
  const { rows } = await sql<{ id: string }>`
    select member_id as id from cases.team_member where commune_id = ${communeId} and file_id = ${fileId}
    union select officer_id from cases.file where commune_id = ${communeId} and id = ${fileId} and officer_id is not null`.execute(
    files,
  )
  const around = new Set(rows.map(({ id }) => id))
  return around.has(readerId) ? null : (absent.find((id) => around.has(id)) ?? null)
}

export const closeOpening = carriesOut(CloseOpening, closing)

/** The same for what was opened in an emergency. */
export async function closing(
  context: SignedInContext,
  input: { communeId: string; fileId: string; openingId: string },
) {
  const closedAt = context.now.toISOString()
  await inOpenedFile(context, input, (files) =>
    sql`update cases.opening set closed_at = ${closedAt} where commune_id = ${input.communeId} and id = ${input.openingId}`.execute(
      files,
    ),
  )
  return {
    answer: { closedAt },
    audit: {
      subject: `case-file:${input.fileId}`,
      areaId: input.communeId,
      after: { opening: input.openingId, closedAt },
    },
  }
}
