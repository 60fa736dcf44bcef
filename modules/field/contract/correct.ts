// Setting right what a roster says of an entry, at the door or in the office, and settling what was said in two ways. Whoever
// corrects says what they had seen before, fact by fact, so that two who change different facts never get in each other's way.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, OptionalText, Text } from '../../../platform/contract/schemas.ts'
import { fieldRefusals } from './refusals.ts'

export const endings = ['moved', 'died', 'left', 'error'] as const
export type Ending = (typeof endings)[number]

const people = z.int().check(z.minimum(1), z.maximum(99))
const number = z.int().check(z.positive(), z.maximum(999_999))
const seen = z.string().check(z.maxLength(200))

/** One fact: what was seen before, and what is right. `ended`: no longer here, and why; null: still here. */
const Change = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), base: seen, value: Text(120) }),
  z.object({ field: z.literal('address'), base: seen, value: OptionalText(200) }),
  z.object({ field: z.literal('headcount'), base: z.nullable(z.int()), value: z.nullable(people) }),
  z.object({ field: z.literal('number'), base: z.nullable(z.int()), value: z.nullable(number) }),
  z.object({ field: z.literal('ended'), base: z.nullable(z.string()), value: z.nullable(z.enum(endings)) }),
])
export type Change = z.output<typeof Change>
export const correctedFields = ['name', 'address', 'headcount', 'number', 'ended'] as const
export type CorrectedField = (typeof correctedFields)[number]

/** A fact as it is written: text, a number, or nothing. */
const Fact = z.nullable(z.union([z.string(), z.number()]))
export type Fact = z.output<typeof Fact>

export const Correct = defineCommand({
  name: 'field.correct',
  title: { vi: 'Sửa thông tin một hộ, một người trong danh sách', en: 'Set right what a roster says of an entry' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  worksOffline: true,
  input: z.object({
    communeId: Id,
    hamletId: z.nullable(Id),
    entryId: Id,
    changes: z.array(Change).check(z.minLength(1), z.maxLength(5)),
    /** When it was noted, by a device that was not in touch. */
    at: z.optional(Instant),
    deviceId: z.optional(Id),
  }),
  /** `same`: it stood so already. `conflict`: somebody else had changed it, or the office decides; both are kept. The office decides
   * too on all that comes from a device that was wiped or withdrawn. */
  output: z.object({
    fields: z.array(z.object({ field: z.enum(correctedFields), outcome: z.enum(['taken', 'same', 'conflict']) })),
  }),
  refusals: [fieldRefusals.entry_unknown, fieldRefusals.entry_replaced],
})

export const conflictReasons = ['changed_elsewhere', 'office_decides', 'device_wiped', 'device_withdrawn'] as const

export const ListConflicts = defineQuery({
  name: 'field.conflicts',
  title: { vi: 'Thông tin hai nơi ghi khác nhau', en: 'Facts that were said in two ways' },
  permission: 'rosters.manage',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    conflicts: z.array(
      z.object({
        communeId: z.string(),
        entryId: z.string(),
        place: z.string(),
        number: z.nullable(z.number()),
        name: z.string(),
        field: z.enum(correctedFields),
        /** As it stands on record, with the last change of the entry. */
        record: Fact,
        recordAt: z.string(),
        recordBy: z.nullable(z.string()),
        said: z.array(
          z.object({
            id: z.string(),
            value: Fact,
            at: z.string(),
            person: z.string(),
            device: z.nullable(z.string()),
            reason: z.enum(conflictReasons),
          }),
        ),
      }),
    ),
  }),
})

export const Settle = defineCommand({
  name: 'field.settle',
  title: { vi: 'Chọn một trong các cách ghi', en: 'Choose one of the ways it was said' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({
    communeId: Id,
    entryId: Id,
    field: z.enum(correctedFields),
    /** Those that were shown: one that came since stays open. */
    shown: z.array(Id).check(z.minLength(1), z.maxLength(50)),
    /** The one that is right; null: what stands on record is. */
    take: z.nullable(Id),
  }),
  output: z.object({ record: Fact }),
  refusals: [fieldRefusals.conflict_settled, fieldRefusals.entry_replaced],
})
