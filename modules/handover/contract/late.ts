// What is late, for those who oversee the area: which communes owe an answer, and counts that are made safe; never which hand-over.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { lateReasons } from '../rules/late.ts'
import { UnitShown } from './sendings.ts'

/** Null: hidden, because it is small or lets another one be computed. */
const HiddenCount = z.nullable(z.int())

export const ListLateSendings = defineQuery({
  name: 'handover.late',
  title: { vi: 'Các lần chuyển hồ sơ trễ hạn trong địa bàn', en: 'Late hand-overs of an area' },
  permission: 'handover.oversee',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    /** Counts below it are hidden. */
    least: z.int(),
    provinces: z.array(
      z.extend(UnitShown, {
        /** Null: of a part of a province only, no counts are told. */
        counts: z.nullable(z.object({ onTheirWay: HiddenCount, late: HiddenCount })),
        /** Those within reach. */
        communes: z.array(z.extend(UnitShown, { why: z.array(z.enum(lateReasons)) })),
      }),
    ),
  }),
})

/** For whoever keeps files: what waits for their answer, and what of theirs is late, as numbers. */
export const CountWaiting = defineQuery({
  name: 'handover.waiting',
  title: { vi: 'Số hồ sơ chuyển đến chờ trả lời', en: 'How many files that came in wait for an answer' },
  permission: 'cases.police',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    in: z.int(),
    late: z.int(),
    /** Notices of stay that wait to be acknowledged. */
    notices: z.int(),
  }),
})
