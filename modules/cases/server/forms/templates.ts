// Which template a form is filled with on a day: the newest that an administrator uploaded for it, or ours.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Form } from '../../forms/form.ts'
import { askedBy } from '../../forms/template-text.ts'
import { pageOf, type TemplateId } from '../../templates.ts'

export type Template = { version: number | null; fields: readonly string[]; content: () => Promise<Uint8Array> }

/** Ours is built when it is asked for; the library that does it is loaded then. */
export async function ownTemplate(form: Form): Promise<Uint8Array> {
  const { buildTemplate } = await import('./build.ts')
  return buildTemplate(form)
}

/** `page` is ours, as it is for this reader. */
export async function templateOn(db: Db, form: TemplateId, day: string, page = pageOf(form)): Promise<Template> {
  const found = await db
    .selectFrom('case_form_template')
    .select(['id', 'version', 'fields'])
    .where('form', '=', form)
    .where('withdrawn_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found)
    return {
      version: found.version,
      fields: found.fields,
      content: async () => (await contentOf(db, found.id)) ?? new Uint8Array(),
    }
  const { fields, lists } = askedBy(page)
  return { version: null, fields: [...fields, ...lists], content: () => ownTemplate(page) }
}

export async function contentOf(db: Db, id: string, form?: TemplateId): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from case_form_template where id = ${id} ${form ? sql`and form = ${form}` : sql``}`.execute(db)
  return rows[0]?.content
}
