// The forms of the files for the administrator: which template each is filled with, and every version that was uploaded; and
// a template itself, empty or filled with invented data.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { formRefusals, ListForms, ReadTemplate } from '../../contract.ts'
import { isTemplate, pageOf, type TemplateId, templateIds } from '../../templates.ts'
import { contentOf, ownTemplate } from '../forms/templates.ts'
import { momentOf } from '../moment.ts'
import { readersNames } from '../readers.ts'

export const listForms = answers(ListForms, async ({ db, now }) => {
  const found = await db
    .selectFrom('case_form_template')
    .select([
      ...(['id', 'form', 'version', 'name', 'valid_from', 'valid_until'] as const),
      ...(['uploaded_by', 'uploaded_at', 'withdrawn_at'] as const),
    ])
    .orderBy('version', 'desc')
    .execute()
  const names = await readersNames(
    db,
    found.map(({ uploaded_by }) => uploaded_by),
  )
  const today = dayOf(momentOf(now))
  const byForm = Map.groupBy(found, ({ form }) => form)
  return {
    rows: templateIds.map((form) => {
      const templates = byForm.get(form) ?? []
      const inUse = templates.find(
        ({ withdrawn_at, valid_from, valid_until }) =>
          withdrawn_at === null && valid_from <= today && (valid_until === null || valid_until >= today),
      )
      return {
        form,
        inUse: inUse?.id ?? null,
        templates: templates.map((each) => ({
          ...{ id: each.id, version: each.version, name: each.name, from: each.valid_from, until: each.valid_until },
          by: names.get(each.uploaded_by) ?? null,
          at: each.uploaded_at,
          withdrawnAt: each.withdrawn_at,
        })),
      }
    }),
  }
})

export const readTemplate = answers(ReadTemplate, async ({ db }, { form, id, as }) => {
  if (!isTemplate(form)) throw refuse(formRefusals.form_unknown, { form })
  const content = id ? await contentOf(db, id, form) : await ownTemplate(pageOf(form))
  if (!content) throw refuse(platformRefusals.not_found)
  const shown = as === 'sample' ? await filledWithSample(content, form) : content
  const name = as === 'sample' ? `${form} dien thu.docx` : `${form} mau.docx`
  return { name, docx: Buffer.from(shown).toString('base64') }
})

async function filledWithSample(content: Uint8Array, form: TemplateId): Promise<Uint8Array> {
  const [{ fillTemplate }, { sampleValues }] = await Promise.all([
    import('../forms/fill.ts'),
    import('../forms/sample.ts'),
  ])
  return fillTemplate(content, sampleValues(pageOf(form)), {
    lines: ['Bản điền thử bằng dữ liệu hư cấu, không có giá trị pháp lý'],
  })
}
