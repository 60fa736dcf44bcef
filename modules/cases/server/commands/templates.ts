// Keeps an official template that takes the place of ours, after it was judged; and takes it out of use again.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { formRefusals, UploadTemplate, WithdrawTemplate } from '../../contract.ts'
import { isTemplate, pageOf } from '../../templates.ts'

export const uploadTemplate = carriesOut(UploadTemplate, async ({ db, person, now, bytes }, input) => {
  const { id, form, name, from, until } = input
  if (!isTemplate(form)) throw refuse(formRefusals.form_unknown, { form })
  if (until && until < from) throw refuse(formRefusals.template_dates)
  const { checkTemplate } = await import('../forms/check.ts')
  const { content, fields } = checkTemplate(bytes, name, pageOf(form))
  // Versions of one form follow one another.
  await sql`select pg_advisory_xact_lock(hashtext(${`case form ${form}`}))`.execute(db)
  const last = await db
    .selectFrom('case_form_template')
    .select((of) => of.fn.max('version').as('version'))
    .where('form', '=', form)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('case_form_template')
    .values({
      ...{ id, form, version, name, fields },
      content: Buffer.from(content),
      valid_from: from,
      valid_until: until ?? null,
      uploaded_by: person.id,
      uploaded_at: now.toISOString(),
    })
    .execute()
  return {
    answer: { version, fields },
    audit: {
      subject: `case-form:${form}`,
      after: { template: id, version, from, until: until ?? null, fields: fields.length },
    },
  }
})

export const withdrawTemplate = carriesOut(WithdrawTemplate, async ({ db, person, now }, { id }) => {
  const found = await db
    .selectFrom('case_form_template')
    .select(['form', 'version', 'withdrawn_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw refuse(platformRefusals.not_found)
  if (found.withdrawn_at) throw refuse(formRefusals.template_withdrawn)
  await db
    .updateTable('case_form_template')
    .set({ withdrawn_at: now.toISOString(), withdrawn_by: person.id })
    .where('id', '=', id)
    .execute()
  return {
    answer: { form: found.form },
    audit: {
      subject: `case-form:${found.form}`,
      before: { template: id, version: found.version },
      after: { withdrawn: true },
    },
  }
})
