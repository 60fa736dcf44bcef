// Who has signed and who has not, in one place: a page of its rosters with the promise of each.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Page, PlainDate } from '../../../platform/contract/schemas.ts'
import { WaitsForCounterpart } from './countersigning.ts'
import { ways } from './signing.ts'
import { unsignedReasons } from './unsigned.ts'

export const entryStates = ['signed', 'unsigned', 'again'] as const

export const ListEntries = defineQuery({
  name: 'commitments.entries',
  title: {
    vi: 'Ai đã ký, ai chưa, trong một xã hoặc thôn',
    en: 'Who has signed and who has not, in a commune or hamlet',
  },
  permission: 'rosters.read',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({
    driveId: Id,
    communeId: Id,
    /** Only this hamlet of the commune. */
    hamletId: z.optional(Id),
    bodyId: z.optional(Id),
    on: PlainDate,
    group: z.optional(z.string().check(z.maxLength(60))),
    /** `again`: noted to be visited again, for those who sign there. */
    state: z.optional(z.enum(entryStates)),
    q: z.optional(z.string().check(z.maxLength(120))),
    ...Page,
  }),
  output: z.object({
    area: z.object({ id: z.string(), name: z.string(), type: z.string() }),
    rows: z.array(
      z.object({
        id: z.string(),
        number: z.nullable(z.number()),
        name: z.string(),
        address: z.string(),
        headcount: z.nullable(z.number()),
        groupId: z.string(),
        hamletId: z.nullable(z.string()),
        signed: z.nullable(
          z.object({
            id: z.string(),
            on: z.string(),
            way: z.enum(ways),
            code: z.string(),
            /** The day the counterpart signed too; null where it has not, or need not. */
            countersignedOn: z.nullable(z.string()),
            waits: z.nullable(WaitsForCounterpart),
          }),
        ),
        /** Only for those who take signatures here: from above it is a count. */
        note: z.nullable(z.object({ reason: z.enum(unsignedReasons), visitAgainOn: z.nullable(z.string()) })),
      }),
    ),
    next: z.optional(z.string()),
    may: z.object({ sign: z.boolean(), reasons: z.boolean() }),
  }),
})
