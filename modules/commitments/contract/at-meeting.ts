// Signing at a meeting: who is present signs, who is absent may be noted to be come to again; the minutes are the proof.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, PlainDate } from '../../../platform/contract/schemas.ts'
import { proofRefusals, Sign, Signature } from './signing.ts'
import { unsignedRefusals } from './unsigned.ts'

export const ListSigningMeetings = defineQuery({
  name: 'commitments.meetings',
  title: {
    vi: 'Các cuộc họp làm căn cứ được cho việc ký ở một nơi',
    en: 'The meetings that can prove signatures of a place',
  },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({ communeId: Id, hamletId: z.optional(Id), on: PlainDate }),
  output: z.object({
    /** The latest first; a meeting that has not been held yet is none of them. */
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        heldOn: z.string(),
        area: z.object({ name: z.string(), type: z.string() }),
        /** What stands for its minutes; `none`: their paper has to be attached. */
        minutes: z.enum(['closed', 'recorded', 'none']),
      }),
    ),
  }),
})

export const SignAtMeeting = defineCommand({
  name: 'commitments.signAtMeeting',
  title: { vi: 'Ghi nhận ký theo lô tại cuộc họp', en: 'Take a batch of signatures at a meeting' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({
    driveId: Id,
    communeId: Id,
    hamletId: z.nullable(Id),
    meetingId: Id,
    /** The paper of the minutes, where the meeting has none on record. */
    fileId: z.optional(Id),
    witness: OptionalText(120),
    present: z.array(z.pick(Signature, { id: true, entryId: true, textNumber: true })).check(z.maxLength(200)),
    /** Noted as absent, so that somebody comes again. Whoever has signed meanwhile gets no note. */
    absent: z.array(Id).check(z.maxLength(200)),
  }),
  output: z.object({ ...Sign.output.shape, noted: z.int() }),
  refusals: [...Object.values(proofRefusals), unsignedRefusals.drive_not_taking],
})
