// Territory from two CSV files through the web: upload, start, watch, cancel, read the row errors.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Text } from '../../../platform/contract/schemas.ts'
import { areaRefusals } from './refusals.ts'

export const importStates = [
  'draft',
  'waiting',
  'running',
  'done',
  'refused',
  'cancelled',
  'interrupted',
  'failed',
] as const
export const importSteps = ['read', 'check', 'load'] as const
const Count = z.object({ added: z.number(), changed: z.number(), unchanged: z.number() })
export const RowError = z.object({
  file: z.string(),
  row: z.number(),
  column: z.string(),
  code: z.string(),
  vi: z.string(),
  en: z.string(),
})
export const ImportShape = z.object({
  id: z.string(),
  state: z.enum(importStates),
  step: z.enum(importSteps),
  dryRun: z.boolean(),
  startedAt: z.string(),
  finishedAt: z.nullable(z.string()),
  rowsDone: z.number(),
  rowsTotal: z.nullable(z.number()),
  files: z.array(z.object({ part: z.string(), name: z.string() })),
  units: z.nullable(Count),
  successions: z.nullable(Count),
  errorCount: z.number(),
  /** The first of them; the whole list comes with `areas.importErrors`. */
  errors: z.array(RowError),
})

export const UploadImportFile = defineCommand({
  name: 'areas.importUpload',
  title: { vi: 'Tải lên một tệp để nhập địa bàn', en: 'Upload a file for an import of areas' },
  permission: 'areas.manage',
  place: 'nowhere',
  bytes: 32 * 1024 * 1024,
  input: z.object({ importId: Id, part: z.enum(['units', 'successions']), name: Text(200) }),
  output: z.object({ importId: z.string(), bytes: z.number() }),
  refusals: [areaRefusals.import_over, areaRefusals.import_running, areaRefusals.not_csv],
})

export const StartImport = defineCommand({
  name: 'areas.importStart',
  title: { vi: 'Bắt đầu nhập địa bàn', en: 'Start an import of areas' },
  permission: 'areas.manage',
  place: 'nowhere',
  input: z.object({ importId: Id, dryRun: z.boolean() }),
  output: ImportShape,
  refusals: [areaRefusals.import_over, areaRefusals.import_running, areaRefusals.import_incomplete],
})

export const CancelImport = defineCommand({
  name: 'areas.importCancel',
  title: { vi: 'Hủy lần nhập địa bàn', en: 'Cancel an import of areas' },
  permission: 'areas.manage',
  place: 'nowhere',
  input: z.object({ importId: Id }),
  output: ImportShape,
  refusals: [areaRefusals.import_over],
})

export const ShowImport = defineQuery({
  name: 'areas.import',
  title: { vi: 'Tiến độ một lần nhập địa bàn', en: 'The progress of an import of areas' },
  permission: 'areas.manage',
  place: 'nowhere',
  input: z.object({ importId: Id }),
  output: ImportShape,
})

export const ListImports = defineQuery({
  name: 'areas.imports',
  title: { vi: 'Các lần nhập địa bàn', en: 'The imports of areas' },
  permission: 'areas.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ rows: z.array(ImportShape) }),
})

export const ListImportErrors = defineQuery({
  name: 'areas.importErrors',
  title: { vi: 'Các dòng lỗi của một lần nhập', en: 'The row errors of an import' },
  permission: 'areas.manage',
  place: 'nowhere',
  input: z.object({ importId: Id }),
  output: z.object({ rows: z.array(RowError) }),
})
