// Signatures that came from a wiped or withdrawn device, or for a hamlet merged since: a person decides.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText } from '../../../platform/contract/schemas.ts'
import { fieldRefusals } from './refusals.ts'

export const keptReasons = ['device_wiped', 'device_withdrawn', 'hamlet_merged'] as const

export const ListKept = defineQuery({
  name: 'field.kept',
  title: { vi: 'Phiếu từ máy chờ quyết định', en: 'Signatures from devices that wait for a decision' },
  permission: 'commitments.decide',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    kept: z.array(
      z.object({
        communeId: z.string(),
        id: z.string(),
        hamlet: z.nullable(z.object({ id: z.string(), name: z.string() })),
        reason: z.enum(keptReasons),
        device: z.string(),
        person: z.string(),
        entry: z.string(),
        drive: z.nullable(z.object({ vi: z.string(), en: z.string() })),
        signedAt: z.string(),
        /** Base64 of the strokes. */
        ink: z.nullable(z.string()),
        keptAt: z.string(),
      }),
    ),
  }),
})

export const DecideKept = defineCommand({
  name: 'field.decideKept',
  title: { vi: 'Quyết định phiếu từ máy', en: 'Decide on a signature from a device' },
  permission: 'commitments.decide',
  place: 'record',
  input: z.object({ communeId: Id, id: Id, decision: z.enum(['accepted', 'refused']), note: OptionalText(500) }),
  /** What became of it when it was accepted: the same judgement as for any signature. */
  output: z.object({ outcome: z.enum(['accepted', 'repeated', 'held', 'refused']), reason: z.optional(z.string()) }),
  refusals: [fieldRefusals.already_decided],
})
