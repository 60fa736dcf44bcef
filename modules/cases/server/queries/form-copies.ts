// The copies that left a file: which form, under which code, by whom, when.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { ListFormCopies } from '../../contract.ts'
import { inOpenedFile } from '../opened.ts'
import { readersNames } from '../readers.ts'

type Row = {
  code: string
  form: string
  event_id: string | null
  template_version: number | null
  made_by: string
  made_at: string
}

export const listFormCopies = answers(ListFormCopies, async (context, input) => {
  const rows = await inOpenedFile(context, input, async (files) => {
    const found = await sql<Row>`
      select code, form, event_id, template_version, made_by, made_at from cases.form_copy
      where commune_id = ${input.communeId} and file_id = ${input.fileId} order by made_at desc, code limit 500`.execute(
      files,
    )
    return found.rows
  })
  const names = await readersNames(
    context.db,
    rows.map(({ made_by }) => made_by),
  )
  return {
    rows: rows.map(({ code, form, event_id, template_version, made_by, made_at }) => ({
      ...{ code, form },
      eventId: event_id,
      version: template_version,
      by: names.get(made_by) ?? null,
      at: made_at,
    })),
  }
})
