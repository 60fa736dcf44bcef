// Findings: a lead being verified, a test, the residence, the notice. None of them is a status.

import * as z from 'zod/mini'
import { PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { testGroundIds, testOrdererIds } from '../../../rules/law/grounds.ts'
import { EventId, kind, Note, on, Paper } from './kind.ts'

/** What lists of before call where somebody stands; a decision alone makes any of it true. */
export const listedStatuses = [
  'managed',
  'addict',
  'home',
  'private',
  'public',
  'reform-school',
  'substitution',
  'compulsory',
  'after',
] as const
export type ListedStatus = (typeof listedStatuses)[number]

export const findings = {
  listed: kind({ vi: 'Có tên trong danh sách lưu trước đây', en: 'On a list kept before' }, 'finding', {
    source: Text(200),
    says: z.optional(z.enum(listedStatuses)),
    /** Why what it says is no status here. */
    missing: z.optional(z.enum(['decision', 'earlier-steps'])),
    /** The paper that the list names, where it could not be entered as a decision. */
    cited: z.optional(Paper),
    note: Note,
  }),
  'verification-opened': kind({ vi: 'Mở việc xác minh', en: 'Verification opened' }, 'finding', {
    ground: z.optional(z.enum(testGroundIds)),
    note: Note,
  }),
  'verification-closed': kind({ vi: 'Kết thúc xác minh', en: 'Verification closed' }, 'finding', {
    of: z.optional(EventId),
    outcome: z.enum(['founded', 'unfounded']),
    note: Note,
  }),
  tested: kind(
    { vi: 'Xét nghiệm', en: 'Test' },
    'finding',
    {
      ground: z.optional(z.enum(testGroundIds)),
      result: z.enum(['positive', 'negative', 'refused']),
      /** Who had it done. */
      hadBy: z.optional(z.enum(testOrdererIds)),
      sample: z.enum(['urine', 'blood', 'other']),
      /** Parents or guardian of a minor were there; wanted unless the sample is urine. */
      parentsPresent: z.optional(z.boolean()),
      /** The officer who watched was of the same sex; wanted for urine. */
      sameSexOfficer: z.optional(z.boolean()),
      /** In the mountains, on an island, far away: more time to verify the residence. */
      remote: z.optional(z.boolean()),
      substances: z.optional(Text(200)),
      note: Note,
    },
    on('III-01'),
  ),
  'residence-verified': kind({ vi: 'Xác minh nơi cư trú', en: 'Residence verified' }, 'finding', {
    stable: z.boolean(),
    note: Note,
  }),
  'notice-sent': kind(
    { vi: 'Gửi thông báo về hành vi sử dụng', en: 'Notice of the use sent' },
    'finding',
    {
      /** Of which place the police are told; without a stable residence two of them are. */
      addressee: z.optional(z.enum(['residence', 'detection', 'registration'])),
      to: z.optional(Text(200)),
      note: Note,
    },
    on('III-02'),
  ),
  'notice-received': kind(
    { vi: 'Nhận thông báo về hành vi sử dụng', en: 'Notice of the use received' },
    'finding',
    { from: z.optional(Text(200)), testedOn: z.optional(PlainDate), note: Note },
    on('III-02'),
  ),
}
