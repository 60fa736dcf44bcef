// The time limits that are the law on a day; they hold no person.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { PlainDate } from '../../../platform/contract/schemas.ts'
import { HolidaysShown } from './holidays.ts'
import { caseRefusals } from './refusals.ts'

const Words = z.object({ vi: z.string(), en: z.string() })

export const ListDeadlines = defineQuery({
  name: 'cases.deadlines',
  title: { vi: 'Thời hạn theo luật', en: 'Time limits of the law' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ on: PlainDate }),
  output: z.object({
    period: z.object({
      id: z.string(),
      from: z.string(),
      title: Words,
      changed: Words,
      sources: z.array(Words),
    }),
    /** Years of holidays that were entered here, to count with. */
    holidays: z.array(HolidaysShown),
    rows: z.array(
      z.object({
        id: z.string(),
        stage: z.string(),
        what: Words,
        begins: Words,
        /** `act`: has to be done by its end; `term`: runs until its end; `limit`: afterwards nothing may be decided. */
        kind: z.enum(['act', 'term', 'limit']),
        span: z.object({ count: z.int(), unit: z.enum(['hours', 'days', 'working-days', 'months']) }),
        /** Custody that lasts longer than what is left ends it. */
        endsWhenOutlasted: z.boolean(),
        /** Counted back from the end of a term; null for those that run on. */
        back: z.nullable(z.enum(['at-least', 'within'])),
        by: Words,
        source: Words,
        forms: z.nullable(z.string()),
        /** What has to be checked against the official text. */
        toCheck: z.nullable(Words),
      }),
    ),
  }),
  refusals: [caseRefusals.no_rules],
})
