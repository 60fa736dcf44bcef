// Changes a document of the register; links that the editor cannot see stay as they are.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { EditDocument } from '../../contract.ts'
import { checkContent } from '../checks.ts'
import { documentKey } from '../document-key.ts'
import { subjectsNamed } from '../subjects.ts'

export const editDocument = carriesOut(
  EditDocument,
  async (context, input) => {
    const { db } = context
    const { id } = input
    const document = await documentById(db, id)
    if (!document) throw refuse(platformRefusals.not_found)
    if (document.version !== input.version)
      throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: document.version } })
    await checkContent(context, id, document.areaId, input)
    const version = document.version + 1
    const before = await documentAsKept(db, id)
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
    return {
      answer: { id, version },
      audit: {
        subject: `document:${id}`,
        areaId: document.areaId,
        ...differing(before, await documentAsKept(db, id)),
      },
    }
  },
  async ({ db }, input) => (await documentById(db, input.id))?.areaId,
)

async function documentById(db: Db, id: string): Promise<{ areaId: string; version: number } | undefined> {
  const found = await sql<{ areaId: string; version: number }>`
    select area_id as "areaId", version from document where id = ${id}`.execute(db)
  return found.rows[0]
}

type KeptDocument = Record<string, unknown>

/** The document as the audit compares it; links by what they lead to, so that those the editor cannot see are not told. */
async function documentAsKept(db: Db, id: string): Promise<KeptDocument> {
  const found = await sql<KeptDocument>`
    select kind, number, issued_on as "issuedOn", issuer, title, programme_id as "programmeId", file_id as "fileId",
      replaces_id as "replacesId", public, note,
      (select coalesce(json_object_agg(subject, relations), '{}') from (
        select subject, json_agg(relation order by relation) as relations
        from document_link where document_id = document.id group by subject) link) as links
    from document where id = ${id}`.execute(db)
  return found.rows[0] ?? {}
}
