// Files: which kinds are let in, and how one is sent. What a file is, is read from its bytes, never from its name.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Text } from '../../../platform/contract/schemas.ts'

/** 25 MB: a scanned plan of a hundred pages fits. */
export const fileLimit = 25 * 1024 * 1024

/** The kinds of file that are kept, by media type, with the endings that their names may have. */
export const fileKinds = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/csv': ['csv'],
  'application/geo+json': ['geojson', 'json'],
} as const
export type MediaType = keyof typeof fileKinds
export const mediaTypes = Object.keys(fileKinds) as MediaType[]

export const fileRefusals = defineRefusals('files', {
  empty: { status: 422, vi: 'Tệp “{name}” rỗng.', en: 'The file “{name}” is empty.' },
  wrong_kind: {
    status: 415,
    vi: 'Tệp “{name}” không thuộc loại được nhận. Hãy gửi PDF, Word (docx), Excel (xlsx), ảnh (png, jpeg, webp), csv hoặc geojson.',
    en: 'The file “{name}” is not of a kind that is kept. Send PDF, Word (docx), Excel (xlsx), a picture (png, jpeg, webp), csv or geojson.',
  },
})

export const File = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.enum(mediaTypes),
  size: z.int(),
})

export const UploadFile = defineCommand({
  name: 'files.upload',
  path: '/api/files',
  title: { vi: 'Gửi tệp lên', en: 'Upload a file' },
  permission: 'signed-in',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, name: Text(200) }),
  output: File,
  refusals: [fileRefusals.empty, fileRefusals.wrong_kind],
  bytes: fileLimit,
})

/** Where the bytes of a file are read. */
export const fileAddress = (id: string): string => `/api/files/${id}`
