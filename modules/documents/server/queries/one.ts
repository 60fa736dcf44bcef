// One document: its facts, its file, what it starts or governs, and what it replaces.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { dayOf } from '../../../../platform/server/clock.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context } from '../../../../platform/server/slice.ts'
import { OneDocument, type Relation, type SubjectKind, subjectKinds } from '../../contract.ts'
import { readable } from '../reach.ts'
import { documentRows, type Named } from '../rows.ts'
import { subjectsNamed } from '../subjects.ts'

type More = {
  note: string
  recorded_at: string
  version: number
  editable: boolean
  programme: { id: string; slug: string; name: { vi: string; en: string } } | null
  replaces: Named | null
}

export const oneDocument = answers(OneDocument, async (context, input) => {
  const { db } = context
  const on = input.on ?? context.today
  const condition = sql<boolean>`document.id = ${input.id} and ${readable(context.scope)}`
  const [row] = await documentRows(db, condition, on, 1)
  if (!row) throw refuse(platformRefusals.not_found)
  const found = await sql<More>`
    select document.note, document.recorded_at, document.version,
      ${within(context.scopeFor('documents.manage'), sql.ref('document.area_id'))} as editable,
      case when programme.id is not null then json_build_object('id', programme.id, 'slug', slug,
        'name', json_build_object('vi', name_vi, 'en', name_en)) end as programme,
      case when earlier.id is not null then json_build_object('id', earlier.id, 'kind', earlier.kind, 'number', earlier.number,
        'issuedOn', earlier.issued_on, 'title', earlier.title) end as replaces
    from document left join programme on programme.id = programme_id left join document earlier on earlier.id = document.replaces_id
    where document.id = ${input.id}`.execute(db)
  const more = found.rows[0] as More
  return {
    ...row,
    note: more.note,
    programme: more.programme,
    replaces: more.replaces,
    linked: await linkedTo(context, input.id, on),
    recordedOn: dayOf(new Date(more.recorded_at)),
    version: more.version,
    may: { edit: more.editable },
  }
})

async function linkedTo(context: Context, id: string, on: string) {
  const links = await sql<{ subject: string; relation: Relation }>`
    select subject, relation from document_link where document_id = ${id}
    union
    select 'task:' || task.id, 'starts' from task where task.document_id = ${id} and assigned_on <= ${on}::date
    order by relation, subject limit 500`.execute(context.db)
  const subjects = await subjectsNamed(
    context,
    links.rows.map((link) => link.subject),
  )
  return links.rows
    .flatMap((link) => {
      const found = subjects.get(link.subject)
      return found ? [{ ...found, relation: link.relation }] : []
    })
    .sort((one, other) => order(one) - order(other) || (one.on ?? '').localeCompare(other.on ?? ''))
}

const order = (link: { kind: SubjectKind }): number => subjectKinds.indexOf(link.kind)
