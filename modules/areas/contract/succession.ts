// One change of territory recorded by hand: a merger, a renaming, a split. Whole countries come by import.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { areaRefusals } from './refusals.ts'
import { Code } from './units.ts'

export const RecordSuccession = defineCommand({
  name: 'areas.recordSuccession',
  title: { vi: 'Ghi một lần nhập, chia, đổi tên', en: 'Record a merger, a split or a renaming' },
  permission: 'areas.manage',
  place: { in: (input) => [...input.from.map((part) => part.id), ...(input.parentId ? [input.parentId] : [])] },
  input: z.object({
    kind: z.enum(['rename', 'merge', 'split']),
    date: PlainDate,
    document: Text(300),
    /** The units that end on the day; the part of each that goes to `to[n]`, null where it is not known. */
    from: z
      .array(z.object({ id: Id, shares: z.array(z.nullable(z.number().check(z.gt(0), z.maximum(1)))) }))
      .check(z.minLength(1), z.maxLength(50)),
    /** The units that begin on it. */
    to: z
      .array(z.object({ id: Id, code: Code, name: Text(200), type: Text(50) }))
      .check(z.minLength(1), z.maxLength(50)),
    /** Where the new units belong; by default where the first older one belonged. */
    parentId: z.optional(Id),
    /** To which new unit each unit below goes; needed where there are several new ones. */
    children: z.optional(z.array(z.object({ id: Id, to: Id })).check(z.maxLength(2000))),
    note: OptionalText(500),
  }),
  output: z.object({ unitIds: z.array(z.string()) }),
  refusals: [
    areaRefusals.not_valid_then,
    areaRefusals.already_ended,
    areaRefusals.overlap,
    areaRefusals.shares_over_one,
    areaRefusals.wrong_count,
    areaRefusals.mixed_levels,
    areaRefusals.goes_nowhere,
    areaRefusals.comes_from_nowhere,
    areaRefusals.too_many_shares,
    areaRefusals.parent_not_above,
    areaRefusals.parent_ends,
    areaRefusals.children_untold,
    areaRefusals.not_a_child,
  ],
})
