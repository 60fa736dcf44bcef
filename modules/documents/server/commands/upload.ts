// Takes a file in: whoever may write anything in that area may put a file there.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { fileRefusals, UploadFile } from '../../contract/files.ts'
import { keptName, kindOf } from '../file-kind.ts'
import { keepFile } from '../keep-file.ts'
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
  const [name, size] = [keptName(input.name, mediaType), bytes.length]
  const { id, sha256 } = await keepFile(db, {
    areaId: input.areaId,
    name,
    mediaType,
    content: bytes,
    personId: person.id,
  })
  const file = { id, name, mediaType, size }
  const after = { name: file.name, mediaType, size: file.size, sha256: sha256.toString('hex') }
  return { answer: file, audit: { subject: `file:${file.id}`, areaId: input.areaId, after } }
})

async function mayWriteIn(context: SignedInContext, areaId: string): Promise<boolean> {
  for (const permission of writing) if (await covers(context.db, context.scopeFor(permission), areaId)) return true
  return false
}
