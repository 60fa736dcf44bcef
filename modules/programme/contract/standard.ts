// Agencies, units and schools: whether each met the standard of a year.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import { planRefusals } from './plans.ts'
import { BodyRecord } from './targets.ts'

export const standardRefusals = defineRefusals('programme', {
  not_judged: {
    status: 422,
    vi: 'Chỉ cơ quan, đơn vị, trường học mới có chuẩn này.',
    en: 'Only agencies, units and schools are held to this standard.',
  },
  body_not_there: {
    status: 422,
    vi: 'Ngày {decidedOn} đơn vị này chưa có hoặc không còn.',
    en: 'On {decidedOn} this body did not exist.',
  },
  decided_already: {
    vi: 'Ngày {decidedOn} đã có kết quả khác cho đơn vị này.',
    en: 'Another result was decided for this body on {decidedOn}.',
  },
})

export const RecordStandard = defineCommand({
  name: 'programme.recordStandard',
  title: { vi: 'Ghi kết quả đạt chuẩn của đơn vị', en: 'Record whether a body met the standard' },
  permission: 'programme.manage',
  place: 'record',
  input: z.object({
    bodyId: Id,
    year: z.int().check(z.minimum(2000), z.maximum(2200)),
    met: z.boolean(),
    decidedOn: PlainDate,
    documentId: z.optional(Id),
  }),
  output: z.object({ bodyId: Id, year: z.int(), met: z.boolean(), decidedOn: PlainDate }),
  refusals: [
    standardRefusals.not_judged,
    standardRefusals.body_not_there,
    standardRefusals.decided_already,
    planRefusals.plan_closed,
    planRefusals.decided_in_future,
    planRefusals.document_unknown,
  ],
})

/** The results of a year, for the page of a unit. */
export const StandardOfArea = defineQuery({
  name: 'programme.standardOfArea',
  title: { vi: 'Cơ quan, đơn vị, trường học đạt chuẩn của một địa bàn', en: 'Bodies of an area and the standard' },
  permission: 'programme.read',
  place: { in: (input) => input.areaId },
  input: z.object({
    areaId: Id,
    year: z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2200)),
    on: z.optional(PlainDate),
  }),
  output: z.object({ on: PlainDate, met: z.int(), of: z.int(), bodies: z.array(BodyRecord) }),
})
