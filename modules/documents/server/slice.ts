// Plugs files and the register of documents into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
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
  // Whoever may write everywhere reaches even an area that there is not.
  constraints: {
    document_once: documentRefusals.already_registered,
    document_area_id_fkey: platformRefusals.not_found,
  },
}
