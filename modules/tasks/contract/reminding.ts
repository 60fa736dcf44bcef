// Reminding heads by hand, taking it back for a while, and the notices of the bell.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, OptionalText, PlainDate } from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'
import { ProgrammeSlug } from './shapes.ts'

export const RemindHeads = defineCommand({
  name: 'tasks.remind',
  title: { vi: 'Nhắc người đứng đầu', en: 'Remind the accountable heads' },
  permission: 'tasks.assign',
  place: 'record',
  input: z.object({ taskIds: z.array(Id).check(z.minLength(1), z.maxLength(500)), note: OptionalText(500) }),
  output: z.object({
    /** Names what was sent, for taking it back. */
    batchId: Id,
    sent: z.int(),
    skipped: z.array(z.object({ taskId: Id, why: z.enum(['finished', 'waits', 'reminded-today']) })),
    sentAt: Instant,
    withdrawUntil: Instant,
  }),
  refusals: [taskRefusals.nothing_to_remind],
})

export const WithdrawReminders = defineCommand({
  name: 'tasks.withdrawReminders',
  title: { vi: 'Thu hồi lời nhắc vừa gửi', en: 'Take back the reminders just sent' },
  permission: 'tasks.assign',
  place: 'record',
  input: z.object({ batchId: Id }),
  output: z.object({ withdrawn: z.int() }),
  refusals: [taskRefusals.reminders_too_old],
})

export const ListNotices = defineQuery({
  name: 'tasks.notifications',
  title: { vi: 'Thông báo của tôi', en: 'My notices' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ programme: ProgrammeSlug, on: z.optional(PlainDate) }),
  output: z.object({
    fresh: z.int(),
    rows: z.array(
      z.object({
        id: Id,
        kind: z.enum([
          'soon',
          'late',
          'escalation',
          'by-hand',
          'asked',
          'handed-in',
          'granted',
          'refused',
          'accepted',
          'returned',
          'reopened',
          'assigned',
        ]),
        taskId: Id,
        title: z.string(),
        area: z.string(),
        /** The post concerned. */
        post: z.string(),
        on: PlainDate,
        dueOn: PlainDate,
        note: z.string(),
        fresh: z.boolean(),
      }),
    ),
  }),
})

export const SeeNotices = defineCommand({
  name: 'tasks.seeNotices',
  title: { vi: 'Đánh dấu đã xem thông báo', en: 'Mark the notices as seen' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ seenAt: Instant }),
})
