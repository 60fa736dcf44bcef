// Rosters: who is asked to sign, by group, in lists that are dated and name their source.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { defineRefusals } from '../../platform/contract/refusal.ts'
import { Id, OptionalText, PlainDate, Text } from '../../platform/contract/schemas.ts'

export * from './contract/declared.ts'
export * from './contract/duplicates.ts'
export * from './contract/entries.ts'
export * from './contract/import.ts'

export const rosterRefusals = defineRefusals('rosters', {
  as_of_in_future: {
    status: 422,
    vi: 'Ngày chốt danh sách không được sau hôm nay.',
    en: 'The day of the list may not be after today.',
  },
  no_such_group: { status: 422, vi: 'Không có nhóm này.', en: 'There is no such group.' },
  listed_nowhere: {
    status: 422,
    vi: 'Vào ngày chốt, thôn hoặc đơn vị này không thuộc xã.',
    en: 'On the day of the list this hamlet or body did not belong to the commune.',
  },
  not_a_commune: {
    status: 422,
    vi: 'Danh sách thuộc về một xã, phường, thị trấn.',
    en: 'A list belongs to a commune.',
  },
  listed_already: {
    vi: '{count} tên đã có trong danh sách của nhóm này hoặc lặp lại trong bảng, ví dụ {name} ({place}). Bỏ những dòng ấy, hoặc xác nhận là người khác cùng tên.',
    en: '{count} entries are on a list of this group already or stand twice, for example {name} ({place}). Leave them out, or confirm that they are others of the same name.',
  },
})

const BilingualName = z.object({ vi: z.string(), en: z.string() })

export const ListRosters = defineQuery({
  name: 'rosters.lists',
  title: { vi: 'Danh sách người ký của một xã', en: 'Rosters of a commune' },
  permission: 'rosters.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, on: PlainDate }),
  output: z.object({
    area: z.object({ id: z.string(), code: z.string(), name: z.string(), type: z.string() }),
    groups: z.array(z.object({ id: z.string(), name: BilingualName })),
    lists: z.array(
      z.object({
        id: z.string(),
        groupId: z.string(),
        title: z.string(),
        /** The hamlet or body; null where it is of the commune as a whole. */
        place: z.nullable(z.string()),
        asOf: z.string(),
        source: z.string(),
        entries: z.number(),
        demo: z.boolean(),
      }),
    ),
    may: z.object({ manage: z.boolean() }),
  }),
})

export const RosterEntry = z.object({
  id: Id,
  number: z.optional(z.int().check(z.positive(), z.maximum(999_999))),
  name: Text(120),
  address: OptionalText(200),
  headcount: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
})

export const AddList = defineCommand({
  name: 'rosters.addList',
  title: { vi: 'Thêm một danh sách', en: 'Add a list' },
  permission: 'rosters.manage',
  place: { in: (input) => input.communeId },
  input: z.object({
    id: Id,
    communeId: Id,
    /** A hamlet or body of the commune; left out, the list is of the commune as a whole. */
    placeId: z.optional(Id),
    groupId: Text(60),
    title: Text(200),
    asOf: PlainDate,
    source: Text(200),
    /** Others of the same name, and not the same people once more. */
    allowRepeats: z._default(z.boolean(), false),
    entries: z.array(RosterEntry).check(z.minLength(1), z.maxLength(2_000)),
  }),
  output: z.object({ id: z.string(), entries: z.number() }),
  refusals: [
    rosterRefusals.as_of_in_future,
    rosterRefusals.no_such_group,
    rosterRefusals.not_a_commune,
    rosterRefusals.listed_nowhere,
    rosterRefusals.listed_already,
  ],
})
