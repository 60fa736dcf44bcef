// Lists of persons that were kept before, in a table: sent, looked at, checked without writing, brought in batch by batch under
// the eyes of whoever began it, taken back.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, Instant, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { askedReadingShape, ColumnAt, readingShape } from '../../../platform/contract/spreadsheet.ts'
import { listRefusals as not } from './list-refusals.ts'
import { caseRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

/** What a column may say; only the name is needed. In the order of the template. */
export const listFields = [
  'name',
  'otherNames',
  'birth',
  'sex',
  'identity',
  'identityOld',
  'residence',
  'stay',
  'phone',
  'status',
  'decisionNumber',
  'decisionOn',
  'decisionBy',
  'determinationNumber',
  'determinationOn',
  'determinationBy',
  'registeredOn',
  'begunOn',
  'endsOn',
  'note',
] as const
export type ListField = (typeof listFields)[number]

/** A list of more is sent in parts: a commune has hundreds of files, not thousands. */
export const mostListRows = 5_000
export const listBytes = 4 * 1024 * 1024
/** How long it can be taken back, and how long its content is kept for that, sealed. */
export const undoDays = 14
export const draftDays = 2

const columns = Object.fromEntries(listFields.map((field) => [field, ColumnAt])) as Record<ListField, typeof ColumnAt>
const ListMapping = z.object({ ...readingShape, columns: z.object(columns) })

export const ListPlan = z.object({
  mapping: ListMapping,
  /** The day on which the list was right, and where it comes from: both stand in each file. */
  asOf: PlainDate,
  source: Text(200),
  /** Rows that may be of a person who has a file, or of another row: left out, or brought in and compared afterwards. */
  alike: z.enum(['leave-out', 'enter']),
  /** Rows whose decision the law does not let stand on what the list says: given back, or brought in without a status. */
  refused: z.enum(['give-back', 'enter-bare']),
})
export type ListPlan = z.output<typeof ListPlan>

export const listStates = ['draft', 'checked', 'running', 'done', 'cancelled', 'undone'] as const
const Count = z.int()
export const PersonList = z.object({
  id: Id,
  state: z.enum(listStates),
  startedAt: Instant,
  startedBy: z.nullable(z.string()),
  finishedAt: z.nullable(Instant),
  keepUntil: Instant,
  /** Null for those who did not begin it, and once it is forgotten. */
  plan: z.nullable(ListPlan),
  rows: Count,
  counts: z.object({
    good: Count,
    /** Of those that come in: without a status, for want of a decision. */
    bare: Count,
    alike: Count,
    refused: Count,
    entered: Count,
    doubted: Count,
  }),
  may: z.object({
    check: z.boolean(),
    enter: z.boolean(),
    cancel: z.boolean(),
    undo: z.boolean(),
    mend: z.boolean(),
  }),
})
export type PersonList = z.output<typeof PersonList>

const one = z.object({ communeId: Id, importId: Id })
const { no_list, list_of_another, list_over, list_not_checked } = not

/** No name of the file: it may name somebody, and would stand in an address. */
export const SendPersonList = defineCommand({
  name: 'cases.list-send',
  sealsInput: true,
  title: { vi: 'Gửi tệp danh sách người', en: 'Send a file with a list of persons' },
  permission: 'cases.record',
  place: here,
  bytes: listBytes,
  input: one,
  output: z.object({ importId: Id, keepUntil: Instant }),
  refusals: [
    no.already_recorded,
    no.key_missing,
    not.wrong_kind,
    not.old_excel,
    not.empty_file,
    not.zip_bomb,
    not.broken_file,
    not.too_many_columns,
    not.no_sheet,
  ],
})

export const LookAtPersonList = defineQuery({
  name: 'cases.list-look',
  title: { vi: 'Xem các cột của tệp danh sách người', en: 'Look at the columns of a list of persons' },
  permission: 'cases.record',
  place: here,
  sensitive: true,
  input: z.object({ communeId: Id, importId: Id, ...askedReadingShape }),
  output: z.object({
    media: z.enum(['csv', 'xlsx']),
    sheets: z.array(z.string()),
    mapping: ListMapping,
    oldLetters: z.boolean(),
    header: z.array(z.string()),
    rows: z.array(z.object({ at: z.number(), cells: z.array(z.string()) })),
    remembered: z.boolean(),
    /** Whose mark stands over the rows, which are as they were sent. */
    reader: z.string(),
  }),
  refusals: [
    no.key_missing,
    no_list,
    list_of_another,
    not.broken_file,
    not.too_many_columns,
    not.no_sheet,
    not.zip_bomb,
  ],
})

export const CheckPersonList = defineCommand({
  name: 'cases.list-check',
  sealsInput: true,
  title: { vi: 'Kiểm tra danh sách người, chưa lập hồ sơ', en: 'Check a list of persons, beginning no file' },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id, importId: Id, plan: ListPlan }),
  output: PersonList,
  refusals: [
    no.key_missing,
    no_list,
    list_of_another,
    list_over,
    not.too_many_rows,
    not.no_rows,
    not.as_of_in_future,
    not.name_not_mapped,
    not.column_twice,
    not.broken_file,
    not.too_many_columns,
    not.no_sheet,
    not.zip_bomb,
  ],
})

/** One batch a call: the files are never written to without somebody there. Called again until nothing is left. */
export const EnterPersonList = defineCommand({
  name: 'cases.list-enter',
  sealsInput: true,
  title: { vi: 'Lập hồ sơ từ danh sách đã kiểm tra', en: 'Begin files from a list that was checked' },
  permission: 'cases.record',
  place: here,
  input: one,
  output: PersonList,
  refusals: [no.key_missing, no_list, list_of_another, list_over, list_not_checked],
})

export const CancelPersonList = defineCommand({
  name: 'cases.list-cancel',
  sealsInput: true,
  title: { vi: 'Hủy lần nhập danh sách người', en: 'Cancel an import of a list of persons' },
  permission: 'cases.record',
  place: here,
  input: one,
  output: PersonList,
  refusals: [no_list, list_over, not.written_since],
})

export const UndoPersonList = defineCommand({
  name: 'cases.list-undo',
  sealsInput: true,
  title: { vi: 'Hoàn tác lần nhập danh sách người', en: 'Undo an import of a list of persons' },
  permission: 'cases.record',
  place: here,
  input: one,
  output: PersonList,
  refusals: [no_list, not.not_entered, not.undo_over, not.written_since],
})

export const ShowPersonList = defineQuery({
  name: 'cases.list',
  title: { vi: 'Một lần nhập danh sách người', en: 'An import of a list of persons' },
  permission: 'cases.record',
  place: here,
  input: one,
  output: PersonList,
  refusals: [no.key_missing, no_list],
})

export const ListPersonLists = defineQuery({
  name: 'cases.lists',
  title: { vi: 'Các lần nhập danh sách người của xã', en: 'The imports of lists of persons of a commune' },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({ rows: z.array(PersonList) }),
  refusals: [no.key_missing],
})

const Words = z.object({ vi: z.string(), en: z.string() })
export const rowOutcomes = ['good', 'bare', 'alike', 'refused'] as const
export const ListRowShown = z.object({
  row: z.int(),
  /** Masked, as in every list. */
  name: z.string(),
  outcome: z.enum(rowOutcomes),
  faults: z.array(z.extend(Words, { field: z.nullable(z.enum(listFields)) })),
  warnings: z.array(Words),
  /** Numbers of files, or of rows of this list, that may be of the same person, and why. */
  alike: z.array(z.object({ file: z.nullable(z.string()), row: z.nullable(z.int()), reasons: z.array(z.string()) })),
})
export type ListRowShown = z.output<typeof ListRowShown>

export const ListRowsOfPersonList = defineQuery({
  name: 'cases.list-rows',
  title: { vi: 'Các dòng của danh sách người', en: 'The rows of a list of persons' },
  permission: 'cases.record',
  place: here,
  sensitive: true,
  input: z.object({
    communeId: Id,
    importId: Id,
    show: z._default(z.enum(['all', 'doubted', ...rowOutcomes]), 'all'),
    cursor: z._default(CountParameter(1_100_000), 0),
  }),
  output: z.object({ rows: z.array(ListRowShown), next: z.nullable(z.string()) }),
  refusals: [no.key_missing, no_list, list_of_another],
})
