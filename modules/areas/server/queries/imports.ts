// How far an import is, the imports so far, and the row errors of one.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListImportErrors, ListImports, ShowImport } from '../../contract/import.ts'
import { importById, latestImports, shapeOf } from '../import/web-imports.ts'

export const showImport = answers(ShowImport, async ({ db }, { importId }) => {
  const row = await importById(db, importId)
  if (!row) throw refuse(platformRefusals.not_found)
  return shapeOf(row)
})

export const listImports = answers(ListImports, async ({ db }) => ({ rows: (await latestImports(db)).map(shapeOf) }))

export const listImportErrors = answers(ListImportErrors, async ({ db }, { importId }) => {
  const row = await importById(db, importId)
  if (!row) throw refuse(platformRefusals.not_found)
  return { rows: row.result.errors ?? [] }
})
