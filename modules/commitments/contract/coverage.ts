// Drives and their coverage: how many have signed, of how many on the rosters, by area and group, as of a day.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import { Papers } from '../../rosters/contract/of-what.ts'
import { ways } from './signing.ts'

export const counterparts = ['province', 'district', 'commune', 'police', 'body', 'hamlet'] as const
const Name = z.object({ vi: z.string(), en: z.string() })
const Drive = z.object({
  id: z.string(),
  name: Name,
  area: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  opensOn: z.string(),
  closesOn: z.string(),
  state: z.enum(['draft', 'before', 'open', 'closed']),
  recurs: z.enum(['once', 'yearly']),
  demo: z.boolean(),
})
/**
 * `of` is the roster of that day, or what was declared where there is none or where that prevails; null where nobody knows:
 * then no share is shown. `papers` says what was declared and what the lists of the same places count.
 */
const Count = {
  signed: z.number(),
  of: z.nullable(z.number()),
  countedOn: z.nullable(z.string()),
  papers: z.nullable(Papers),
}

export const ListDrives = defineQuery({
  name: 'commitments.drives',
  title: { vi: 'Các đợt ký cam kết', en: 'Drives to sign commitments' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({ on: PlainDate }),
  output: z.object({
    drives: z.array(z.object({ ...Drive.shape, ...Count })),
    may: z.object({ make: z.boolean() }),
  }),
})

export const ShowCoverage = defineQuery({
  name: 'commitments.coverage',
  title: { vi: 'Độ phủ của một đợt ký', en: 'Coverage of a drive' },
  permission: 'commitments.read',
  place: 'scope',
  input: z.object({
    driveId: Id,
    on: PlainDate,
    /** Only what lies in this unit on the day, by the units next below it; by place when it is a commune. */
    within: z.optional(Id),
    group: z.optional(z.string().check(z.maxLength(60))),
  }),
  output: z.object({
    drive: Drive,
    /** When it was counted. */
    asOf: z.string(),
    within: z.nullable(z.object({ id: z.string(), name: z.string(), type: z.string(), level: z.string() })),
    ...Count,
    /** Phones with a copy of any of it that have been silent for days, each once, though it may stand in several rows. */
    silent: z.int(),
    groups: z.array(
      z.object({
        id: z.string(),
        name: Name,
        counterpart: z.enum(counterparts),
        ways: z.array(z.enum(ways)),
        text: z.nullable(
          z.object({
            number: z.number(),
            title: z.string(),
            opening: z.string(),
            promises: z.array(z.string()),
            closing: z.string(),
          }),
        ),
        ...Count,
      }),
    ),
    areas: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        type: z.string(),
        /** `body` and `whole` (listed for all of a commune) stand beside the hamlets of a commune. */
        level: z.enum(['province', 'district', 'commune', 'village', 'body', 'whole']),
        /** `restated`: promises of units that have become this one; `cannot`: the unit of record was divided since. */
        restated: z.enum(['as-it-was', 'restated', 'cannot']),
        ...Count,
        /** Phones with a copy of it that have been silent for days: what was signed there is not counted yet. */
        silent: z.int(),
        /** A commune of record in it. */
        communeId: z.string(),
      }),
    ),
  }),
})
