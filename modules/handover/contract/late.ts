// What is late, for those who oversee the area: how many, their numbers and communes; never of whom.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant } from '../../../platform/contract/schemas.ts'
import { UnitShown } from './sendings.ts'

export const ListLateSendings = defineQuery({
  name: 'handover.late',
  title: { vi: 'Các lần chuyển hồ sơ trễ hạn trong địa bàn', en: 'Late hand-overs of an area' },
  permission: 'handover.oversee',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    onTheirWay: z.int(),
    rows: z.array(
      z.object({ id: Id, number: z.string(), from: UnitShown, to: UnitShown, sentAt: Instant, dueAt: Instant }),
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
