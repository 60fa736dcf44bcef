// The yearly plan: making it, amending it with a document and a reason, closing it.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { AreaName, DocumentName, Names, Slug, targetKinds } from './shapes.ts'

export const planRefusals = defineRefusals('programme', {
  plan_closed: {
    vi: 'Kế hoạch năm {year} đã khóa sổ ngày {closedOn}, không sửa được nữa.',
    en: 'The plan of {year} was closed on {closedOn} and cannot be changed any more.',
  },
  plan_exists: { vi: 'Chương trình đã có kế hoạch năm {year}.', en: 'The programme has a plan of {year} already.' },
  nothing_changed: {
    status: 422,
    vi: 'Bản sửa đổi chưa thay đổi chỉ tiêu nào.',
    en: 'The amendment changes no target.',
  },
  unknown_line: {
    status: 422,
    vi: 'Có chỉ tiêu không thuộc bản đang có hiệu lực của kế hoạch này.',
    en: 'A target is not part of the version of this plan that is in force.',
  },
  decided_in_future: {
    status: 422,
    vi: 'Ngày quyết định {decidedOn} sau ngày làm việc {today}.',
    en: 'The day of the decision, {decidedOn}, lies after the working day {today}.',
  },
  effective_before_decided: {
    status: 422,
    vi: 'Ngày có hiệu lực không được trước ngày quyết định.',
    en: 'An amendment cannot take effect before it was decided.',
  },
  before_last_version: {
    status: 422,
    vi: 'Bản {number} có hiệu lực từ {effectiveOn}; bản sửa đổi mới phải có hiệu lực sau ngày đó.',
    en: 'Version {number} is in force from {effectiveOn}; a new amendment must take effect after that day.',
  },
  due_outside: {
    status: 422,
    vi: 'Hạn của chỉ tiêu phải nằm trong thời gian của chương trình ({startsOn} đến {endsOn}).',
    en: 'A target must be due within the programme ({startsOn} to {endsOn}).',
  },
  unit_outside: {
    status: 422,
    vi: 'Đơn vị của chỉ tiêu không thuộc địa bàn của chương trình vào ngày có hiệu lực.',
    en: 'The unit of a target does not belong to the programme on the day of effect.',
  },
  value_impossible: {
    status: 422,
    vi: 'Giá trị chỉ tiêu không hợp lý: tỷ lệ từ trên 0 đến 100%, số lượng lớn hơn 0 và là số nguyên.',
    en: 'The value is impossible: a share lies above 0 and up to 100 %, a count is a whole number above 0.',
  },
  group_needed: { status: 422, vi: 'Hãy chọn nhóm ký cam kết.', en: 'Choose the group that signs.' },
  line_twice: {
    status: 422,
    vi: 'Đơn vị này đã có chỉ tiêu cùng loại.',
    en: 'The unit has a target of this kind already.',
  },
  document_unknown: { status: 422, vi: 'Không tìm thấy văn bản này.', en: 'The document was not found.' },
})

/** A line as it is typed. */
export const LineInput = z.object({
  kind: z.enum(targetKinds),
  areaId: Id,
  groupId: z.optional(z.string().check(z.maxLength(60))),
  titleVi: Text(300),
  titleEn: Text(300),
  baseline: z.optional(z.number().check(z.minimum(0))),
  value: z.number().check(z.positive()),
  unit: z.enum(['count', 'share']),
  dueOn: PlainDate,
})

export const MakePlan = defineCommand({
  name: 'programme.makePlan',
  title: { vi: 'Lập kế hoạch năm', en: 'Make the plan of a year' },
  permission: 'programme.manage',
  place: 'record',
  input: z.object({
    id: Id,
    programmeId: Id,
    year: z.int().check(z.minimum(2000), z.maximum(2200)),
    title: Text(300),
    decidedOn: PlainDate,
    effectiveOn: PlainDate,
    documentId: z.optional(Id),
    lines: z.array(LineInput).check(z.minLength(1), z.maxLength(2000)),
  }),
  output: z.object({ id: Id, version: Version }),
  refusals: [
    planRefusals.plan_exists,
    planRefusals.effective_before_decided,
    planRefusals.decided_in_future,
    planRefusals.due_outside,
    planRefusals.unit_outside,
    planRefusals.value_impossible,
    planRefusals.group_needed,
    planRefusals.line_twice,
    planRefusals.document_unknown,
  ],
})

/** What an amendment says. */
export const Amendment = z.object({
  planId: Id,
  version: Version,
  decidedOn: PlainDate,
  effectiveOn: PlainDate,
  documentId: z.optional(Id),
  reason: Text(2000),
  changes: z
    .array(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('add'), line: LineInput }),
        z.object({ what: z.literal('change'), lineId: Id, line: LineInput }),
        z.object({ what: z.literal('remove'), lineId: Id }),
      ]),
    )
    .check(z.minLength(1), z.maxLength(2000)),
})
export const Amended = z.object({ planId: Id, number: z.int(), version: Version })
export const amendmentRefusals = [
  planRefusals.plan_closed,
  planRefusals.nothing_changed,
  planRefusals.unknown_line,
  planRefusals.decided_in_future,
  planRefusals.effective_before_decided,
  planRefusals.before_last_version,
  planRefusals.due_outside,
  planRefusals.unit_outside,
  planRefusals.value_impossible,
  planRefusals.group_needed,
  planRefusals.line_twice,
  planRefusals.document_unknown,
]

export const AmendPlan = defineCommand({
  name: 'programme.amend',
  title: { vi: 'Sửa đổi kế hoạch', en: 'Amend a plan' },
  permission: 'programme.manage',
  place: 'record',
  input: Amendment,
  output: Amended,
  refusals: amendmentRefusals,
})

export const ClosePlan = defineCommand({
  name: 'programme.closePlan',
  title: { vi: 'Khóa sổ kế hoạch', en: 'Close a plan' },
  permission: 'programme.manage',
  place: 'record',
  input: z.object({ planId: Id, version: Version, closedOn: PlainDate }),
  output: z.object({ planId: Id, version: Version }),
  refusals: [planRefusals.plan_closed, planRefusals.decided_in_future],
})

/** What the form for a plan needs: for an amendment the lines as they are now, and what can be chosen. */
export const PlanDraft = defineQuery({
  name: 'programme.planDraft',
  title: { vi: 'Kế hoạch để lập hoặc sửa đổi', en: 'A plan, ready to be made or amended' },
  permission: 'programme.manage',
  place: 'record',
  input: z.object({
    /** The plan to amend … */
    planId: z.optional(Id),
    /** … or the programme that a new plan is for. */
    programme: z.optional(Slug),
  }),
  output: z.object({
    programme: z.object({ id: Id, slug: Slug, name: Names, area: AreaName, startsOn: PlainDate, endsOn: PlainDate }),
    plan: z.nullable(
      z.object({ id: Id, year: z.int(), title: z.string(), closedOn: z.nullable(PlainDate), version: Version }),
    ),
    last: z.nullable(z.object({ number: z.int(), effectiveOn: PlainDate })),
    /** The programme's working day. */
    today: PlainDate,
    lines: z.array(z.extend(LineInput, { lineId: Id, baseline: z.nullable(z.number()), area: AreaName })),
    areas: z.array(z.extend(AreaName, { validFrom: PlainDate, validTo: z.nullable(PlainDate) })),
    groups: z.array(z.object({ id: z.string(), name: Names })),
    documents: z.array(DocumentName),
  }),
})
