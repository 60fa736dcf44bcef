// Signed sheets come back: files are sent one by one, read in the background, each page named for what it is.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, Text } from '../../../platform/contract/schemas.ts'
import { readingStates } from './printing.ts'
import { mostFiles, paperRefusals } from './refusals.ts'

/** A scan of a hundred sheets at 200 dots fits. */
export const largestFile = 25 * 1024 * 1024
export const mostPages = 400
export const pageStates = ['queued', 'aside', 'recorded', 'held', 'rejected', 'unread', 'replaced'] as const
export type PageState = (typeof pageStates)[number]

export const UploadSheets = defineCommand({
  name: 'paper.upload',
  title: { vi: 'Tải lên ảnh hoặc bản quét phiếu đã ký', en: 'Upload a picture or scan of signed sheets' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  bytes: largestFile,
  input: z.object({
    readingId: Id,
    driveId: Id,
    communeId: Id,
    hamletId: z.optional(Id),
    name: Text(200),
    position: CountParameter(mostFiles - 1),
  }),
  output: z.object({ readingId: z.string(), position: z.number(), bytes: z.number() }),
  refusals: [
    paperRefusals.empty_file,
    paperRefusals.too_many_files,
    paperRefusals.too_much,
    paperRefusals.reading_started,
  ],
})

const ofReading = {
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({ communeId: Id, readingId: Id }),
} as const

export const StartReading = defineCommand({
  ...ofReading,
  name: 'paper.read',
  title: { vi: 'Đọc phiếu đã ký', en: 'Read signed sheets' },
  output: z.object({ readingId: z.string() }),
  refusals: [paperRefusals.no_files, paperRefusals.reading_started],
})

export const CancelReading = defineCommand({
  ...ofReading,
  name: 'paper.cancel',
  title: { vi: 'Dừng đọc phiếu', en: 'Stop a reading' },
  output: z.object({ readingId: z.string() }),
  refusals: [paperRefusals.reading_over],
})

export const ShowReading = defineQuery({
  ...ofReading,
  name: 'paper.reading',
  title: { vi: 'Kết quả một lần đọc phiếu', en: 'The result of a reading' },
  output: z.object({
    id: z.string(),
    drive: z.object({ vi: z.string(), en: z.string() }),
    commune: z.string(),
    state: z.enum(readingStates),
    startedAt: z.string(),
    startedBy: z.string(),
    finishedAt: z.nullable(z.string()),
    files: z.number(),
    pagesDone: z.number(),
    pagesTotal: z.nullable(z.number()),
    pages: z.array(
      z.object({
        id: z.string(),
        file: z.string(),
        /** Of how many in its file; 0 where the file itself could not be read. */
        number: z.number(),
        of: z.number(),
        state: z.enum(pageStates),
        /** A name out of `doubts`. */
        doubt: z.nullable(z.string()),
        /** A name out of the reasons for not reading, the rejections, or why it is held. */
        reason: z.nullable(z.string()),
        note: z.string(),
        name: z.nullable(z.string()),
        picture: z.boolean(),
      }),
    ),
    may: z.object({ cancel: z.boolean() }),
  }),
})

/** The pictures of a page: the whole sheet, and the signature that was cut out. */
export const pageAddress = (communeId: string, id: string, what: 'sheet' | 'cut'): string =>
  `/api/paper/pages/${communeId}/${id}/${what}`
