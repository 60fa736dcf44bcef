// Opening a file in an emergency, by somebody whose role does not open it: for three hours, told at once, reviewed afterwards.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, Instant, Text } from '../../../platform/contract/schemas.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'
import { FileRow, ReadFile } from './files.ts'
import { caseRefusals as no } from './refusals.ts'

/** What may be at stake: nothing else breaks the glass. */
export const stakes = {
  life: { vi: 'Tính mạng, sức khỏe của người đó', en: 'The life or health of the person' },
  others: { vi: 'Tính mạng, sức khỏe của người khác', en: 'The life or health of others' },
  child: { vi: 'An toàn của trẻ em', en: 'The safety of a child' },
  treatment: { vi: 'Cấp cứu, tránh tương tác thuốc', en: 'Emergency treatment, interaction of medicines' },
} satisfies Record<string, Bilingual>
export type StakeId = keyof typeof stakes
export const stakeIds = Object.keys(stakes) as [StakeId, ...StakeId[]]

const here = { in: (input: { communeId: string }) => input.communeId }

/** Somebody in particular: two words of a name or a number, never a list. */
export const FindInEmergency = defineCommand({
  name: 'cases.find-in-emergency',
  sealsInput: true,
  title: { vi: 'Tìm một người khi khẩn cấp', en: 'Find one person in an emergency' },
  permission: 'cases.emergency',
  place: here,
  input: z.object({ communeId: Id, text: Text(200) }),
  output: z.object({ rows: z.array(FileRow) }),
  forgetAnswer: true,
  refusals: [no.emergency_not_yours, no.emergency_too_wide, no.key_missing],
})

export const OpenInEmergency = defineCommand({
  name: 'cases.open-in-emergency',
  sealsInput: true,
  title: { vi: 'Mở hồ sơ khẩn cấp, 3 giờ', en: 'Open a file in an emergency, for 3 hours' },
  permission: 'cases.emergency',
  place: here,
  input: z.object({
    communeId: Id,
    fileId: Id,
    id: Id,
    stake: z.enum(stakeIds),
    ground: Text(300),
    /** What happens to whom if the file stays closed. */
    statement: Text(1000),
  }),
  output: z.object({ id: Id, until: Instant }),
  refusals: [no.already_recorded, no.emergency_not_yours, no.emergency_not_needed, no.key_missing],
})

export const ReadInEmergency = defineQuery({
  name: 'cases.one-in-emergency',
  title: { vi: 'Đọc một hồ sơ đã mở khẩn cấp', en: 'Read a file that was opened in an emergency' },
  permission: 'cases.emergency',
  place: here,
  input: z.object({ communeId: Id, fileId: Id, openingId: Id }),
  sensitive: true,
  output: ReadFile.output,
  refusals: [no.not_open, no.key_missing, no.erased],
})

export const CloseEmergency = defineCommand({
  name: 'cases.close-emergency',
  sealsInput: true,
  title: { vi: 'Đóng lượt mở khẩn cấp', en: 'Close a file that one opened in an emergency' },
  permission: 'cases.emergency',
  place: here,
  input: z.object({ communeId: Id, fileId: Id, openingId: Id }),
  output: z.object({ closedAt: Instant }),
  refusals: [no.not_open],
})

export const reviewOutcomes = ['justified', 'unjustified'] as const
const Reader = z.object({ id: Id, name: z.nullable(z.string()) })
const Commune = z.object({ id: Id, name: z.string(), type: z.string() })

export const EmergencyRow = z.object({
  id: Id,
  commune: Commune,
  fileNumber: z.string(),
  reader: Reader,
  stake: z.enum(stakeIds),
  /** Null where this machine lacks the master key. */
  ground: z.nullable(z.string()),
  statement: z.nullable(z.string()),
  openedAt: Instant,
  until: Instant,
  reviewDue: Instant,
  overdue: z.boolean(),
  review: z.nullable(
    z.object({ outcome: z.enum(reviewOutcomes), reason: z.string(), by: z.nullable(z.string()), at: Instant }),
  ),
  /** Whether the one who asks may review it: never the reader. */
  mayReview: z.boolean(),
})
export type EmergencyRow = z.output<typeof EmergencyRow>

export const ListEmergencies = defineQuery({
  name: 'cases.emergencies',
  title: { vi: 'Các lượt mở khẩn cấp', en: 'Files opened in an emergency' },
  permission: 'cases.review',
  place: 'scope',
  input: z.object({ show: z._default(z.enum(['open', 'all']), 'open'), limit: z._default(CountParameter(200), 100) }),
  sensitive: true,
  output: z.object({ rows: z.array(EmergencyRow), waiting: z.int(), overdue: z.int() }),
})

export const ReviewEmergency = defineCommand({
  name: 'cases.review-emergency',
  sealsInput: true,
  title: { vi: 'Rà soát một lượt mở khẩn cấp', en: 'Review a file opened in an emergency' },
  permission: 'cases.review',
  place: here,
  input: z.object({ communeId: Id, id: Id, outcome: z.enum(reviewOutcomes), reason: Text(500) }),
  output: z.object({ reviewedAt: Instant }),
  refusals: [no.review_own, no.reviewed_already, no.key_missing],
})

/** What the frame says at once: to whoever reviews, and of questions to whoever watches. */
export const WatchWaiting = defineQuery({
  name: 'cases.watch-waiting',
  title: { vi: 'Việc giám sát đang chờ', en: 'What waits for those who watch' },
  permission: 'cases.review',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    emergencies: z.array(z.object({ id: Id, fileNumber: z.string(), openedAt: Instant, commune: z.string() })),
    waiting: z.int(),
    overdue: z.int(),
    questions: z.int(),
  }),
})
