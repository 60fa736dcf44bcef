// "Why may she?": every rule that was looked at for a person, a permission, an area and a day.

import * as z from 'zod/mini'
import { defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../../platform/contract/schemas.ts'
import { refusals } from './refusals.ts'
import { AreaBrief, PersonBrief } from './shapes.ts'

const Sentence = z.object({ vi: z.string(), en: z.string() })

export const Step = z.object({
  /** What was looked at: the person, one grant, one delegation. */
  about: z.enum(['person', 'grant', 'delegation', 'lent-grant', 'nothing']),
  subject: Sentence,
  /** Each rule in turn, up to the first that failed. */
  rules: z.array(z.object({ rule: z.string(), holds: z.boolean(), reason: Sentence })),
  allows: z.boolean(),
})

export const Explain = defineQuery({
  name: 'access.explain',
  title: { vi: 'Vì sao người này được (hoặc không được) làm việc đó?', en: 'Why may this person do that, or not?' },
  permission: 'access.read',
  place: { in: (input) => input.areaId },
  input: z.object({
    personId: Id,
    permission: z.string().check(z.maxLength(60)),
    areaId: Id,
    on: z.optional(PlainDate),
  }),
  output: z.object({
    person: PersonBrief,
    permission: z.object({ name: z.string(), vi: z.string(), en: z.string() }),
    area: AreaBrief,
    on: z.string(),
    allowed: z.boolean(),
    verdict: Sentence,
    steps: z.array(Step),
  }),
  refusals: [refusals.no_such_person, refusals.no_such_permission],
})
