// The notice to the commune of stay: what came in, its words, its acknowledgement.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant } from '../../../platform/contract/schemas.ts'
import { caseRefusals, IdentityShown } from '../../cases/contract.ts'
import { handOverRefusals as no } from './refusals.ts'
import { Reminded, UnitShown } from './sendings.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
export const noticeStates = ['sent', 'acknowledged', 'withdrawn'] as const

export const NoticeRow = z.object({
  id: Id,
  number: z.string(),
  from: UnitShown,
  /** Who gets the file: the commune of residence. */
  residesIn: UnitShown,
  addressed: z.nullable(UnitShown),
  sentAt: Instant,
  dueAt: Instant,
  state: z.enum(noticeStates),
  readBy: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  decidedBy: z.nullable(z.string()),
  reminded: z.array(Reminded),
  /** Whether its words are still there. */
  readable: z.boolean(),
  demo: z.boolean(),
})
export type NoticeRow = z.output<typeof NoticeRow>

export const ListNotices = defineQuery({
  name: 'handover.notices',
  title: { vi: 'Thông báo nơi ở gửi đến xã', en: 'Notices of stay that came to a commune' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({ rows: z.array(NoticeRow), waiting: z.int() }),
})

export const ReadNotice = defineCommand({
  name: 'handover.read-notice',
  sealsInput: true,
  title: { vi: 'Đọc một thông báo nơi ở', en: 'Read a notice of stay' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({
    reader: z.string(),
    person: z.pick(IdentityShown, { name: true, birth: true, sex: true, papers: true, residence: true, stay: true }),
  }),
  forgetAnswer: true,
  refusals: [no.notice_withdrawn, no.notice_forgotten, caseRefusals.key_missing],
})

export const AcknowledgeNotice = defineCommand({
  name: 'handover.acknowledge-notice',
  sealsInput: true,
  title: { vi: 'Xác nhận đã nhận thông báo nơi ở', en: 'Acknowledge a notice of stay' },
  permission: 'cases.police',
  place: here,
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({ acknowledgedAt: Instant, late: z.boolean() }),
  refusals: [no.notice_withdrawn, no.notice_acknowledged, no.notice_not_read],
})
