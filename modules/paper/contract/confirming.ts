// A person looks at each signature that was read: confirmed it is recorded like any other, with the sheet as its evidence.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, Page, PlainDate } from '../../../platform/contract/schemas.ts'
import { rejections } from './reasons.ts'
import { paperRefusals } from './refusals.ts'

export const ListQueue = defineQuery({
  name: 'paper.queue',
  title: { vi: 'Chữ ký chờ xác nhận', en: 'Signatures to be confirmed' },
  permission: 'commitments.sign',
  place: 'scope',
  input: z.object({
    driveId: Id,
    communeId: Id,
    state: z._default(z.enum(['queued', 'aside']), 'queued'),
    ...Page,
  }),
  output: z.object({
    next: z.optional(z.string()),
    drive: z.object({ vi: z.string(), en: z.string(), day: z.string() }),
    commune: z.string(),
    queued: z.number(),
    aside: z.number(),
    rows: z.array(
      z.object({
        id: z.string(),
        readingId: z.string(),
        name: z.string(),
        number: z.nullable(z.number()),
        address: z.string(),
        place: z.string(),
        group: z.object({ vi: z.string(), en: z.string() }),
        code: z.string(),
        textNumber: z.number(),
        file: z.string(),
        page: z.number(),
        pages: z.number(),
        /** Whether a signature was cut out; else there is the whole sheet alone. */
        cut: z.boolean(),
        /** A name out of `doubts`. */
        doubt: z.nullable(z.string()),
        /** What will come of confirming it, when it is not simply counted: a name out of the reasons of signing. */
        foreseen: z.nullable(z.object({ outcome: z.enum(['held', 'refused']), reason: z.string() })),
      }),
    ),
  }),
})

const Pages = z.array(Id).check(z.minLength(1), z.maxLength(200))

export const ConfirmPages = defineCommand({
  name: 'paper.confirm',
  title: { vi: 'Xác nhận chữ ký trên giấy', en: 'Confirm signatures on paper' },
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({
    communeId: Id,
    pageIds: Pages,
    /** The day that stands on the paper. */
    signedOn: PlainDate,
  }),
  output: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['accepted', 'repeated', 'held', 'refused']),
        reason: z.optional(z.string()),
        code: z.optional(z.string()),
      }),
    ),
  }),
  refusals: [paperRefusals.no_signature, paperRefusals.decided_already],
})

export const SortPages = defineCommand({
  name: 'paper.sort',
  title: { vi: 'Loại, để riêng hoặc đưa lại phiếu vào hàng chờ', en: 'Reject sheets, set them aside or put them back' },
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({
    communeId: Id,
    pageIds: Pages,
    to: z.enum(['queued', 'aside', 'rejected']),
    reason: z.optional(z.enum(rejections)),
    note: OptionalText(300),
  }),
  output: z.object({ sorted: z.number() }),
  refusals: [paperRefusals.decided_already],
})
