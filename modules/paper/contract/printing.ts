// Sheets for those who have not signed yet, a PDF for each place.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id } from '../../../platform/contract/schemas.ts'
import { mostSheets, paperRefusals } from './refusals.ts'

const Named = z.object({ vi: z.string(), en: z.string() })
export const readingStates = ['draft', 'waiting', 'running', 'done', 'cancelled'] as const

const Reading = z.object({
  id: z.string(),
  state: z.enum(readingStates),
  startedAt: z.string(),
  startedBy: z.string(),
  files: z.array(z.string()),
  pagesDone: z.number(),
  pagesTotal: z.nullable(z.number()),
  /** Pages by what became of them. */
  queued: z.number(),
  recorded: z.number(),
  unread: z.number(),
})
export type ReadingRow = z.output<typeof Reading>

export const ShowPaper = defineQuery({
  name: 'paper.show',
  title: { vi: 'Phiếu giấy của một đợt ký ở một xã', en: 'The paper of a drive in a commune' },
  permission: 'commitments.sign',
  place: 'scope',
  input: z.object({ driveId: Id, communeId: Id }),
  output: z.object({
    drive: z.object({ id: z.string(), name: Named, open: z.boolean(), day: z.string(), demo: z.boolean() }),
    commune: z.object({ id: z.string(), name: z.string() }),
    places: z.array(
      z.object({
        hamletId: z.nullable(z.string()),
        bodyId: z.nullable(z.string()),
        name: z.string(),
        groups: z.array(z.object({ name: Named, unsigned: z.number() })),
        unsigned: z.number(),
        /** Of these, how many have a sheet of the wording in force. */
        printed: z.number(),
      }),
    ),
    prints: z.array(
      z.object({
        id: z.string(),
        place: z.string(),
        sheets: z.number(),
        drawn: z.number(),
        madeAt: z.string(),
        madeBy: z.string(),
      }),
    ),
    readings: z.array(Reading),
    /** Where one reads and prints from: the whole commune, or the one hamlet that the reader reaches. */
    hamletId: z.nullable(z.string()),
    queued: z.number(),
    aside: z.number(),
  }),
})

export const PrintSheets = defineCommand({
  name: 'paper.print',
  title: { vi: 'In phiếu cho người chưa ký', en: 'Print sheets for those who have not signed' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({
    id: Id,
    driveId: Id,
    communeId: Id,
    hamletId: z.nullable(Id),
    bodyId: z.nullable(Id),
    /** Only those that have no sheet yet. */
    onlyNew: z._default(z.boolean(), false),
  }),
  output: z.object({
    id: z.string(),
    sheets: z.number(),
    /** How many were left for another printing. */
    left: z.number(),
  }),
  refusals: [paperRefusals.drive_not_open, paperRefusals.nobody_left, paperRefusals.wording_too_long],
})

/** Where the PDF is read; never more sheets than one can carry. */
export const printAddress = (communeId: string, id: string): string => `/api/paper/prints/${communeId}/${id}`
export { mostSheets }
