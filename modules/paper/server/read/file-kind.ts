// What a file is, by its bytes and never by its name.

import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from './worker.ts'

const kinds: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
}

export const fileKindOf = async (bytes: Uint8Array): Promise<FileKind | undefined> =>
  kinds[(await fileTypeFromBuffer(bytes))?.mime ?? '']
