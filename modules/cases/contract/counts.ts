// Counts for those who lead: no file, no person, and no number from which one could be guessed.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import { measureIds } from '../rules/count-columns.ts'

/** Null: hidden, because it or something beside it is small. */
const Counts = z.partialRecord(z.enum(measureIds), z.nullable(z.int()))

export const CountFiles = defineQuery({
  name: 'cases.counts',
  title: { vi: 'Số liệu hồ sơ', en: 'Counts of files' },
  permission: 'cases.count',
  place: 'scope',
  /** The first day of a month that was closed; without it, now. */
  input: z.object({ month: z.optional(PlainDate) }),
  output: z.object({
    month: z.nullable(PlainDate),
    /** The months that were closed, the newest first. */
    months: z.array(PlainDate),
    /** Counts from 1 up to below this one are hidden. */
    least: z.int(),
    provinces: z.array(
      z.object({
        id: Id,
        name: z.string(),
        type: z.string(),
        /** Null for those whose reach is a part of it. */
        total: z.nullable(Counts),
        communes: z.array(z.object({ id: Id, name: z.string(), type: z.string(), counts: Counts })),
      }),
    ),
  }),
})
