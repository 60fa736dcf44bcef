// Takes a file in: whoever may write anything in that area may put a file there.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { fileRefusals, UploadFile } from '../../contract/files.ts'
import { keptName, kindOf } from '../file-kind.ts'
import { covers } from '../reach.ts'

/** The permissions of which any one lets its holder put a file into the area. */
export const writing = [
  'documents.manage',
  'tasks.report',
  'tasks.assign',
  'meetings.manage',
  'recognition.decide',
  'obstacles.raise',
  'obstacles.answer',
  'portal.write',
  'areas.manage',
]

export const uploadFile = carriesOut(UploadFile, async (context, input) => {
  if (!(await mayWriteIn(context, input.areaId))) throw refuse(platformRefusals.not_found)
  const { bytes, person, db } = context
  if (bytes.length === 0) throw refuse(fileRefusals.empty, { name: input.name })
  const mediaType = await kindOf(bytes, input.name)
  if (!mediaType) throw refuse(fileRefusals.wrong_kind, { name: input.name })
  const file = { id: uuidv7(), name: keptName(input.name, mediaType), mediaType, size: bytes.length }
  const sha256 = createHash('sha256').update(bytes).digest()
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by)
    values (${file.id}, ${input.areaId}, ${sha256}, ${file.name}, ${mediaType}, ${file.size}, ${Buffer.from(bytes)}, ${person.id})`.execute(
    db,
  )
  const after = { name: file.name, mediaType, size: file.size, sha256: sha256.toString('hex') }
  return { answer: file, audit: { subject: `file:${file.id}`, areaId: input.areaId, after } }
})

async function mayWriteIn(context: SignedInContext, areaId: string): Promise<boolean> {
  for (const permission of writing) if (await covers(context.db, context.scopeFor(permission), areaId)) return true
  return false
}
