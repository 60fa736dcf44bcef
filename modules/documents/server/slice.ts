// Plugs files and the register of documents into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { uploadFile } from './commands/upload.ts'

export const slice: Slice = { module: 'documents', handlers: [uploadFile] }
