// How long a file is kept: where it stands, what holds it, erasing by two, and the papers that left it.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { defineNames, keysOf } from '../../../platform/contract/words.ts'
import { lengthRuleIds, lengthUnits } from '../../../rules/retention/lengths.ts'
import { keptAsNames, stages } from '../../../rules/retention/retention.ts'
import { caseRefusals as no } from './refusals.ts'
import { retentionRefusals as kept } from './retention-refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const opened = { communeId: Id, fileId: Id, openingId: Id }
const Words = z.object({ vi: z.string(), en: z.string() })
const Span = z.object({ count: z.int(), unit: z.enum(lengthUnits) })

export const erasureGrounds = defineNames({
  rule: { vi: 'Hết thời hạn lưu giữ', en: 'Its time of keeping is over' },
  request: { vi: 'Người đó yêu cầu', en: 'The person asked for it' },
  'no-ground': { vi: 'Đã ghi mà không có căn cứ pháp luật', en: 'It was recorded without a ground in law' },
})
export type ErasureGround = keyof typeof erasureGrounds
const erasureGroundIds = keysOf(erasureGrounds)

export const issuedKinds = defineNames({
  statement: { vi: 'Bản kê thông tin', en: 'Statement of what is held' },
  form: { vi: 'Biểu mẫu', en: 'Form' },
  register: { vi: 'Dòng trong sổ, danh sách', en: 'Row of a register' },
})

export const LengthShown = z.object({
  rule: z.enum(lengthRuleIds),
  span: Span,
  source: Words,
  toCheck: z.optional(Words),
})
export const RetentionShown = z.object({
  stage: z.enum(keysOf(stages)),
  restrictedFrom: z.optional(PlainDate),
  dueFrom: z.optional(PlainDate),
  erasedOn: z.optional(PlainDate),
  /** Holds that keep it although its time is over, as a number. */
  held: z.int(),
  because: z.array(LengthShown),
})
export type RetentionShown = z.output<typeof RetentionShown>

const ProposalShown = z.object({
  id: Id,
  ground: z.enum(erasureGroundIds),
  proposedBy: z.nullable(z.string()),
  proposedAt: Instant,
  /** Whether it was the reader who proposed it: somebody else decides. */
  mine: z.boolean(),
})

export const ReadRetention = defineQuery({
  name: 'cases.retention',
  title: { vi: 'Lưu giữ của một hồ sơ đã mở', en: 'How long a file that is open is kept' },
  permission: 'cases.police',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    retention: RetentionShown,
    keptAs: z.nullable(z.enum(keysOf(keptAsNames))),
    settledOn: z.nullable(PlainDate),
    holds: z.array(
      z.object({
        id: Id,
        from: PlainDate,
        until: z.nullable(PlainDate),
        ground: z.string(),
        paper: z.string(),
        placedBy: z.nullable(z.string()),
        endedAt: z.nullable(Instant),
      }),
    ),
    issued: z.array(
      z.object({
        id: Id,
        serial: z.string(),
        kind: z.enum(keysOf(issuedKinds)),
        madeAt: Instant,
        madeBy: z.nullable(z.string()),
      }),
    ),
    proposal: z.nullable(ProposalShown),
    may: z.object({ hold: z.boolean(), propose: z.boolean() }),
  }),
  refusals: [no.not_open, no.key_missing, no.erased],
})

export const PlaceHold = defineCommand({
  name: 'cases.place-hold',
  sealsInput: true,
  title: { vi: 'Giữ lại hồ sơ', en: 'Hold a file' },
  permission: 'cases.keep',
  place: here,
  input: z.object({
    ...opened,
    id: Id,
    from: PlainDate,
    until: z.nullable(PlainDate),
    ground: Text(500),
    /** Number, day and issuer of the paper that asks for it. */
    paper: Text(200),
  }),
  output: z.object({ id: Id }),
  refusals: [no.not_open, no.already_recorded, no.sent_away, no.key_missing, no.erased, kept.hold_backwards],
})

export const EndHold = defineCommand({
  name: 'cases.end-hold',
  sealsInput: true,
  title: { vi: 'Thôi giữ lại hồ sơ', en: 'End a hold' },
  permission: 'cases.keep',
  place: here,
  input: z.object({ communeId: Id, holdId: Id }),
  output: z.object({ endedAt: Instant }),
  refusals: [kept.hold_over, no.sent_away],
})

/** What lists of files show of one: nothing but a number and a masked name. */
const FileNamed = z.object({ fileId: Id, number: z.string(), name: z.string(), demo: z.boolean() })

export const ListDue = defineQuery({
  name: 'cases.due',
  title: { vi: 'Lưu giữ đến hạn trong xã', en: 'What is due in the keeping of files of a commune' },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id }),
  sensitive: true,
  output: z.object({
    today: PlainDate,
    /** Restricted and due files, those first whose time was over first. */
    files: z.array(z.extend(FileNamed, { retention: RetentionShown, proposal: z.nullable(ProposalShown) })),
    holds: z.array(z.extend(FileNamed, { id: Id, from: PlainDate, until: z.nullable(PlainDate) })),
    requests: z.array(z.extend(FileNamed, { id: Id, kind: z.string(), receivedAt: Instant, dueAt: Instant })),
    erased: z.array(
      z.object({
        id: Id,
        certificate: z.string(),
        on: PlainDate,
        ground: z.enum(erasureGroundIds),
        decidedBy: z.nullable(z.string()),
        files: z.array(z.string()),
        /** Papers that are still out there. */
        toCollect: z.array(
          z.object({ id: Id, serial: z.string(), kind: z.enum(keysOf(issuedKinds)), madeAt: Instant }),
        ),
        collected: z.int(),
        /** Master keys of this machine with which older back-ups still open. */
        openBackups: z.int(),
      }),
    ),
    may: z.object({ decide: z.boolean() }),
  }),
  refusals: [no.key_missing],
})

export const ProposeErasure = defineCommand({
  name: 'cases.propose-erasure',
  sealsInput: true,
  title: { vi: 'Đề nghị xóa danh tính', en: 'Propose to erase who a file is of' },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id, fileId: Id, id: Id, ground: z.enum(erasureGroundIds), reason: Text(500) }),
  output: z.object({ id: Id }),
  refusals: [
    no.already_recorded,
    no.key_missing,
    no.erased,
    kept.not_due,
    kept.held,
    kept.proposed_already,
    kept.nobody_asked,
    kept.requests_open,
    kept.on_its_way,
  ],
})

export const DecideErasure = defineCommand({
  name: 'cases.decide-erasure',
  sealsInput: true,
  title: { vi: 'Quyết định xóa danh tính', en: 'Decide on erasing who a file is of' },
  permission: 'cases.keep',
  place: here,
  input: z.object({ communeId: Id, erasureId: Id, decision: z.enum(['erase', 'keep']), reason: OptionalText(500) }),
  output: z.object({ certificate: z.nullable(z.string()) }),
  refusals: [
    no.key_missing,
    no.erased,
    kept.by_two,
    kept.decided_already,
    kept.not_due,
    kept.held,
    kept.requests_open,
    kept.on_its_way,
    kept.reason_needed,
  ],
})

export const ReadCertificate = defineQuery({
  name: 'cases.certificate',
  title: { vi: 'Giấy xác nhận xóa danh tính', en: 'The certificate of an erasure' },
  permission: 'cases.keep',
  place: here,
  input: z.object({ communeId: Id, erasureId: Id }),
  sensitive: true,
  output: z.object({ certificate: z.string(), pdf: z.string() }),
  refusals: [],
})

export const CollectIssued = defineCommand({
  name: 'cases.collect-issued',
  sealsInput: true,
  title: { vi: 'Đã thu hồi, hủy một bản đã cấp', en: 'A paper that was issued is collected and destroyed' },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id, issuedId: Id }),
  output: z.object({ collectedAt: Instant }),
  refusals: [kept.collected_already],
})

export const ListLengths = defineQuery({
  name: 'cases.lengths',
  title: { vi: 'Thời hạn lưu giữ và trả lời yêu cầu', en: 'How long files are kept, by when requests are answered' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    today: PlainDate,
    rows: z.array(
      z.object({
        rule: z.enum(lengthRuleIds),
        now: LengthShown,
        /** Entered for a day that has come or is still to come, the latest first. */
        entered: z.array(
          z.object({ from: PlainDate, span: Span, ground: z.string(), by: z.nullable(z.string()), at: Instant }),
        ),
      }),
    ),
  }),
})

export const SetLength = defineCommand({
  name: 'cases.set-length',
  sealsInput: true,
  title: { vi: 'Nhập thời hạn đã đối chiếu', en: 'Enter a length that was checked' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({
    rule: z.enum(lengthRuleIds),
    from: PlainDate,
    span: z.object({ count: z.int().check(z.minimum(1), z.maximum(1200)), unit: z.enum(lengthUnits) }),
    ground: Text(300),
  }),
  output: z.object({ rule: z.enum(lengthRuleIds), from: PlainDate }),
  refusals: [kept.length_backwards, kept.length_taken, kept.length_unit],
})
