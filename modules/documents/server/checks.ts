// Why a document may not be registered or changed so.

import { sql } from 'kysely'
import { type RefusalKind, refuse } from '../../../platform/contract/refusal.ts'
import type { SignedInContext } from '../../../platform/server/slice.ts'
import { documentRefusals } from '../contract/register.ts'
import { openable, readable } from './reach.ts'
import { subjectsNamed } from './subjects.ts'
import { workDay } from './work-day.ts'

export type Content = {
  kind: string
  number: string
  issuedOn: string | null
  issuer: string
  title: string
  programmeId?: string | null
  fileId?: string | null
  replacesId?: string | null
  public: boolean
  note: string
  links: readonly { subject: string; relation: string }[]
}

/** Throws the refusal that fits; `id` is the document itself. */
export async function checkContent(
  context: SignedInContext,
  id: string,
  areaId: string,
  content: Content,
): Promise<void> {
  const { issuedOn } = content
  const today = await workDay(context.db, { areaId, programmeId: content.programmeId ?? null }, context.today)
  if (issuedOn && issuedOn > today) throw refuse(documentRefusals.issued_in_future, { issuedOn, today }, 'issuedOn')
  await checkProgramme(context, areaId, content.programmeId)
  await checkFile(context, content.fileId)
  await checkReplaced(context, id, content.replacesId)
  await checkOnce(context, id, areaId, content)
  const named = await subjectsNamed(
    context,
    content.links.map((link) => link.subject),
  )
  for (const [place, link] of content.links.entries())
    if (!named.has(link.subject)) throw refuse(documentRefusals.subject_unknown, {}, `links.${place}.subject`)
}

const need = (rows: readonly unknown[], kind: RefusalKind, field: string): void => {
  if (rows.length === 0) throw refuse(kind, {}, field)
}

async function checkProgramme({ db }: SignedInContext, areaId: string, programmeId: string | null | undefined) {
  if (!programmeId) return
  const found = await sql`
    select 1 from programme join area_coverage on (ancestor_id = programme.area_id and unit_id = ${areaId})
      or (unit_id = programme.area_id and ancestor_id = ${areaId})
    where programme.id = ${programmeId}`.execute(db)
  need(found.rows, documentRefusals.programme_elsewhere, 'programmeId')
}

async function checkFile(context: SignedInContext, fileId: string | null | undefined) {
  if (!fileId) return
  const reach = openable(context.scopeFor('documents.read'), context.person.id)
  const found = await sql`select 1 from file where id = ${fileId} and ${reach}`.execute(context.db)
  need(found.rows, documentRefusals.file_unknown, 'fileId')
}

async function checkReplaced(context: SignedInContext, id: string, replacesId: string | null | undefined) {
  if (!replacesId) return
  const known = await sql`
    select 1 from document where id = ${replacesId} and ${readable(context.scopeFor('documents.read'))}`.execute(
    context.db,
  )
  need(known.rows, documentRefusals.replaces_unknown, 'replacesId')
  const chain = await sql<{ id: string }>`
    with recursive chain as (
      select ${replacesId}::uuid as id
      union
      select document.replaces_id from document join chain on document.id = chain.id where document.replaces_id is not null
    ) select id from chain where id = ${id}`.execute(context.db)
  if (chain.rows.length > 0) throw refuse(documentRefusals.replaces_itself, {}, 'replacesId')
}

async function checkOnce({ db }: SignedInContext, id: string, areaId: string, content: Content) {
  if (content.number === '') return
  const found = await sql`
    select 1 from document where area_id = ${areaId} and issuer = ${content.issuer} and number = ${content.number}
      and issued_on is not distinct from ${content.issuedOn}::date and id <> ${id}`.execute(db)
  if (found.rows.length > 0)
    throw refuse(
      documentRefusals.already_registered,
      { number: content.number, issuedOn: content.issuedOn ?? '—', issuer: content.issuer },
      'number',
    )
}
