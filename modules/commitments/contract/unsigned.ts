// Not signed yet, with a reason: so that somebody comes again. Never grounds for suspicion, and seen only where one signs.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Instant, PlainDate } from '../../../platform/contract/schemas.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'

export const unsignedReasons = ['absent', 'moved', 'declined', 'other'] as const
export type UnsignedReason = (typeof unsignedReasons)[number]
export const unsignedNames: Record<UnsignedReason, Bilingual> = {
  absent: { vi: 'vắng mặt', en: 'absent' },
  moved: { vi: 'đã chuyển đi', en: 'moved away' },
  declined: { vi: 'chưa đồng ý ký', en: 'declined for now' },
  other: { vi: 'lý do khác', en: 'another reason' },
}

export const unsignedRefusals = defineRefusals('commitments', {
  signer_unknown: {
    status: 404,
    vi: 'Không có tên này trong danh sách ký của nơi này.',
    en: 'This entry is not on the rosters of this place.',
  },
  drive_not_taking: {
    vi: 'Đợt ký không mở: không cần ghi lý do chưa ký.',
    en: 'The drive takes no signatures: there is nothing to come again for.',
  },
  visit_in_past: {
    status: 422,
    vi: 'Ngày đến lại phải từ ngày {day} trở đi.',
    en: 'The day to come again may not be before {day}.',
  },
})

export const NoteUnsigned = defineCommand({
  name: 'commitments.unsigned',
  title: { vi: 'Ghi lý do chưa ký và ngày đến lại', en: 'Note why one has not signed, and when to come again' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  worksOffline: true,
  input: z.object({
    driveId: Id,
    communeId: Id,
    hamletId: z.nullable(Id),
    entryId: Id,
    /** null takes the note away. */
    reason: z.nullable(z.enum(unsignedReasons)),
    visitAgainOn: z.optional(z.nullable(PlainDate)),
    /** When it was noted on a device: an older note never replaces a newer one. */
    at: z.optional(Instant),
  }),
  /** `signed`: meanwhile a promise stands, so nothing is kept. `older`: a newer note stands. */
  output: z.object({ outcome: z.enum(['noted', 'removed', 'signed', 'older']) }),
  refusals: [unsignedRefusals.signer_unknown, unsignedRefusals.drive_not_taking, unsignedRefusals.visit_in_past],
})
