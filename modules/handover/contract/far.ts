// A hand-over to a commune whose police work on another installation: sent as a file to be carried, taken in, answered by a
// receipt that is carried back.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, OptionalText, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals, eventRefusals } from '../../cases/contract.ts'
import { decisions } from '../rules/far/protocol.ts'
import { returnReasonIds } from '../rules/reasons.ts'
import { farRefusals as far } from './far-refusals.ts'
import { PackShown } from './packs.ts'
import { handOverRefusals as no } from './refusals.ts'
import { SendingRow } from './sendings.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const one = { communeId: Id, id: Id }
/** Whole files with all that lies beside them; the same limit holds for what is sealed. */
export const mostCarriedBytes = 16 * 1024 * 1024

export const SendFar = defineCommand({
  name: 'handover.far-send',
  sealsInput: true,
  title: { vi: 'Lập gói hồ sơ cho một xã ở hệ thống bạn', en: 'Make a pack for a commune of a sister system' },
  permission: 'cases.police',
  place: here,
  input: z.object({
    ...{ communeId: Id, fileId: Id, openingId: Id, id: Id },
    correspondentId: Id,
    /** By the code of the state: every installation has ids of its own. */
    code: z.string().check(z.regex(/^\d{5}$/)),
    movedAt: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/))),
    residence: OptionalText(300),
    stay: OptionalText(300),
  }),
  output: z.object({ id: Id, number: z.string(), dueAt: Instant }),
  refusals: [
    no.to_oneself,
    no.other_purpose,
    no.nothing_runs,
    no.when_moved,
    no.already_on_its_way,
    far.no_card,
    far.not_served,
    far.correspondent_unknown,
    far.correspondent_unconfirmed,
    far.correspondent_revoked,
    far.pack_too_large,
    caseRefusals.not_open,
    caseRefusals.already_recorded,
    caseRefusals.key_missing,
    caseRefusals.erased,
    ...Object.values(eventRefusals),
  ],
})

/** Only a receipt of the other side gives the file back: whether it was accepted meanwhile is not known here. */
export const AskBack = defineCommand({
  name: 'handover.ask-back',
  sealsInput: true,
  title: { vi: 'Đề nghị rút gói đã gửi sang hệ thống bạn', en: 'Ask a sister system to give a pack back' },
  permission: 'cases.police',
  place: here,
  input: z.object(one),
  output: z.object({ askedAt: Instant }),
  refusals: [no.already_decided],
})

/** A pack, a receipt or a request: what it is stands in the file. */
export const TakeCarried = defineCommand({
  name: 'handover.take-carried',
  sealsInput: true,
  title: { vi: 'Mở tệp mang đến từ hệ thống bạn', en: 'Take in a file that was brought from a sister system' },
  permission: 'cases.police',
  place: here,
  bytes: mostCarriedBytes,
  input: z.object({ communeId: Id }),
  output: z.object({
    kind: z.enum(['pack', 'receipt', 'request']),
    id: Id,
    number: z.string(),
    /** What a receipt said, or how a request was answered. */
    decision: z.nullable(z.enum(decisions)),
  }),
  refusals: [
    far.far_not_ours,
    far.far_other_version,
    far.far_other_kind,
    far.far_broken,
    far.far_forged,
    far.no_card,
    far.for_another_installation,
    far.for_another_key,
    far.for_another_commune,
    far.correspondent_unknown,
    far.correspondent_unconfirmed,
    far.correspondent_revoked,
    far.pack_too_old,
    far.pack_in_the_future,
    far.pack_other_content,
    far.pack_waits,
    far.pack_taken_in,
    far.pack_returned,
    far.pack_withdrawn,
    far.pack_elsewhere,
    far.receipt_of_nothing,
    far.receipt_used,
    far.receipt_out_of_order,
    far.receipt_contradicts,
    caseRefusals.key_missing,
    caseRefusals.erased,
  ],
})

export const ReadFarPack = defineCommand({
  name: 'handover.far-read',
  sealsInput: true,
  title: { vi: 'Mở gói hồ sơ từ hệ thống bạn', en: 'Open a pack of a sister system' },
  permission: 'cases.police',
  place: here,
  input: z.object(one),
  output: PackShown,
  forgetAnswer: true,
  refusals: [no.already_decided, far.far_broken, far.for_another_key, far.pack_other_content, caseRefusals.key_missing],
})

export const AcceptFarPack = defineCommand({
  name: 'handover.far-accept',
  sealsInput: true,
  title: { vi: 'Tiếp nhận hồ sơ từ hệ thống bạn', en: 'Accept a file of a sister system' },
  permission: 'cases.police',
  place: here,
  input: z.object(one),
  output: z.object({ fileId: Id, number: z.string(), decidedAt: Instant }),
  refusals: [
    no.already_decided,
    far.file_here_already,
    far.far_broken,
    far.for_another_key,
    far.pack_other_content,
    far.correspondent_revoked,
    caseRefusals.key_missing,
  ],
})

export const ReturnFarPack = defineCommand({
  name: 'handover.far-return',
  sealsInput: true,
  title: { vi: 'Trả lại hồ sơ cho hệ thống bạn, nêu lý do', en: 'Return a file to a sister system, with the reason' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...one, reason: z.enum(returnReasonIds), note: Text(500) }),
  output: z.object({ decidedAt: Instant }),
  refusals: [no.already_decided, caseRefusals.key_missing],
})

export const ViewFar = defineQuery({
  name: 'handover.far',
  title: { vi: 'Một lần chuyển giữa hai hệ thống', en: 'A hand-over between two installations' },
  permission: 'cases.police',
  place: here,
  input: z.object(one),
  output: z.object({
    row: SendingRow,
    sentBy: z.nullable(z.string()),
    /** Who took the file in, or entered the receipt. */
    takenBy: z.nullable(z.string()),
    takenAt: z.nullable(Instant),
    decidedBy: z.nullable(z.string()),
    /** When the pack was first downloaded to be carried. */
    carriedAt: z.nullable(Instant),
    askedBackAt: z.nullable(Instant),
    /** For whoever holds the file now. */
    fileId: z.nullable(Id),
    digest: z.string(),
    readings: z.array(z.object({ reader: z.nullable(z.string()), at: Instant })),
    /** The receipt as it was brought, for the sender. */
    receipt: z.nullable(z.string()),
    /** What can be downloaded now. */
    carries: z.array(z.enum(['pack', 'request', 'receipt'])),
  }),
})
