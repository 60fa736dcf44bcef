// Who opened a file, for what and on what ground: for those who have it open themselves.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { ListOpenings, type PurposeId } from '../../contract.ts'
import { inOpenedFile } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { saidOfOpening } from '../sealing/openings.ts'
import { wordsKey } from '../sealing/statement.ts'

type Row = {
  id: string
  reader_id: string
  purpose: PurposeId
  sealed: Buffer | null
  opened_at: string
  closed_at: string | null
  acting_for_id: string | null
}

export const listOpenings = answers(ListOpenings, async (context, input) => {
  const rows = await inOpenedFile(context, input, async (files) => {
    const found = await sql<Row>`
      select id, reader_id, purpose, sealed, opened_at, closed_at, acting_for_id from cases.opening
      where commune_id = ${input.communeId} and file_id = ${input.fileId} order by opened_at desc limit 500`.execute(
      files,
    )
    const key = await wordsKey(files)
    return found.rows.map((row) => ({ ...row, ground: saidOfOpening(key, row.id, row.sealed).ground }))
  })
  const names = await readersNames(
    context.db,
    rows.flatMap(({ reader_id, acting_for_id }) => [reader_id, ...(acting_for_id ? [acting_for_id] : [])]),
  )
  return {
    rows: rows.map(({ id, reader_id, purpose, ground, opened_at, closed_at, acting_for_id }) => ({
      ...{ id, purpose, ground },
      reader: names.get(reader_id) ?? null,
      openedAt: opened_at,
      closedAt: closed_at,
      actingFor: acting_for_id && (names.get(acting_for_id) ?? ''),
    })),
  }
})
