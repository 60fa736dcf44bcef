// Who stands on the rosters of a commune: looked at page by page, corrected, taken off.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { placeKinds } from './declared.ts'

export const entryRefusals = defineRefusals('rosters', {
  ended_in_future: { status: 422, vi: 'Ngày đưa ra không được sau hôm nay.', en: 'The day may not be after today.' },
  already_ended: { vi: 'Tên này đã được đưa ra khỏi danh sách.', en: 'This entry has already been taken off.' },
  ended_before_listed: {
    status: 422,
    vi: 'Ngày đưa ra sớm hơn ngày có tên trong danh sách {day}.',
    en: 'The day is before the entry was listed on {day}.',
  },
  no_such_hamlet: {
    status: 422,
    vi: 'Thôn, tổ dân phố này không thuộc xã vào ngày có tên trong danh sách, {day}.',
    en: 'This hamlet did not belong to the commune on the day of the entry, {day}.',
  },
  not_of_a_hamlet: {
    status: 422,
    vi: 'Chỉ chuyển được tên trong danh sách của một thôn sang thôn khác.',
    en: 'Only an entry on the list of a hamlet can be moved to another hamlet.',
  },
  no_list_there: {
    vi: 'Thôn ấy chưa có danh sách của nhóm này. Hãy nhập danh sách của thôn trước.',
    en: 'That hamlet has no list of this group yet. Bring in its list first.',
  },
  signed_here: {
    vi: 'Người này đã ký ở thôn cũ, nên không chuyển được. Nếu đã chuyển đi, hãy đưa ra khỏi danh sách với lý do “chuyển đi”.',
    en: 'They have signed in the old hamlet, so the entry cannot be moved. If they moved away, take it off with that reason.',
  },
})

export const ListRosterEntries = defineQuery({
  name: 'rosters.entries',
  title: { vi: 'Tên trong danh sách của một xã', en: 'Entries on the rosters of a commune' },
  permission: 'rosters.read',
  place: { in: (input) => input.areaId },
  input: z.object({
    areaId: Id,
    on: PlainDate,
    group: z.optional(Text(60)),
    /** A hamlet, a body, or the commune itself for what is listed for all of it. */
    placeId: z.optional(Id),
    listId: z.optional(Id),
    /** A number, or part of a name or address, with marks or without. */
    q: z.optional(z.string().check(z.maxLength(120))),
    ...Page,
  }),
  output: z.object({
    area: z.object({ id: z.string(), name: z.string() }),
    rows: z.array(
      z.object({
        id: z.string(),
        number: z.nullable(z.number()),
        name: z.string(),
        address: z.string(),
        headcount: z.nullable(z.number()),
        groupId: z.string(),
        place: z.object({ id: z.string(), kind: z.enum(placeKinds), name: z.string() }),
        since: z.string(),
        version: z.number(),
      }),
    ),
    next: z.optional(z.string()),
    groups: z.array(z.object({ id: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
    hamlets: z.array(z.object({ id: z.string(), name: z.string() })),
    may: z.object({ manage: z.boolean() }),
  }),
})

export const CorrectEntry = defineCommand({
  name: 'rosters.correctEntry',
  title: { vi: 'Sửa một tên trong danh sách', en: 'Correct an entry of a roster' },
  permission: 'rosters.manage',
  place: { in: (input) => input.communeId },
  input: z.object({
    communeId: Id,
    entryId: Id,
    version: Version,
    name: Text(120),
    number: z.nullable(z.int().check(z.positive(), z.maximum(999_999))),
    address: OptionalText(200),
    headcount: z.nullable(z.int().check(z.minimum(1), z.maximum(99))),
    /** Another hamlet: the entry has stood there from its first day. Left out, it stays where it is. */
    hamletId: z.optional(Id),
  }),
  output: z.object({ id: z.string(), version: z.number() }),
  refusals: [
    entryRefusals.already_ended,
    entryRefusals.no_such_hamlet,
    entryRefusals.not_of_a_hamlet,
    entryRefusals.no_list_there,
    entryRefusals.signed_here,
  ],
})

export const endReasons = ['moved', 'died', 'left', 'error'] as const
export const EndEntry = defineCommand({
  name: 'rosters.endEntry',
  title: { vi: 'Đưa một tên ra khỏi danh sách', en: 'Take an entry off a list' },
  permission: 'rosters.manage',
  place: { in: (input) => input.communeId },
  input: z.object({
    communeId: Id,
    entryId: Id,
    version: Version,
    on: PlainDate,
    reason: z.enum(endReasons),
  }),
  output: z.object({ id: z.string() }),
  refusals: [entryRefusals.already_ended, entryRefusals.ended_in_future, entryRefusals.ended_before_listed],
})
