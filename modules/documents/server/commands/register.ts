// Enters a document into the register of an area.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { RegisterDocument } from '../../contract.ts'
import { checkContent } from '../checks.ts'
import { documentKey } from '../document-key.ts'

export const registerDocument = carriesOut(RegisterDocument, async (context, input) => {
  const { db, person } = context
  await checkContent(context, input.id, input.areaId, input)
  await sql`
    insert into document (id, area_id, programme_id, kind, number, issued_on, issuer, title, file_id, replaces_id, public, note,
      search_key, recorded_by)
    values (${input.id}, ${input.areaId}, ${input.programmeId ?? null}, ${input.kind}, ${input.number}, ${input.issuedOn},
      ${input.issuer}, ${input.title}, ${input.fileId ?? null}, ${input.replacesId ?? null}, ${input.public}, ${input.note},
      ${documentKey(input)}, ${person.id})`.execute(db)
  for (const link of input.links)
    await sql`
      insert into document_link (document_id, subject, relation) values (${input.id}, ${link.subject}, ${link.relation})
      on conflict do nothing`.execute(db)
  const { areaId, id, ...after } = input
  return { answer: { id, version: 1 }, audit: { subject: `document:${id}`, areaId, after } }
})
