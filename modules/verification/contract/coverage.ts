// What verification says of coverage: of each row of the same table, how many of its lots passed, and how sure that makes one.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'

export const ShowVerified = defineQuery({
  name: 'verification.coverage',
  title: { vi: 'Độ phủ đã được phúc tra đến đâu', en: 'How far coverage has been verified' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({
    driveId: Id,
    on: PlainDate,
    within: z.optional(Id),
    group: z.optional(z.string().check(z.maxLength(60))),
  }),
  output: z.object({
    /** Places and groups in which somebody has signed, and what their newest results are. */
    lots: z.int(),
    passed: z.int(),
    failed: z.int(),
    /** Rows of which at least one lot has a result; of all others nothing is verified. */
    areas: z.array(
      z.object({
        id: z.string(),
        level: z.enum(['province', 'district', 'commune', 'village', 'body', 'whole']),
        restated: z.enum(['as-it-was', 'restated', 'cannot']),
        lots: z.int(),
        passed: z.int(),
        failed: z.int(),
        /** Each result by itself, for a single place. */
        results: z.array(
          z.object({
            lotId: z.string(),
            group: z.object({ vi: z.string(), en: z.string() }),
            outcome: z.enum(['passed', 'failed']),
            on: z.string(),
            sample: z.int(),
            allowed: z.int(),
            size: z.int(),
            /** Signed now, which may be more than stood in the lot. */
            signed: z.int(),
            /** How many of the lot would confirm, 95 times of 100 between these. */
            least: z.int(),
            most: z.int(),
          }),
        ),
      }),
    ),
  }),
})
