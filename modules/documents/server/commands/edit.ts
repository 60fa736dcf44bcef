// Changes a document of the register; links that the editor cannot see stay as they are.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { EditDocument } from '../../contract.ts'
import { checkContent } from '../checks.ts'
import { documentKey } from '../document-key.ts'
import { subjectsNamed } from '../subjects.ts'

type Before = {
  area_id: string
  version: number
  kind: string
  number: string
  issued_on: string | null
  issuer: string
  title: string
  file_id: string | null
  replaces_id: string | null
  public: boolean
}

export const editDocument = carriesOut(
  EditDocument,
  async (context, input) => {
    const { db } = context
    const before = await documentById(db, input.id)
    if (!before) throw refuse(platformRefusals.not_found)
    if (before.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: before.version } })
    await checkContent(context, input.id, before.area_id, input)
    const version = before.version + 1
    const changed = await sql`
      update document set programme_id = ${input.programmeId ?? null}, kind = ${input.kind}, number = ${input.number},
        issued_on = ${input.issuedOn}, issuer = ${input.issuer}, title = ${input.title}, file_id = ${input.fileId ?? null},
        replaces_id = ${input.replacesId ?? null}, public = ${input.public}, note = ${input.note},
        search_key = ${documentKey(input)}, version = ${version}
      where id = ${input.id} and version = ${input.version}`.execute(db)
    if (changed.numAffectedRows !== 1n) throw new Refusal(platformRefusals.changed_meanwhile)
    const links = await sql<{ subject: string }>`
      select subject from document_link where document_id = ${input.id}`.execute(db)
    const seen = await subjectsNamed(
      context,
      links.rows.map((link) => link.subject),
    )
    await sql`
      delete from document_link where document_id = ${input.id} and subject = any(${[...seen.keys()]}::text[])`.execute(
      db,
    )
    for (const link of input.links)
      await sql`
        insert into document_link (document_id, subject, relation) values (${input.id}, ${link.subject}, ${link.relation})
        on conflict do nothing`.execute(db)
    const { id, version: _, ...after } = input
    return {
      answer: { id, version },
      audit: { subject: `document:${id}`, areaId: before.area_id, before, after },
    }
  },
  async ({ db }, input) => (await documentById(db, input.id))?.area_id,
)

async function documentById(db: Db, id: string): Promise<Before | undefined> {
  const found = await sql<Before>`
    select area_id, version, kind, number, issued_on, issuer, title, file_id, replaces_id, public
    from document where id = ${id}`.execute(db)
  return found.rows[0]
}
