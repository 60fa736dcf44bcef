// Likely duplicates: pairs of entries that a search proposes, and what a person decides on each. Nothing is merged by itself.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Page, PlainDate, Version } from '../../../platform/contract/schemas.ts'

export const duplicateRefusals = defineRefusals('rosters', {
  pair_decided: {
    vi: 'Cặp này đã được quyết định. Hoàn tác quyết định ấy trước.',
    en: 'This pair has been decided. Take that decision back first.',
  },
  pair_not_decided: { vi: 'Cặp này chưa được quyết định.', en: 'This pair has not been decided.' },
  pair_entry_ended: {
    vi: '{name} không còn trong danh sách, không còn gì để gộp.',
    en: '{name} is no longer on the roster; there is nothing to merge.',
  },
  merge_in_future: { status: 422, vi: 'Ngày gộp không được sau hôm nay.', en: 'The day may not be after today.' },
  unmerge_merged_on: {
    vi: '{name} sau đó đã được gộp vào {into}. Hoàn tác lần gộp ấy trước.',
    en: '{name} has been merged into {into} since. Undo that merge first.',
  },
  unmerge_list_replaced: {
    vi: 'Danh sách có tên {name} đã được danh sách mới thay từ {day}. Tên này thiếu thì thêm vào danh sách mới.',
    en: 'A newer list has counted instead of the one with {name} since {day}. If the name is missing, add it to the newer one.',
  },
  unmerge_changed: {
    vi: '{name} không còn là tên đã gộp, không hoàn tác được nữa.',
    en: '{name} is no longer a merged entry; this cannot be undone any more.',
  },
})

export const pairStates = ['open', 'later', 'decided'] as const
export const mergeFields = ['name', 'address', 'headcount', 'birthYear'] as const
export type MergeField = (typeof mergeFields)[number]

const BilingualName = z.object({ vi: z.string(), en: z.string() })
const Side = z.object({
  id: z.string(),
  communeId: z.string(),
  commune: z.string(),
  /** The hamlet or body whose list it stands on. */
  place: z.nullable(z.string()),
  list: z.string(),
  asOf: z.string(),
  number: z.nullable(z.number()),
  name: z.string(),
  address: z.string(),
  headcount: z.nullable(z.number()),
  birthYear: z.nullable(z.number()),
  /** How many promises of theirs stand. */
  signed: z.number(),
})

export const ListPairs = defineQuery({
  name: 'rosters.pairs',
  title: { vi: 'Các tên có thể trùng', en: 'Likely duplicates' },
  permission: 'rosters.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, state: z._default(z.enum(pairStates), 'open'), ...Page }),
  output: z.object({
    area: z.object({ id: z.string(), name: z.string(), type: z.string(), level: z.string() }),
    counts: z.object({ open: z.number(), later: z.number(), decided: z.number() }),
    search: z.object({
      /** Communes whose search waits or is under way. */
      waiting: z.number(),
      done: z.number(),
      total: z.nullable(z.number()),
      finishedAt: z.nullable(z.string()),
    }),
    next: z.optional(z.string()),
    rows: z.array(
      z.object({
        id: z.string(),
        communeId: z.string(),
        version: z.number(),
        group: BilingualName,
        reasons: z.array(z.string()),
        decision: z.nullable(z.enum(['merged', 'apart', 'later'])),
        decidedAt: z.nullable(z.string()),
        decidedBy: z.nullable(z.string()),
        keptId: z.nullable(z.string()),
        sides: z.tuple([Side, Side]),
      }),
    ),
  }),
})

export const SearchPairs = defineCommand({
  name: 'rosters.searchPairs',
  title: { vi: 'Tìm các tên có thể trùng', en: 'Search for likely duplicates' },
  permission: 'rosters.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id }),
  output: z.object({ communes: z.number() }),
})

const which = { communeId: Id, id: Id, version: Version }
const decided = z.object({ id: z.string(), version: z.number() })

export const DecidePair = defineCommand({
  name: 'rosters.decidePair',
  title: { vi: 'Quyết định hai tên là hai người, hoặc để sau', en: 'Decide that two entries are two, or later' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({ ...which, decision: z.enum(['apart', 'later']) }),
  output: decided,
  refusals: [duplicateRefusals.pair_decided],
})

export const MergePair = defineCommand({
  name: 'rosters.mergePair',
  title: { vi: 'Gộp hai tên là một', en: 'Merge two entries that are one' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({
    ...which,
    keepId: Id,
    /** Taken from the one that ends; the rest stays as it stands with the one that is kept. */
    take: z._default(z.array(z.enum(mergeFields)).check(z.maxLength(mergeFields.length)), []),
    /** From this day on they count as one. */
    on: PlainDate,
  }),
  output: z.object({ id: z.string(), version: z.number(), promises: z.number() }),
  refusals: [duplicateRefusals.pair_decided, duplicateRefusals.pair_entry_ended, duplicateRefusals.merge_in_future],
})

export const ReopenPair = defineCommand({
  name: 'rosters.reopenPair',
  title: { vi: 'Hoàn tác quyết định về hai tên', en: 'Take back the decision on two entries' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object(which),
  output: decided,
  refusals: [
    duplicateRefusals.pair_not_decided,
    duplicateRefusals.unmerge_merged_on,
    duplicateRefusals.unmerge_list_replaced,
    duplicateRefusals.unmerge_changed,
  ],
})
