// Which template a form is filled with on a day: the newest that an administrator uploaded for it, or ours.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { askedBy } from '../../forms/template-text.ts'
import { type FormId, formOf } from '../../forms.ts'

export type Template = { version: number | null; fields: readonly string[]; content: () => Promise<Uint8Array> }

/** Ours is built when it is asked for; the library that does it is loaded then. */
export async function ownTemplate(form: FormId): Promise<Uint8Array> {
  const { buildTemplate } = await import('./build.ts')
  return buildTemplate(formOf(form))
}

export async function templateOn(db: Db, form: FormId, day: string): Promise<Template> {
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
  const { fields, lists } = askedBy(formOf(form))
  return { version: null, fields: [...fields, ...lists], content: () => ownTemplate(form) }
}

export async function contentOf(db: Db, id: string, form?: FormId): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from case_form_template where id = ${id} ${form ? sql`and form = ${form}` : sql``}`.execute(db)
  return rows[0]?.content
}
