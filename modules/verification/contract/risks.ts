// The risks from which plans follow: dated data that an administrator changes; a lot keeps those it was closed with.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { verificationRefusals as refusals } from './refusals.ts'

const percent = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const Values = {
  /** In percent, as they are all told. */
  acceptable: percent(0, 50),
  rejectable: percent(5, 90),
  producer: percent(1, 20),
  consumer: percent(1, 20),
  /** How often one comes when nobody is at home. */
  tries: z.int().check(z.minimum(1), z.maximum(5)),
}

export const ShowRisks = defineQuery({
  name: 'verification.risks',
  title: { vi: 'Mức rủi ro của phúc tra', en: 'Risks of verification' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    /** The newest first; those of a later day are not in force yet. */
    rows: z.array(z.object({ id: z.string(), effectiveOn: z.string(), ...Values, reason: z.nullable(z.string()) })),
    inForce: z.string(),
    /** What they mean for lots of some sizes. */
    plans: z.array(z.object({ size: z.int(), sample: z.int(), allowed: z.int() })),
    may: z.object({ change: z.boolean() }),
  }),
})

export const SetRisks = defineCommand({
  name: 'verification.setRisks',
  title: { vi: 'Đổi mức rủi ro của phúc tra', en: 'Change the risks of verification' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({
    id: Id,
    /** The newest that was shown: when another has come meanwhile, it is refused. */
    afterId: Id,
    effectiveOn: PlainDate,
    ...Values,
    reason: Text(500),
  }),
  output: z.object({ id: z.string() }),
  refusals: [refusals.risks_too_close, refusals.risks_in_past],
})
