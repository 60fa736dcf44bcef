// The pack at the receiving commune: read before it is decided on, accepted, or returned with a reason.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, Instant, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals, IdentityShown } from '../../cases/contract.ts'
import { returnReasonIds } from '../rules/reasons.ts'
import { handOverRefusals as no } from './refusals.ts'
import { states } from './sendings.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const one = { communeId: Id, id: Id }
const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** What the form says of the person and of the measure that goes on. */
export const PackShown = z.object({
  digest: Digest,
  reader: z.string(),
  /** Null where none is fixed for the status. */
  form: z.nullable(z.string()),
  identity: IdentityShown,
  status: z.nullable(z.string()),
  paper: z.nullable(z.object({ number: z.string(), on: z.string(), by: z.string() })),
  since: z.nullable(z.string()),
  /** The end of the term that runs on. */
  ends: z.nullable(z.string()),
  next: z.array(z.object({ vi: z.string(), en: z.string(), due: z.nullable(z.string()) })),
  events: z.int(),
  /** The latest of what happened, by kind. */
  last: z.array(z.object({ kind: z.string(), at: z.string(), folio: z.int() })),
  /** Who sent it, where it came from another installation. */
  sentBy: z.nullable(z.string()),
  residence: z.string(),
  stay: z.string(),
  /** Without a stable residence both places are told by law. */
  stable: z.boolean(),
  /** Files of this commune that may be of the same person. */
  alike: z.array(z.string()),
})
export type PackShown = z.output<typeof PackShown>

/** A command, for it leaves who read it; the answer is kept nowhere. */
export const ReadPack = defineCommand({
  name: 'handover.read',
  sealsInput: true,
  title: { vi: 'Mở gói hồ sơ chuyển đến', en: 'Open a pack that came in' },
  permission: 'cases.police',
  place: here,
  input: z.object(one),
  output: PackShown,
  forgetAnswer: true,
  refusals: [no.already_decided, no.pack_broken, caseRefusals.key_missing, caseRefusals.erased],
})

export const AcceptPack = defineCommand({
  name: 'handover.accept',
  sealsInput: true,
  title: { vi: 'Tiếp nhận hồ sơ chuyển đến', en: 'Accept a file that came in' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...one, digest: Digest }),
  output: z.object({ fileId: Id, number: z.string(), decidedAt: Instant }),
  refusals: [no.already_decided, no.pack_changed, no.pack_broken, caseRefusals.key_missing, caseRefusals.erased],
})

export const ReturnPack = defineCommand({
  name: 'handover.return',
  sealsInput: true,
  title: { vi: 'Trả lại hồ sơ chuyển đến, nêu lý do', en: 'Return a file that came in, with the reason' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...one, reason: z.enum(returnReasonIds), note: Text(500) }),
  output: z.object({ state: z.enum(states), decidedAt: Instant }),
  refusals: [no.already_decided, caseRefusals.key_missing, caseRefusals.erased],
})

/** A receipt that somebody holds, on paper or as a file: is it the one that was signed for this hand-over? */
export const CheckReceipt = defineCommand({
  name: 'handover.check-receipt',
  sealsInput: true,
  title: { vi: 'Kiểm tra một biên nhận', en: 'Check a receipt' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...one, receipt: Text(5000) }),
  output: z.object({ decision: z.enum(['accepted', 'returned']), at: Instant }),
  refusals: [no.receipt_unreadable, no.receipt_of_another, no.receipt_forged],
})
