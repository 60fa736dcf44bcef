// Signatures that came from a wiped or withdrawn device, or for a hamlet merged since, and notes why one has not signed: a person
// decides.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText } from '../../../platform/contract/schemas.ts'
import { unsignedReasons, unsignedRefusals } from '../../commitments/contract.ts'
import { fieldRefusals } from './refusals.ts'

export const keptReasons = ['device_wiped', 'device_withdrawn', 'hamlet_merged'] as const

export const ListKept = defineQuery({
  name: 'field.kept',
  title: {
    vi: 'Phiếu và ghi chú từ máy chờ quyết định',
    en: 'Signatures and notes from devices that wait for a decision',
  },
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
        kind: z.enum(['signature', 'unsigned']),
        /** When it was signed or noted. */
        at: z.string(),
        /** Base64 of the strokes. */
        ink: z.nullable(z.string()),
        /** Why one has not signed, for those who take signatures there and nobody above; a null reason takes a note away. */
        note: z.nullable(
          z.object({ reason: z.nullable(z.enum(unsignedReasons)), visitAgainOn: z.nullable(z.string()) }),
        ),
        keptAt: z.string(),
      }),
    ),
  }),
})

export const DecideKept = defineCommand({
  name: 'field.decideKept',
  title: { vi: 'Quyết định phiếu, ghi chú từ máy', en: 'Decide on a signature or note from a device' },
  permission: 'commitments.decide',
  place: 'record',
  input: z.object({ communeId: Id, id: Id, decision: z.enum(['accepted', 'refused']), note: OptionalText(500) }),
  /** What became of it when it was accepted: the same judgement as for any signature; a note is `repeated` where it serves no more. */
  output: z.object({ outcome: z.enum(['accepted', 'repeated', 'held', 'refused']), reason: z.optional(z.string()) }),
  refusals: [fieldRefusals.already_decided, unsignedRefusals.signer_unknown, unsignedRefusals.drive_not_taking],
})
