// What the commune decides: signatures that came but could not simply count, and promises that turn out not to stand.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, Page, Text } from '../../../platform/contract/schemas.ts'
import { ways } from './signing.ts'

export const decidingRefusals = defineRefusals('commitments', {
  decided_already: {
    vi: 'Bản ký này đã được quyết định theo cách khác.',
    en: 'This signature has been decided the other way.',
  },
  merged_elsewhere: {
    vi: 'Người ký đã được gộp vào danh sách của xã khác, bản ký này không tính ở đây được. Không nhận, hoặc hoàn tác lần gộp.',
    en: 'The signer has been merged into the roster of another commune, so this cannot count here. Refuse it, or undo the merge.',
  },
  proof_gone: {
    vi: 'Cuộc họp hoặc tệp làm căn cứ của bản ký này không còn đủ. Không nhận, rồi ghi lại với căn cứ đúng.',
    en: 'The meeting or file that proves this signature no longer stands. Refuse it, then record it again with its proof.',
  },
  voided_already: { vi: 'Bản cam kết này đã được hủy.', en: 'This promise has been voided already.' },
})

export const ListHeld = defineQuery({
  name: 'commitments.held',
  title: { vi: 'Bản ký chờ quyết định của một xã', en: 'Signatures of a commune that wait for a decision' },
  permission: 'commitments.decide',
  place: { in: (input) => input.communeId },
  input: z.object({ driveId: Id, communeId: Id, ...Page }),
  output: z.object({
    next: z.optional(z.string()),
    rows: z.array(
      z.object({
        id: z.string(),
        entryId: z.string(),
        name: z.string(),
        groupId: z.string(),
        /** A name out of `signingReasons`. */
        reason: z.string(),
        way: z.enum(ways),
        signedAt: z.string(),
        witness: z.string(),
        typedName: z.nullable(z.string()),
        /** Base64 of the strokes; null where there were none. */
        ink: z.nullable(z.string()),
        heldAt: z.string(),
        heldBy: z.nullable(z.string()),
      }),
    ),
  }),
})

export const DecideHeld = defineCommand({
  name: 'commitments.decideHeld',
  title: { vi: 'Quyết định một bản ký đang chờ', en: 'Decide on a held signature' },
  permission: 'commitments.decide',
  place: { in: (input) => input.communeId },
  input: z.object({ communeId: Id, id: Id, decision: z.enum(['accepted', 'refused']), note: OptionalText(500) }),
  output: z.object({
    id: z.string(),
    decision: z.enum(['accepted', 'refused']),
    /** The promise that it replaced. */
    replaced: z.nullable(z.string()),
  }),
  refusals: [decidingRefusals.decided_already, decidingRefusals.merged_elsewhere, decidingRefusals.proof_gone],
})

export const VoidPromise = defineCommand({
  name: 'commitments.void',
  title: { vi: 'Hủy một bản cam kết ghi nhầm', en: 'Void a promise that was recorded wrongly' },
  permission: 'commitments.decide',
  place: { in: (input) => input.communeId },
  input: z.object({ communeId: Id, id: Id, reason: Text(500) }),
  output: z.object({ id: z.string() }),
  refusals: [decidingRefusals.voided_already],
})
