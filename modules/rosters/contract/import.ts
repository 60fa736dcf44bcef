// Rosters from a spreadsheet: upload in pieces, look at the columns, check, import, cancel, undo.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { askedReadingShape, ColumnAt, readingShape } from '../../../platform/contract/spreadsheet.ts'
import { importRefusals } from './import-refusals.ts'

/** What a column of the file may say; only the name is needed. */
export const importFields = [
  'number',
  'name',
  'commune',
  'hamlet',
  'address',
  'headcount',
  'birthYear',
  'identity',
  'identityOld',
] as const
export type ImportField = (typeof importFields)[number]
export const importStates = [
  'draft',
  'waiting',
  'running',
  'done',
  'refused',
  'cancelled',
  'interrupted',
  'failed',
  'undone',
] as const

/** The largest piece of an upload, and the largest file from a browser. */
export const pieceBytes = 4 * 1024 * 1024
export const mostPieces = 256

const Columns = z.object({
  number: ColumnAt,
  name: ColumnAt,
  commune: ColumnAt,
  hamlet: ColumnAt,
  address: ColumnAt,
  headcount: ColumnAt,
  birthYear: ColumnAt,
  identity: ColumnAt,
  identityOld: ColumnAt,
})
export const ImportMapping = z.object({ ...readingShape, columns: Columns })
export type Mapping = z.output<typeof ImportMapping>

/** Where those of the file belong: each to the hamlet its row names, or all of them to one place. */
const ImportPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hamlet-column') }),
  z.object({ kind: z.literal('hamlet'), hamletId: Id }),
  z.object({ kind: z.literal('body'), bodyId: Id }),
  z.object({ kind: z.literal('commune') }),
])
export const ImportPlan = z.object({
  mapping: ImportMapping,
  groupId: Text(60),
  place: ImportPlace,
  asOf: PlainDate,
  source: Text(200),
  title: Text(200),
  /** Whether a newer list takes the place of the older one of the same place and group, or stands beside it. */
  how: z.enum(['replace', 'add']),
  /** They are others of the same name, and not the people of another list once more. */
  allowRepeats: z.optional(z.boolean()),
})
export type Plan = z.output<typeof ImportPlan>

const Sentence = z.object({ code: z.string(), vi: z.string(), en: z.string() })
const RowFault = z.extend(Sentence, { row: z.number(), column: z.string(), text: z.string() })
export const RosterImport = z.object({
  id: z.string(),
  areaId: z.string(),
  state: z.enum(importStates),
  dryRun: z.boolean(),
  undoing: z.boolean(),
  fileName: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  finishedAt: z.nullable(z.string()),
  rowsDone: z.number(),
  rowsTotal: z.nullable(z.number()),
  rowsGood: z.number(),
  rowsBad: z.number(),
  plan: z.nullable(z.extend(ImportPlan, { group: z.object({ vi: z.string(), en: z.string() }) })),
  /** How many rows go where, beside how many stand there already; the largest first. */
  places: z.array(z.object({ name: z.string(), rows: z.number(), before: z.number() })),
  placeCount: z.number(),
  /** Found again, taken off as replaced, new; a check says what would be. */
  matched: z.number(),
  replaced: z.number(),
  added: z.number(),
  /** Who stands on another list of the group in the same commune already, with that list's place; the first few by name. */
  repeats: z.object({ count: z.number(), first: z.array(z.object({ name: z.string(), place: z.string() })) }),
  /** The first of the rows to mend; all of them stand in the file of `GET /api/rosters/import-errors`. */
  faults: z.array(RowFault),
  kinds: z.array(z.extend(Sentence, { count: z.number() })),
  refusal: z.nullable(Sentence),
  /** `errors`: there is a file of the rows to mend. */
  may: z.object({ start: z.boolean(), cancel: z.boolean(), undo: z.boolean(), errors: z.boolean() }),
})

const { no_such_group, as_of_in_future, no_such_place, name_not_mapped, column_twice } = importRefusals
const { wrong_kind, old_excel, empty_file, file_too_large, piece_missing, column_missing } = importRefusals
const { import_over, import_running, zip_bomb, broken_file, too_many_columns, no_sheet } = importRefusals

export const UploadRosterPiece = defineCommand({
  name: 'rosters.importUpload',
  title: { vi: 'Tải lên một mảnh của tệp danh sách', en: 'Upload a piece of a roster file' },
  permission: 'rosters.manage',
  place: { in: (input) => input.areaId },
  bytes: pieceBytes,
  /** `pieces`: how many there will be, so that a file that was cut off on its way is not taken for the whole. */
  input: z.object({
    importId: Id,
    areaId: Id,
    name: Text(200),
    position: CountParameter(10_000),
    pieces: z.optional(CountParameter(10_000)),
  }),
  output: z.object({ importId: z.string(), position: z.number(), bytes: z.number() }),
  refusals: [wrong_kind, old_excel, empty_file, file_too_large, import_over, import_running],
})

export const LookAtRosterFile = defineQuery({
  name: 'rosters.importLook',
  title: { vi: 'Xem các cột của tệp danh sách', en: 'Look at the columns of a roster file' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({
    importId: Id,
    ...askedReadingShape,
  }),
  output: z.object({
    media: z.enum(['csv', 'xlsx']),
    fileName: z.string(),
    sheets: z.array(z.string()),
    mapping: ImportMapping,
    /** The letters that the text seems to be written in, when that is not Unicode. */
    oldLetters: z.boolean(),
    header: z.array(z.string()),
    rows: z.array(z.object({ at: z.number(), cells: z.array(z.string()) })),
    /** The person mapped such columns before. */
    remembered: z.boolean(),
  }),
  refusals: [piece_missing, zip_bomb, broken_file, too_many_columns, no_sheet],
})

export const StartRosterImport = defineCommand({
  name: 'rosters.importStart',
  title: { vi: 'Kiểm tra hoặc nhập một tệp danh sách', en: 'Check or import a roster file' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({ importId: Id, dryRun: z.boolean(), plan: ImportPlan }),
  output: RosterImport,
  refusals: [
    import_over,
    import_running,
    no_such_group,
    no_such_place,
    as_of_in_future,
    name_not_mapped,
    column_twice,
    column_missing,
  ],
})

export const CancelRosterImport = defineCommand({
  name: 'rosters.importCancel',
  title: { vi: 'Hủy lần nhập danh sách đang chạy', en: 'Cancel an import of a roster' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({ importId: Id }),
  output: RosterImport,
  refusals: [import_over],
})

export const UndoRosterImport = defineCommand({
  name: 'rosters.importUndo',
  title: { vi: 'Hoàn tác một lần nhập danh sách', en: 'Undo an import of a roster' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({ importId: Id }),
  output: RosterImport,
  refusals: [
    importRefusals.not_imported,
    importRefusals.replaced_since,
    importRefusals.signed_since,
    importRefusals.merged_since,
  ],
})

export const ShowRosterImport = defineQuery({
  name: 'rosters.import',
  title: { vi: 'Tiến độ một lần nhập danh sách', en: 'The progress of an import of a roster' },
  permission: 'rosters.manage',
  place: 'record',
  input: z.object({ importId: Id }),
  output: RosterImport,
})

export const ListRosterImports = defineQuery({
  name: 'rosters.imports',
  title: { vi: 'Các lần nhập danh sách của một địa bàn', en: 'The imports of rosters of an area' },
  permission: 'rosters.manage',
  place: { in: (input) => input.areaId },
  /** `on`: the day whose hamlets and bodies may be chosen. */
  input: z.object({ areaId: Id, on: PlainDate }),
  output: z.object({
    area: z.object({ id: z.string(), name: z.string(), level: z.string() }),
    groups: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string() })),
    hamlets: z.array(z.object({ id: z.string(), name: z.string() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The newest first; files that were sent and never imported are shown to whoever sent them. */
    rows: z.array(RosterImport),
  }),
})
