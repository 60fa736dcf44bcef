// The copies that left a file: which form, under which code, by whom, when; of forms that the reader may make too, for the name
// of a form tells of a decision.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { caseRefusals, ListFormCopies } from '../../contract.ts'
import { formOf, isForm } from '../../forms.ts'
import { mayMake } from '../forms/gather.ts'
import { inOpenedFile } from '../opened.ts'
import { viewIn } from '../reach.ts'
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
  const view = (await viewIn(context, input.communeId))?.view
  if (!view) throw refuse(caseRefusals.opens_for_others)
  const rows = await inOpenedFile(context, input, async (files) => {
    const found = await sql<Row>`
      select code, form, event_id, template_version, made_by, made_at from cases.form_copy
      where commune_id = ${input.communeId} and file_id = ${input.fileId} order by made_at desc, code limit 500`.execute(
      files,
    )
    return found.rows.filter(({ form }) => isForm(form) && mayMake(formOf(form), view))
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
