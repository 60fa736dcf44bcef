// The audit as people ask for it: who did what, where, with what before and after, and whether the record is whole.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { defineRefusals } from '../../platform/contract/refusal.ts'
import { CountParameter, FlagParameter, Id, Page, PlainDate } from '../../platform/contract/schemas.ts'

export const refusals = defineRefusals('audit', {
  days_reversed: {
    status: 422,
    vi: 'Ngày cuối ({to}) trước ngày đầu ({from}).',
    en: 'The last day ({to}) is before the first ({from}).',
  },
  cursor_unknown: {
    status: 422,
    vi: 'Không đi tiếp được từ chỗ này: hãy mở lại danh sách.',
    en: 'The list cannot go on from there: open it again.',
  },
  check_under_way: { vi: 'Đang có một lần kiểm tra chạy rồi.', en: 'A check is already under way.' },
})

const Bilingual = z.object({ vi: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })

/** One value that changed: where in the record, and its JSON before and after (absent: was not there). */
const Change = z.object({ path: z.string(), before: z.optional(z.string()), after: z.optional(z.string()) })
export type Change = z.output<typeof Change>

const Row = z.object({
  id: Id,
  at: z.string(),
  person: Named,
  actingFor: z.nullable(Named),
  operation: z.object({ name: z.string(), title: Bilingual }),
  subject: z.string(),
  area: z.nullable(Named),
  /** Null: not sealed yet. */
  position: z.nullable(z.int()),
  /** The first changes, for looking at once; `moreChanges` are on the entry's own page. */
  changes: z.array(Change),
  moreChanges: z.int(),
})
export type AuditRow = z.output<typeof Row>

const filters = {
  person: z.optional(Id),
  subject: z.optional(z.string().check(z.maxLength(200))),
  operation: z.optional(z.string().check(z.maxLength(100))),
  area: z.optional(Id),
  /** Calendar days in Viet Nam, both included. */
  from: z.optional(PlainDate),
  to: z.optional(PlainDate),
  /** Leaves out the entries of reading and exporting. */
  changesOnly: z._default(FlagParameter, false),
}

export const ListAudit = defineQuery({
  name: 'audit.list',
  title: { vi: 'Xem nhật ký truy vết', en: 'List the audit' },
  permission: 'audit.read',
  place: 'scope',
  input: z.object({ ...filters, ...Page }),
  output: z.object({ rows: z.array(Row), next: z.optional(z.string()) }),
  refusals: [refusals.days_reversed, refusals.cursor_unknown],
  sensitive: true,
})

export const ShowAuditEntry = defineQuery({
  name: 'audit.one',
  title: { vi: 'Xem một mục nhật ký, trước và sau', en: 'Show one audit entry, before and after' },
  permission: 'audit.read',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.extend(z.omit(Row, { moreChanges: true }), {
    command: z.nullable(z.string()),
    hash: z.nullable(z.string()),
    previousHash: z.nullable(z.string()),
    /** JSON, as it was recorded. */
    before: z.nullable(z.string()),
    after: z.nullable(z.string()),
  }),
  sensitive: true,
})

export const ListAuditChoices = defineQuery({
  name: 'audit.choices',
  title: { vi: 'Các lựa chọn để lọc nhật ký', en: 'What the audit can be filtered by' },
  permission: 'audit.read',
  place: 'scope',
  input: z.object({ text: z.optional(z.string().check(z.maxLength(100))) }),
  output: z.object({
    people: z.array(Named),
    areas: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })),
    operations: z.array(z.object({ name: z.string(), title: Bilingual })),
  }),
})

const Finding = z.object({
  kind: z.string(),
  position: z.int(),
  id: z.optional(z.string()),
  sentence: Bilingual,
})
const Check = z.object({
  id: Id,
  askedAt: z.string(),
  startedAt: z.nullable(z.string()),
  finishedAt: z.nullable(z.string()),
  checkedUntil: z.int(),
  total: z.nullable(z.int()),
  result: z.nullable(
    z.object({
      checked: z.int(),
      sealedUntil: z.int(),
      unsealed: z.int(),
      findings: z.array(Finding),
      more: z.int(),
    }),
  ),
})
export type AuditCheck = z.output<typeof Check>

export const ShowAuditState = defineQuery({
  name: 'audit.state',
  title: { vi: 'Tình trạng niêm phong nhật ký', en: 'State of the sealed audit' },
  permission: 'audit.read',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    sealedUntil: z.int(),
    unsealed: z.int(),
    /** When the oldest entry that is not sealed yet was written. */
    unsealedSince: z.nullable(z.string()),
    head: z.nullable(
      z.object({ day: z.string(), position: z.int(), hash: z.string(), signedAt: z.string(), publicKey: z.string() }),
    ),
    signedDays: z.int(),
    check: z.nullable(Check),
    may: z.object({ check: z.boolean(), export: z.boolean() }),
  }),
})

export const CheckAudit = defineCommand({
  name: 'audit.check',
  title: { vi: 'Kiểm tra toàn bộ chuỗi niêm phong', en: 'Check the whole chain' },
  permission: 'audit.read',
  place: 'nowhere',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  refusals: [refusals.check_under_way],
})

export const ExportAudit = defineQuery({
  name: 'audit.export',
  title: { vi: 'Xuất nhật ký đã niêm phong', en: 'Export the sealed audit' },
  permission: 'audit.read',
  place: 'nowhere',
  input: z.object({
    from: z.optional(PlainDate),
    to: z.optional(PlainDate),
    /** The answer's `next`, to go on where the last part ended. */
    cursor: z.optional(z.string().check(z.maxLength(300))),
    limit: z._default(CountParameter(5000), 2000),
  }),
  output: z.object({ lines: z.array(z.string()), next: z.optional(z.string()) }),
  refusals: [refusals.days_reversed, refusals.cursor_unknown],
  sensitive: true,
})
