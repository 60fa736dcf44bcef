// Opens a file for a purpose, for so long; closes it again. That it was opened is on the record before anything is read.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { CloseOpening, caseRefusals, OpenFile, purposes } from '../../contract.ts'
import { inOpenedFile, viewIn } from '../opened.ts'
import { insideFiles } from '../sealing/inside.ts'

const minutesOpen = 30

export const openFile = carriesOut(OpenFile, async (context, { communeId, fileId, id, purpose, ground }) => {
  const { db, person, now } = context
  const seen = await viewIn(context, communeId)
  const serves: readonly string[] = purposes[purpose].for
  if (!seen || !serves.includes(seen.view.permission)) throw refuse(caseRefusals.opens_for_others)
  const until = new Date(now.getTime() + minutesOpen * 60_000).toISOString()
  await insideFiles(db, { communeId, readerId: person.id, purpose }, async (files) => {
    const { rows } = await sql<{ taken: boolean }>`
      select exists (select 1 from cases.opening where commune_id = ${communeId} and id = ${id}) as taken
      from cases.file where commune_id = ${communeId} and id = ${fileId}`.execute(files)
    if (!rows[0]) throw refuse(platformRefusals.not_found)
    if (rows[0].taken) throw refuse(caseRefusals.already_recorded)
    await sql`insert into cases.opening (commune_id, id, file_id, reader_id, purpose, ground, opened_at, until)
      values (${communeId}, ${id}, ${fileId}, ${person.id}, ${purpose}, ${ground}, ${now.toISOString()}, ${until})`.execute(
      files,
    )
  })
  return {
    answer: { id, until },
    // The ground may name somebody: it stays with the opening, behind the wall.
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { opening: id, purpose, until } },
  }
})

export const closeOpening = carriesOut(CloseOpening, async (context, input) => {
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
})
