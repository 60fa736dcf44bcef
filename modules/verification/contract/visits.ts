// Visits: what the verifier sees and writes down. Names of the drawn only, and nothing that would tell how the lot is doing.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id } from '../../../platform/contract/schemas.ts'
import { verificationRefusals as refusals } from './refusals.ts'
import { Names } from './shapes.ts'

export const visitOutcomes = ['confirmed', 'denied', 'unknown', 'silent', 'away', 'moved'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

const MyLot = {
  id: z.string(),
  drive: Names,
  group: Names,
  commune: z.string(),
  place: z.string(),
  placeType: z.string(),
  visited: z.int(),
  of: z.int(),
}

export const MyVisits = defineQuery({
  name: 'verification.myVisits',
  title: { vi: 'Các lô giao cho tôi phúc tra', en: 'Lots that I am to verify' },
  permission: 'verification.visit',
  place: 'scope',
  input: z.object({}),
  output: z.object({ rows: z.array(z.object(MyLot)) }),
})

export const ListVisits = defineQuery({
  name: 'verification.visits',
  title: { vi: 'Danh sách đi phúc tra của một lô', en: 'Who is to be visited in a lot' },
  permission: 'verification.visit',
  place: 'scope',
  input: z.object({ lotId: Id }),
  output: z.object({
    ...MyLot,
    /** Where the place lies now, when it is no longer what it was. */
    now: z.optional(z.nullable(z.string())),
    tries: z.int(),
    over: z.boolean(),
    rows: z.array(
      z.object({
        position: z.int(),
        name: z.string(),
        address: z.string(),
        number: z.nullable(z.int()),
        outcome: z.nullable(z.enum(visitOutcomes)),
        /** So often nobody was at home. */
        tries: z.int(),
        triedAt: z.nullable(z.string()),
        standsIn: z.boolean(),
      }),
    ),
  }),
})

export const RecordVisit = defineCommand({
  name: 'verification.visit',
  title: { vi: 'Ghi kết quả một lần thăm', en: 'Write down a visit' },
  permission: 'verification.visit',
  place: 'scope',
  input: z.object({
    lotId: Id,
    position: z.int().check(z.positive()),
    /** `away` is one try; with the last of them somebody stands in. null takes back what was written. */
    outcome: z.nullable(z.enum(visitOutcomes)),
  }),
  output: z.object({ outcome: z.nullable(z.enum(visitOutcomes)), tries: z.int() }),
  refusals: [
    refusals.not_drawn,
    refusals.lot_over,
    refusals.not_to_visit,
    refusals.stand_in_visited,
    refusals.tried_just_now,
  ],
})

export const FinishVisits = defineCommand({
  name: 'verification.finish',
  title: { vi: 'Báo đã đi phúc tra xong', en: 'Say that all visits are made' },
  permission: 'verification.visit',
  place: 'scope',
  input: z.object({ lotId: Id }),
  output: z.object({ outcome: z.enum(['passed', 'failed']), wrong: z.int(), allowed: z.int() }),
  refusals: [refusals.not_drawn, refusals.lot_over, refusals.visits_missing],
})
