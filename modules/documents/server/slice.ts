// Plugs files and the register of documents into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { documentRefusals } from '../contract.ts'
import { editDocument } from './commands/edit.ts'
import { registerDocument } from './commands/register.ts'
import { uploadFile } from './commands/upload.ts'
import { documentChoices } from './queries/choices.ts'
import { listDocuments } from './queries/list.ts'
import { oneDocument } from './queries/one.ts'

export const slice: Slice = {
  module: 'documents',
  handlers: [uploadFile, listDocuments, oneDocument, documentChoices, registerDocument, editDocument],
  constraints: { document_once: documentRefusals.already_registered },
}
